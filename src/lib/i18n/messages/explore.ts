import { explore as en } from './explore.en.ts';
import { explore as zh } from './explore.zh.ts';

export const explore = { en, zh };
