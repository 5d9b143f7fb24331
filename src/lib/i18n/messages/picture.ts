import { picture as en } from './picture.en.ts';
import { picture as zh } from './picture.zh.ts';

export const picture = { en, zh };
