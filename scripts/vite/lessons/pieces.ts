/**
 * What is no Markdown in a lesson (code, formulas, tags) is taken out before Markdown is parsed, and stands in the
 * text as a mark. So a formula may hold `_` and `|`, and a line may begin with a tag.
 */
import { LessonError } from './failure.ts';

export interface Tag {
  readonly kind: 'tag';
  readonly name: string;
  readonly form: 'open' | 'close' | 'empty';
  readonly attributes: Readonly<Record<string, string>>;
}

export type Piece = { readonly line: number; readonly source: string } & (
  | Tag
  | { readonly kind: 'fence'; readonly language: string; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'display'; readonly tex: string }
  | { readonly kind: 'formula'; readonly tex: string }
);

/** Components that stand on lines of their own; the others stand in a sentence. */
export const blockComponents = [
  'Predict',
  'Live',
  'Happened',
  'Questions',
  'Misconception',
  'Program',
  'Chart',
] as const;
export const inlineComponents = ['Value', 'Term', 'Cite'] as const;

const isBlockComponent = (name: string) => blockComponents.some((one) => one === name);

export const isBlock = (piece: Piece): boolean =>
  piece.kind === 'fence' ||
  piece.kind === 'display' ||
  (piece.kind === 'tag' && isBlockComponent(piece.name));

const open = '\ue000';
const close = '\ue001';
export const mark = /\ue000(\d+)\ue001/g;

export interface Marked {
  /** Markdown with marks. */
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** Line of the file for each line of `text`. */
  readonly lines: readonly number[];
}

const scanner = new RegExp(
  [
    /^(?<indent>[ \t]*)(?<fence>`{3,})(?<info>[^\n`]*)\n(?<block>[\s\S]*?)\n[ \t]*\k<fence>[ \t]*$/,
    /(?<ticks>`+)(?<code>(?:[^`]|(?!\k<ticks>)`)+)\k<ticks>/,
    /\\\$/,
    /\$\$(?<display>[\s\S]+?)\$\$/,
    /\$(?![\s$])(?<formula>(?:\\[\s\S]|\n(?!\n)|[^$\\\n])*?)(?<!\s)\$(?!\d)/,
    /<(?<closing>\/?)(?<name>[A-Za-z][\w:-]*)(?<attributes>(?:\s+[\w-]+(?:\s*=\s*"[^"]*")?)*)\s*(?<empty>\/?)>/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gm',
);

const entities: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>' };
const plain = (text: string) => text.replace(/&(quot|amp|lt|gt);/g, (_, name: string) => entities[name]);

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w-]+)(?:\s*=\s*"([^"]*)")?/g)].map(([, name, value = '']) => [name, plain(value)]),
  );
}

function pieceOf(match: RegExpExecArray, line: number, file: string): Piece | null {
  const groups = match.groups!;
  const common = { line, source: match[0] };
  if (groups.fence) {
    const indent = new RegExp(`^[ \\t]{0,${groups.indent.length}}`, 'gm');
    return { ...common, kind: 'fence', language: groups.info.trim(), text: groups.block.replace(indent, '') };
  }
  if (groups.ticks) return { ...common, kind: 'code', text: groups.code.replace(/\s+/g, ' ').trim() };
  if (groups.display) return { ...common, kind: 'display', tex: groups.display.trim() };
  if (groups.formula) return { ...common, kind: 'formula', tex: groups.formula };
  if (groups.name) {
    const form = groups.closing ? 'close' : groups.empty ? 'empty' : 'open';
    const known = isBlockComponent(groups.name) || inlineComponents.some((one) => one === groups.name);
    if (!known) throw new LessonError(file, line, `<${groups.name}> is none of the components of lessons.`);
    return { ...common, kind: 'tag', name: groups.name, form, attributes: attributesOf(groups.attributes) };
  }
  return null;
}

/** @param first line of the file on which `body` begins */
export function takePieces(body: string, first: number, file: string): Marked {
  const pieces: Piece[] = [];
  const lines: number[] = [];
  let text = '';
  let line = first;
  const write = (chunk: string, isSource: boolean) => {
    for (const one of chunk) {
      if (one !== '\n') continue;
      lines.push(line);
      if (isSource) line++;
    }
    text += chunk;
  };
  let end = 0;
  for (const match of body.matchAll(scanner)) {
    write(body.slice(end, match.index), true);
    end = match.index + match[0].length;
    const piece = pieceOf(match, line, file);
    if (!piece) {
      write(match[0], true);
      continue;
    }
    const here = `${open}${pieces.length}${close}`;
    pieces.push(piece);
    if (isBlock(piece)) {
      const before = /[^\n]*$/.exec(text)![0];
      const isAlone = /^\s*$/.test(before) && /^[ \t]*(?:\n|$)/.test(body.slice(end));
      if (!isAlone)
        throw new LessonError(file, line, `${match[0].split('\n')[0]} stands on a line of its own.`);
      // Inside a list item it keeps the item's indentation.
      const indent = before + (match.groups!.indent ?? '');
      write(`\n${indent}${here}\n`, false);
    } else write(here, false);
    line += match[0].split('\n').length - 1;
  }
  write(body.slice(end), true);
  lines.push(line);
  return { text, pieces, lines };
}
