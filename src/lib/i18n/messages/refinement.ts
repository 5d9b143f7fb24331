import { refinement as en } from './refinement.en.ts';
import { refinement as zh } from './refinement.zh.ts';

export const refinement = { en, zh };
