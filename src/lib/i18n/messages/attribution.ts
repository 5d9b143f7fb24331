import { attribution as en } from './attribution.en.ts';
import { attribution as zh } from './attribution.zh.ts';

export const attribution = { en, zh };
