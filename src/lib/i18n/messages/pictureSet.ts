import { pictureSet as en } from './pictureSet.en.ts';
import { pictureSet as zh } from './pictureSet.zh.ts';

export const pictureSet = { en, zh };
