import { views as en } from './views.en.ts';
import { views as zh } from './views.zh.ts';

export const views = { en, zh };
