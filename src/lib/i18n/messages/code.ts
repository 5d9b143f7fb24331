import { code as en } from './code.en.ts';
import { code as zh } from './code.zh.ts';

export const code = { en, zh };
