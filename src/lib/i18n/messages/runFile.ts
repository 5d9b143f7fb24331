import { runFile as en } from './runFile.en.ts';
import { runFile as zh } from './runFile.zh.ts';

export const runFile = { en, zh };
