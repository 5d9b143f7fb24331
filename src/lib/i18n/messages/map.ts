import { map as en } from './map.en.ts';
import { map as zh } from './map.zh.ts';

export const map = { en, zh };
