import { addition as en } from './addition.en.ts';
import { addition as zh } from './addition.zh.ts';

export const addition = { en, zh };
