import { search as en, shortcuts as keysEn } from './search.en.ts';
import { search as zh, shortcuts as keysZh } from './search.zh.ts';

export const search = { en, zh };
export const shortcuts = { en: keysEn, zh: keysZh };
