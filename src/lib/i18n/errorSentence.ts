import type { ErrorCode, PlainError } from '../model/errors.ts';
import type { Language } from './languages.ts';
import { errors as en } from './messages/errors.en.ts';
import { errors as zh } from './messages/errors.zh.ts';

const all = { en, zh };

/** What a reader is told about an expected error: what happened, why, and what to do. */
export function errorSentence(language: Language, { code, details }: PlainError): string {
  // PlainError does not tie the details to the code; AtlasError, from which it comes, does.
  const sentence = all[language][code] as (details: PlainError['details']) => string;
  return sentence(details);
}

/** Every code that has a sentence. */
export const errorCodes = Object.keys(en) as ErrorCode[];
