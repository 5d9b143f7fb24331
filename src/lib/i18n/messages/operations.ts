import { operations as en } from './operations.en.ts';
import { operations as zh } from './operations.zh.ts';

export type { OperationText } from './operations.en.ts';

export const operations = { en, zh };
