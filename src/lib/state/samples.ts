/** The sample pictures and whom they are owed to. Files and thumbnails come from `scripts/samples.ts`. */
import type { Language } from '$lib/i18n/languages.ts';

export type Text = Readonly<Record<Language, string>>;

/** SPDX identifiers, and what SPDX has none for. */
export type Licence = 'CC0-1.0' | 'CC-BY-2.0' | 'CC-BY-3.0' | 'CC-BY-4.0' | 'Public domain';

export interface Sample {
  /** As in the URL. */
  readonly id: string;
  /** Relative to the site's root. */
  readonly file: string;
  /** Square, 112 pixels a side; relative to the site's root. */
  readonly thumbnail: string;
  readonly title: Text;
  /** The title that its author, or the place where it was published, gave the picture. */
  readonly work: string;
  readonly author: string;
  readonly licence: Licence;
  readonly licenceName: Text;
  readonly licenceUrl: string;
  /** Where it was published. */
  readonly source: string;
  /** What was done to it since. */
  readonly changes: Text;
  /** What the picture shows as one of the 1000 classes; null: none of them. */
  readonly imagenetIndex: number | null;
  /** What to notice about the network's answer. */
  readonly note?: Text;
}

const licences: Readonly<Record<Licence, { licenceName: Text; licenceUrl: string }>> = {
  'CC0-1.0': {
    licenceName: { en: 'CC0 1.0', zh: 'CC0 1.0' },
    licenceUrl: 'https://creativecommons.org/publicdomain/zero/1.0/',
  },
  'CC-BY-2.0': {
    licenceName: { en: 'CC BY 2.0', zh: 'CC BY 2.0' },
    licenceUrl: 'https://creativecommons.org/licenses/by/2.0/',
  },
  'CC-BY-3.0': {
    licenceName: { en: 'CC BY 3.0', zh: 'CC BY 3.0' },
    licenceUrl: 'https://creativecommons.org/licenses/by/3.0/',
  },
  'CC-BY-4.0': {
    licenceName: { en: 'CC BY 4.0', zh: 'CC BY 4.0' },
    licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
  },
  'Public domain': {
    licenceName: { en: 'Public domain', zh: '公有领域' },
    licenceUrl: 'https://creativecommons.org/publicdomain/mark/1.0/',
  },
};

const changes = {
  /** GCompris, from whose pictures most are taken, had edited them already. */
  gcompris: {
    en: 'Edited for GCompris (cropped or sharpened, made smaller); then resized to 512 pixels on the shorter side and encoded again as JPEG. Thumbnail cropped to a square.',
    zh: 'GCompris 先作过编辑（裁剪或锐化并缩小）；这里再把短边缩放到 512 像素，重新编码为 JPEG。缩略图裁成了正方形。',
  },
  resized: {
    en: 'Resized to 512 pixels on the shorter side and encoded again as JPEG. Thumbnail cropped to a square.',
    zh: '短边缩放到 512 像素，重新编码为 JPEG。缩略图裁成了正方形。',
  },
  gcomprisEncoded: {
    en: 'Edited for GCompris (cropped or sharpened, made smaller); then encoded again as JPEG. Thumbnail cropped to a square.',
    zh: 'GCompris 先作过编辑（裁剪或锐化并缩小）；这里再重新编码为 JPEG。缩略图裁成了正方形。',
  },
  encoded: {
    en: 'Encoded again as JPEG, not resized. Thumbnail cropped to a square.',
    zh: '重新编码为 JPEG，尺寸未变。缩略图裁成了正方形。',
  },
} as const satisfies Record<string, Text>;

export type Entry = Omit<Sample, 'file' | 'thumbnail' | 'licenceName' | 'licenceUrl' | 'changes'> & {
  readonly changed: keyof typeof changes;
};

