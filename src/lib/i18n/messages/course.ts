import { course as en } from './course.en.ts';
import { course as zh } from './course.zh.ts';

export const course = { en, zh };
