import { training as en } from './training.en.ts';
import { training as zh } from './training.zh.ts';

export const training = { en, zh };
