import { interventions as en } from './interventions.en.ts';
import { interventions as zh } from './interventions.zh.ts';

export const interventions = { en, zh };
