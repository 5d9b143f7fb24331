import { courseTest as en } from './courseTest.en.ts';
import { courseTest as zh } from './courseTest.zh.ts';

export const courseTest = { en, zh };
