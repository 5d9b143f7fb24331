import { experiment as en } from './experiment.en.ts';
import { experiment as zh } from './experiment.zh.ts';

export const experiment = { en, zh };
