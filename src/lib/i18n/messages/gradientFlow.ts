import { gradientFlow as en } from './gradientFlow.en.ts';
import { gradientFlow as zh } from './gradientFlow.zh.ts';

export const gradientFlow = { en, zh };
