import { inside as en } from './inside.en.ts';
import { inside as zh } from './inside.zh.ts';

export const inside = { en, zh };
