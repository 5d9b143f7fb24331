import { lesions as en } from './lesions.en.ts';
import { lesions as zh } from './lesions.zh.ts';

export const lesions = { en, zh };
