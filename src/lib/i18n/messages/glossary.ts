import { glossary as en } from './glossary.en.ts';
import { glossary as zh } from './glossary.zh.ts';

export const glossary = { en, zh };