const entries: readonly Entry[] = [
  {
    id: 'red-panda',
    title: { en: 'Red panda', zh: '小熊猫' },
    work: 'Red Panda (30324056733)',
    author: 'Mathias Appel',
    licence: 'CC0-1.0',
    source: 'https://commons.wikimedia.org/wiki/File:Red_Panda_(30324056733).jpg',
    changed: 'gcompris',
    imagenetIndex: 387,
    note: { en: 'Its class is called “lesser panda”.', zh: '它在 ImageNet 中的类别名是“lesser panda”。' },
  },
  {
    id: 'chelsea-cat',
    title: { en: 'Chelsea the cat', zh: '猫咪 Chelsea' },
    work: 'Chelsea the cat',
    author: 'Stefan van der Walt',
    licence: 'CC0-1.0',
    source: 'https://scikit-image.org/docs/stable/api/skimage.data.html#skimage.data.chelsea',
    changed: 'encoded',
    imagenetIndex: 285,
    note: {
      en: 'No class is simply “cat”: there are five kinds of house cat, and the network weighs three of them.',
      zh: '没有一个类别就叫“猫”：家猫分成五个类别，网络在其中三个之间权衡。',
    },
  },
  {
    id: 'koala',
    title: { en: 'Koala', zh: '考拉' },
    work: 'Koala Perth Zoo',
    author: 'BurningWell',
    licence: 'Public domain',
    source: 'https://commons.wikimedia.org/wiki/File:Koala_Perth_Zoo.jpg',
    changed: 'gcompris',
    imagenetIndex: 105,
  },
  {
    id: 'gibbon',
    title: { en: 'Lar gibbon', zh: '白掌长臂猿' },
    work: 'Hylobates lar - Kaeng Krachan WB',
    author: 'JJ Harrison',
    licence: 'CC-BY-3.0',
    source: 'https://commons.wikimedia.org/wiki/File:Hylobates_lar_-_Kaeng_Krachan_WB.jpg',
    changed: 'gcompris',
    imagenetIndex: 368,
  },
  {
    id: 'lemur',
    title: { en: 'Ring-tailed lemurs', zh: '环尾狐猴' },
    work: 'Lemur (37122852696)',
    author: 'Mathias Appel',
    licence: 'Public domain',
    source: 'https://commons.wikimedia.org/wiki/File:Lemur_(37122852696).jpg',
    changed: 'gcompris',
    imagenetIndex: 383,
    note: {
      en: '“Madagascar cat” is an old name of the ring-tailed lemur: a right answer.',
      zh: '“Madagascar cat”（马达加斯加猫）是环尾狐猴的旧称，答案是对的。',
    },
  },
  {
    id: 'scarlet-macaw',
    title: { en: 'Scarlet macaw', zh: '绯红金刚鹦鹉' },
    work: 'Scarlet macaw at Cougar Mountain Zoological Park',
    author: 'Dcoetzee',
    licence: 'Public domain',
    source: 'https://commons.wikimedia.org/wiki/File:Scarlet_macaw_at_Cougar_Mountain_Zoological_Park.jpg',
    changed: 'gcompris',
    imagenetIndex: 88,
  },
  {
    id: 'crab',
    title: { en: 'Sally Lightfoot crab', zh: '红石蟹' },
    work: 'Sally Lightfoot Crab 2019',
    author: 'Nosferattus',
    licence: 'CC0-1.0',
    source: 'https://commons.wikimedia.org/wiki/File:Sally_Lightfoot_Crab_2019.jpg',
    changed: 'gcompris',
    imagenetIndex: 119,
    note: {
      en: 'Surely a crab, but which one? The network divides its probability among its kinds of crab.',
      zh: '肯定是螃蟹，可是哪一种？网络把概率分给了它认识的几种蟹。',
    },
  },
  {
    id: 'coffee',
    title: { en: 'Cup of coffee', zh: '一杯咖啡' },
    work: 'Coffee cup',
    author: 'Rachel Michetti',
    licence: 'CC0-1.0',
    source: 'https://scikit-image.org/docs/stable/api/skimage.data.html#skimage.data.coffee',
    changed: 'encoded',
    imagenetIndex: 967,
  },
  {
    id: 'castle',
    title: { en: 'Neuschwanstein Castle', zh: '新天鹅堡' },
    work: 'Neuschwanstein Castle (532850)',
    author: 'cameralends',
    licence: 'Public domain',
    source: 'https://commons.wikimedia.org/wiki/File:Neuschwanstein_Castle_(532850).jpg',
    changed: 'gcompris',
    imagenetIndex: 483,
  },
  {
    id: 'kitten',
    title: { en: 'Kitten', zh: '小猫' },
    work: 'A posing kitten (Flickr)',
    author: 'GalgenTX',
    licence: 'CC-BY-2.0',
    source: 'https://commons.wikimedia.org/wiki/File:A_posing_kitten_(Flickr).jpg',
    changed: 'gcompris',
    imagenetIndex: 282,
    note: {
      en: 'Easy for us, not for the network: no class gets even a quarter of the probability.',
      zh: '对人来说很容易，对网络却不然：没有一个类别的概率达到四分之一。',
    },
  },
  {
    id: 'owl',
    title: { en: 'Tawny owl', zh: '灰林鸮' },
    work: 'Owl The Nightbird',
    author: 'Lepale',
    licence: 'Public domain',
    source: 'https://commons.wikimedia.org/wiki/File:Owl_The_Nightbird.jpg',
    changed: 'gcompris',
    imagenetIndex: 24,
    note: {
      en: 'The tawny owl has no class of its own. The great grey owl would be nearest, but the network prefers a small songbird.',
      zh: '灰林鸮没有自己的类别，最接近的是乌林鸮（great grey owl），网络却更相信这是一种小型鸣禽。',
    },
  },
  {
    id: 'bee',
    title: { en: 'Bee at a blossom', zh: '飞向花朵的蜜蜂' },
    work: 'Pollinationn',
    author: 'aussiegall',
    licence: 'CC-BY-2.0',
    source: 'https://commons.wikimedia.org/wiki/File:Pollinationn.jpg',
    changed: 'gcompris',
    imagenetIndex: 309,
    note: {
      en: 'The network sees only the square in the middle, where little is left of the bee: it answers “hip”, a rose’s red fruit.',
      zh: '网络只看到正中的方形，蜜蜂几乎被裁掉了，于是它答“hip”（蔷薇的红色果实）。',
    },
  },
  {
    id: 'brandenburg-gate',
    title: { en: 'Brandenburg Gate', zh: '勃兰登堡门' },
    work: 'Brandenburg Gate (summer 2005)',
    author: 'Evans1551',
    licence: 'Public domain',
    source: 'https://commons.wikimedia.org/wiki/File:Brandenburg_Gate_(summer_2005).JPG',
    changed: 'gcompris',
    imagenetIndex: 873,
    note: {
      en: 'Confident and wrong: “pier”. The right class, “triumphal arch”, comes second.',
      zh: '很有把握，却错了：它答“pier”（码头）。正确的“triumphal arch”（凯旋门）排在第二。',
    },
  },
  {
    id: 'rocket',
    title: { en: 'Rocket before its launch', zh: '待发射的火箭' },
    work: 'Launch photo of DSCOVR on Falcon 9',
    author: 'SpaceX',
    licence: 'Public domain',
    source: 'https://www.flickr.com/photos/spacexphotos/16511594820/',
    changed: 'encoded',
    imagenetIndex: 657,
    note: {
      en: 'Towers, floodlights, a dark sky: the network takes the launch site for a drilling platform. “Missile” comes second.',
      zh: '高塔、灯光、暗色的天空：网络把发射场当成了钻井平台（drilling platform），“missile”（导弹）排在第二。',
    },
  },
  {
    id: 'giraffes',
    title: { en: 'Giraffes', zh: '长颈鹿' },
    work: 'Giraffe courtship (25657342808)',
    author: 'Mike and Lara Wolfe',
    licence: 'Public domain',
    source: 'https://commons.wikimedia.org/wiki/File:Giraffe_courtship_(25657342808).jpg',
    changed: 'gcompris',
    imagenetIndex: null,
    note: {
      en: 'None of the 1,000 classes is a giraffe. The probabilities still sum to one: the network cannot say “none of these”.',
      zh: '1000 个类别里没有长颈鹿，而概率之和仍然是 1：网络说不出“都不是”。',
    },
  },
  {
    id: 'raccoon',
    title: { en: 'Raccoon', zh: '浣熊' },
    work: 'Raccoon (Procyon lotor)',
    author: 'public-domain-image.com',
    licence: 'Public domain',
    source: 'https://pixnio.com/fauna-animals/raccoons/raccoon-procyon-lotor',
    changed: 'resized',
    imagenetIndex: null,
    note: {
      en: 'None of the 1,000 classes is a raccoon: the network can only name what looks like one.',
      zh: '1000 个类别里没有浣熊：网络只能说出看起来像它的东西。',
    },
  },
];

/** Entries with what follows from their id and licence. */
export const credited = (folder: string, all: readonly Entry[]): readonly Sample[] =>
  all.map(({ changed, ...entry }) => ({
    ...entry,
    ...licences[entry.licence],
    file: `${folder}/${entry.id}.jpg`,
    thumbnail: `${folder}/thumbnails/${entry.id}.webp`,
    changes: changes[changed],
  }));

export const samples = credited('samples', entries);
