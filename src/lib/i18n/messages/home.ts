import { home as en } from './home.en.ts';
import { home as zh } from './home.zh.ts';

export const home = { en, zh };
