import { gradients as en } from './gradients.en.ts';
import { gradients as zh } from './gradients.zh.ts';

export const gradients = { en, zh };
