import { exporting as en } from './export.en.ts';
import { exporting as zh } from './export.zh.ts';

export const exporting = { en, zh };
