import { depths as en } from './depths.en.ts';
import { depths as zh } from './depths.zh.ts';

export const depths = { en, zh };
