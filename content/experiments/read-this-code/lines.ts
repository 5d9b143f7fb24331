/** A program as lines of coloured pieces, and which of its lines another program does not have. */
import { pythonTokens, type Token } from '../../../src/lib/viz/pythonTokens.ts';

export function tokenLines(program: string): Token[][] {
  const lines: Token[][] = [[]];
  for (const { kind, text } of pythonTokens(program)) {
    text.split('\n').forEach((part, at) => {
      if (at > 0) lines.push([]);
      if (part !== '') lines.at(-1)!.push({ kind, text: part });
    });
  }
  return lines;
}

/** Numbers, from 0, of the lines that are new against the other program; those must have a line left in the same order. */
export function changedLines(program: string, before: string): number[] {
  const old = before.split('\n');
  let next = 0;
  return program.split('\n').flatMap((line, at) => {
    const found = old.indexOf(line, next);
    // A blank line far ahead is another one.
    if (found < 0 || found - next > 3) return [at];
    next = found + 1;
    return [];
  });
}
