/** The three lines at a lesson's top. */
import { LessonError } from './failure.ts';

const names = ['title', 'question', 'description'] as const;
export type Frontmatter = Readonly<Record<(typeof names)[number], string>>;

export interface Parted {
  readonly frontmatter: Frontmatter;
  readonly body: string;
  /** Line of the file on which the body begins, from 1. */
  readonly line: number;
}

export function partFrontmatter(source: string, file: string): Parted {
  const text = source.replaceAll('\r\n', '\n').replace(/^\ufeff/, '');
  const match = /^---\n([\s\S]*?)\n---\n/.exec(text);
  if (!match)
    throw new LessonError(
      file,
      1,
      'the file begins with --- , three lines (title, question, description) and --- .',
    );
  const found = new Map<string, string>();
  match[1].split('\n').forEach((line, index) => {
    const [, name, value] = /^(\w+):\s*(.*?)\s*$/.exec(line) ?? [];
    if (!name || !names.some((known) => known === name))
      throw new LessonError(file, index + 2, `"${line}" is none of title, question, description.`);
    found.set(name, value.replace(/^(['"])(.*)\1$/, '$2'));
  });
  for (const name of names)
    if (!found.get(name)) throw new LessonError(file, 1, `${name} is missing at the top of the file.`);
  return {
    frontmatter: Object.fromEntries(found) as Frontmatter,
    body: text.slice(match[0].length),
    line: match[0].split('\n').length,
  };
}
