import { inspector as en } from './inspector.en.ts';
import { inspector as zh } from './inspector.zh.ts';

export const inspector = { en, zh };
