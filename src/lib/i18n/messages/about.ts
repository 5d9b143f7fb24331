import { about as en } from './about.en.ts';
import { about as zh } from './about.zh.ts';

export const about = { en, zh };
