import { chart as en } from './chart.en.ts';
import { chart as zh } from './chart.zh.ts';

export const chart = { en, zh };
