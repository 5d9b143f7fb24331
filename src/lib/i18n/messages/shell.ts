import { shell as en } from './shell.en.ts';
import { shell as zh } from './shell.zh.ts';

export const shell = { en, zh };
