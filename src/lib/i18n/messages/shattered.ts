import { shattered as en } from './shattered.en.ts';
import { shattered as zh } from './shattered.zh.ts';

export const shattered = { en, zh };
