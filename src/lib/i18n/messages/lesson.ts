import { lesson as en } from './lesson.en.ts';
import { lesson as zh } from './lesson.zh.ts';

export const lesson = { en, zh };
