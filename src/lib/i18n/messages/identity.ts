import { identity as en } from './identity.en.ts';
import { identity as zh } from './identity.zh.ts';

export const identity = { en, zh };
