import { paths as en } from './paths.en.ts';
import { paths as zh } from './paths.zh.ts';

export const paths = { en, zh };
