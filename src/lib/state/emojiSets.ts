/** Where the small emoji that networks are trained on come from (`scripts/emoji.ts` draws them into one picture). */
export interface EmojiSetCredit {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  /** SPDX name. */
  readonly licence: string;
  readonly licenceUrl: string;
  readonly url: string;
}

const apache = 'https://www.apache.org/licenses/LICENSE-2.0';
const attribution = 'https://creativecommons.org/licenses/by/4.0/';

export const emojiSets: readonly EmojiSetCredit[] = [
  {
    id: 'fluent',
    title: 'Fluent Emoji',
    author: 'Microsoft Corporation',
    licence: 'MIT',
    licenceUrl: 'https://github.com/microsoft/fluentui-emoji/blob/main/LICENSE',
    url: 'https://github.com/microsoft/fluentui-emoji',
  },
  {
    id: 'noto',
    title: 'Noto Emoji',
    author: 'Google Inc',
    licence: 'Apache-2.0',
    licenceUrl: apache,
    url: 'https://github.com/googlefonts/noto-emoji',
  },
  {
    id: 'fxemoji',
    title: 'Firefox OS Emoji',
    author: 'Mozilla',
    licence: 'Apache-2.0',
    licenceUrl: apache,
    url: 'https://github.com/mozilla/fxemoji',
  },
  {
    id: 'twemoji',
    title: 'Twemoji',
    author: 'Twitter, Inc. and other contributors',
    licence: 'CC-BY-4.0',
    licenceUrl: attribution,
    url: 'https://github.com/jdecked/twemoji',
  },
  {
    id: 'emojione',
    title: 'EmojiOne (EmojiTwo)',
    author: 'Emoji One',
    licence: 'CC-BY-4.0',
    licenceUrl: attribution,
    url: 'https://github.com/EmojiTwo/emojitwo',
  },
];
