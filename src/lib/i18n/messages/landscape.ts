import { landscape as en } from './landscape.en.ts';
import { landscape as zh } from './landscape.zh.ts';

export const landscape = { en, zh };
