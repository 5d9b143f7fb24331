import { offline as en } from './offline.en.ts';
import { offline as zh } from './offline.zh.ts';

export const offline = { en, zh };
