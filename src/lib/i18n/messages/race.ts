import { race as en } from './race.en.ts';
import { race as zh } from './race.zh.ts';

export const race = { en, zh };
