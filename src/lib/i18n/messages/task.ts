import { task as en } from './task.en.ts';
import { task as zh } from './task.zh.ts';

export const task = { en, zh };
