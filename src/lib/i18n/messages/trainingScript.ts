import { trainingScript as en } from './trainingScript.en.ts';
import { trainingScript as zh } from './trainingScript.zh.ts';

export const trainingScript = { en, zh };
