import { audit as en } from './audit.en.ts';
import { audit as zh } from './audit.zh.ts';

export const audit = { en, zh };
