/** Words of one language in a text of the other. */
import type { Language } from '../../i18n/languages.ts';

/** English words that a Chinese text may hold: what is printed so in Chinese too, and commands. */
const allowed = new Set([
  'top',
  'crop',
  'softmax',
  'batch',
  'conv',
  'float',
  'seed',
  'dropout',
  'mixup',
  'cutmix',
]);

/** A command, or an expression of a program. */
const isCommand = (text: string) => /^(?:npm|node|npx|python3?) |[=!<>]=|\w\(\w*\)/.test(text);

/** English prose in a Chinese text: words in lower case, of four letters and more, that are no names. */
export function englishIn(text: string): string[] {
  if (isCommand(text)) return [];
  const words = text
    .replace(/`[^`]*`|https?:\S+|\b(?:npm|node) [^，。；（）]*/g, ' ')
    .match(/(?<![\p{L}\d_./-])[a-z]{4,}(?![\p{L}\d_/]|-\d|\.\w)/gu);
  return (words ?? []).filter((word) => !allowed.has(word));
}

const isHan = /\p{Script=Han}/u;

/** What makes a text none of its language, in a word; '' when nothing does. */
export function wrongLanguage(text: string, language: Language): string {
  if (text.trim() === '') return 'empty';
  if (language === 'en') return isHan.test(text) ? 'Chinese' : '';
  const words = englishIn(text).length;
  return !isHan.test(text) && words > 1 ? 'English' : '';
}
