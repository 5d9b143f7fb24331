import { initialisation as en } from './initialisation.en.ts';
import { initialisation as zh } from './initialisation.zh.ts';

export const initialisation = { en, zh };
