/** How long a lesson takes: reading, and what there is to do in it. */
import type { Language } from '../../../src/lib/i18n/languages.ts';
import { mark, type Marked } from './pieces.ts';

const wordsPerMinute = 190;
const charactersPerMinute = 350;

/** Minutes for a formula, a program, the experiment with its prediction, the questions. */
const costs = { display: 0.5, formula: 0.05, Program: 1, Live: 3, Chart: 0.5, Questions: 2.5 } as const;

export function minutesOf({ text, pieces }: Marked, language: Language): number {
  const plain = text.replace(mark, ' x ');
  const characters = language === 'zh' ? (plain.match(/\p{Script=Han}/gu)?.length ?? 0) : 0;
  const words = plain.match(/[\p{Script=Latin}\d][\p{Script=Latin}\d'’-]*/gu)?.length ?? 0;
  const work = pieces.map((piece) => {
    const name = piece.kind === 'tag' ? (piece.form === 'close' ? '' : piece.name) : piece.kind;
    return name in costs ? costs[name as keyof typeof costs] : 0;
  });
  const reading = words / wordsPerMinute + characters / charactersPerMinute;
  return Math.max(1, Math.round(work.reduce((sum, one) => sum + one, reading)));
}
