import { compare as en } from './compare.en.ts';
import { compare as zh } from './compare.zh.ts';

export const compare = { en, zh };
