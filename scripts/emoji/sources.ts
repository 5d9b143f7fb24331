/** The packages of the npm registry that the sprite of emoji is made from, and how its classes are put together. */
import type { NpmPackage } from '../npmPackage.ts';

/** Set → its package of drawings. */
export const emojiPackages: Readonly<Record<string, NpmPackage>> = {
  fluent: {
    name: '@iconify-json/fluent-emoji-flat@1.2.6',
    integrity:
      'sha512-RY47RgPb47fYUiyrA64sIOL0+UU02s29sXpNBbIQRBUlPlfNFTKUmZDERGuxDs/7yNGWqQYvuaSYM1M4fRXlUw==',
  },
  noto: {
    name: '@iconify-json/noto@1.2.9',
    integrity:
      'sha512-DQiuXENbun41ch+XPSV55H9FaWKpHTyz46YIKtSaKYD4fIDDzL1tR6H4np/T38jfrTAeI3rcKF0mqHYeZVAuaw==',
  },
  fxemoji: {
    name: '@iconify-json/fxemoji@1.2.2',
    integrity:
      'sha512-UAasRaxzFUKfIGSmLwnoarsssA4LX0VLLuEmplIqM6ZNQqIQRtav8tZ4H1neTlBreXuMQyAifr5jP4kn78DpiQ==',
  },
  twemoji: {
    name: '@iconify-json/twemoji@1.2.5',
    integrity:
      'sha512-uKpuIEV0v6K5BW3Mjdyl+XKFVAbbcPxAgifKvEMtZoUZB5+YiY5zaMm2uNNCxyXzAWU9yNLlj41WU6/mvgALsw==',
  },
  emojione: {
    name: '@iconify-json/emojione@1.2.3',
    integrity:
      'sha512-T9+T3HIbJNLKKsmxYKlaYhvnHYkz/HNYTV7SHCXVZPfeUi4FqskY70YeN8yYAZT8cCv7w5vJxS4Q1m8zb9CMMg==',
  },
};

/** Names and subgroups of all emoji (MIT). */
export const emojiNames: NpmPackage = {
  name: 'emojibase-data@17.0.0',
  integrity:
    'sha512-Yvgb5AWoHViHV/gq1qr5ZAarcBip+B27/ZLRsUJkbgAEaLlZ/fof9g882LTpmEpyhBNEC0m2SEmItljHsTygjA==',
};

/** The ten classes, each made of subgroups of the Unicode emoji list. */
export const emojiClasses: Readonly<Record<string, readonly string[]>> = {
  face: [
    ...['smiling', 'affection', 'tongue', 'hand', 'neutral-skeptical', 'sleepy', 'unwell', 'hat'],
    ...['glasses', 'concerned', 'negative'],
  ].map((kind) => `face-${kind}`),
  hand: ['hand-fingers-open', 'hand-fingers-partial', 'hand-single-finger', 'hand-fingers-closed', 'hands'],
  mammal: ['animal-mammal'],
  otherAnimal: ['animal-bird', 'animal-reptile', 'animal-marine', 'animal-bug', 'animal-amphibian'],
  plant: ['plant-flower', 'plant-other', 'food-fruit', 'food-vegetable'],
  dish: ['food-prepared', 'food-asian', 'food-sweet'],
  vehicle: ['transport-ground', 'transport-water', 'transport-air'],
  building: ['place-building', 'place-religious'],
  clothing: ['clothing'],
  sky: ['sky-weather'],
};
