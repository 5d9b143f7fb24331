/** Goes through a lesson's Markdown tree: marks become markup, headings get anchors, links keep the language. */
import { lessonIds } from '../../../src/lib/lesson/course.ts';
import { lesson as messages } from '../../../src/lib/i18n/messages/lesson.ts';
import { LessonError } from './failure.ts';
import { displayFormula, inlineFormula } from './formula.ts';
import type { Components, Environment } from './components.ts';
import type { Block, Part, Used } from './lesson.ts';
import { textOf } from './lesson.ts';
import { escapeAttribute, escapeText } from './markup.ts';
import { isBlock, mark, type Marked, type Piece } from './pieces.ts';

/** A node of mdast. */
export interface TreeNode {
  type: string;
  value?: string;
  children?: TreeNode[];
  url?: string;
  depth?: number;
  data?: { hProperties?: Record<string, string> };
  position?: { start: { line: number } };
}

const raw = (value: string): TreeNode => ({ type: 'html', value });

const isMarkAlone = (node: TreeNode) =>
  node.type === 'paragraph' &&
  node.children?.length === 1 &&
  node.children[0].type === 'text' &&
  /^\s*\ue000\d+\ue001\s*$/.test(node.children[0].value!);

/** 'Which layers lost? (1)' → 'which-layers-lost-1' */
const slug = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[’']|\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** A line break in the file between two Chinese characters is no space. */
const wide = '[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef\\u3000-\\u303f“”‘’…—]';
const brokenChinese = new RegExp(`(?<=${wide})[ \\t]*\\n[ \\t]*(?=${wide})`, 'g');

const tableNames = { en: 'Table', zh: '表格' } as const;
const codeNames = { en: 'Code', zh: '代码' } as const;

export class Tree {
  readonly blocks: Block[] = [];
  readonly headings: { id: string; text: string; level: number }[] = [];
  readonly links: Used[] = [];
  #parts: Part[] = [];
  #line = 1;

  constructor(
    private readonly environment: Environment,
    private readonly marked: Marked,
    private readonly components: Components,
  ) {}

  /** Changes the tree in place. */
  go(root: TreeNode): void {
    root.children = this.#flow(root.children ?? []);
    this.components.checkClosed();
  }

  #lineOf(node: TreeNode): number {
    const line = node.position?.start.line;
    return line ? (this.marked.lines[line - 1] ?? this.#line) : this.#line;
  }

  #fail(sentence: string): never {
    throw new LessonError(this.environment.file, this.#line, sentence);
  }

  #block(kind: Block['kind'], line: number): void {
    if (this.#parts.length > 0)
      this.blocks.push({ kind, line, under: this.headings.at(-1)?.id ?? '', parts: this.#parts });
    this.#parts = [];
  }

  #flow(nodes: readonly TreeNode[]): TreeNode[] {
    return nodes.flatMap((node) => {
      this.#line = this.#lineOf(node);
      const line = this.#line;
      switch (node.type) {
        case 'paragraph': {
          const piece = isMarkAlone(node) ? this.#piece(node.children![0].value!) : undefined;
          if (piece && isBlock(piece)) return this.#blockPiece(piece);
          const children = this.#inline(node.children ?? []);
          this.components.checkClosed('Term');
          this.#block('paragraph', line);
          return [{ ...node, children }];
        }
        case 'heading':
          return [this.#heading(node, line)];
        case 'table':
          return this.#table(node);
        case 'html':
          return this.#fail(`"${node.value!.split('\n')[0]}" is HTML, which lessons are written without.`);
        case 'code':
          return this.#fail('code stands between ``` and ``` .');
        case 'definition':
        case 'footnoteDefinition':
          return this.#fail('write the link in its place: [text](/page/).');
        default:
          return [node.children ? { ...node, children: this.#flow(node.children) } : node];
      }
    });
  }

  #piece(text: string): Piece {
    return this.marked.pieces[Number(/\d+/.exec(text)![0])];
  }

  #blockPiece(piece: Piece): TreeNode[] {
    const { language, colour } = this.environment;
    if (piece.kind === 'display')
      return [raw(this.#typeset(piece, () => displayFormula(piece.tex, language)))];
    if (piece.kind === 'fence') {
      const html = colour(piece.text, piece.language);
      return [
        raw(
          `<!-- svelte-ignore a11y_no_noninteractive_tabindex -->\n<pre tabindex="0" role="group" aria-label="${codeNames[language]}" translate="no"><code>${html}</code></pre>`,
        ),
      ];
    }
    if (piece.kind !== 'tag') return [];
    if (piece.attributes.claim) {
      this.#parts = [{ kind: 'text', text: piece.attributes.claim }];
      this.#block('claim', piece.line);
    }
    if (piece.name === 'Questions') this.#questions();
    return [raw(this.components.render(piece, false).html)];
  }

  /** The component has a heading of its own. */
  #questions(): void {
    const { title } = messages[this.environment.language].questions;
    this.headings.push({ id: 'questions', text: title, level: 2 });
  }

  #typeset(piece: Piece, typeset: () => string): string {
    try {
      return typeset();
    } catch (error) {
      const reason = String((error as Error).message).replace(/^KaTeX parse error: /, '');
      throw new LessonError(this.environment.file, piece.line, `a formula that KaTeX cannot read: ${reason}`);
    }
  }

  #heading(node: TreeNode, line: number): TreeNode {
    const last = node.children?.at(-1);
    const [, written] = (last?.type === 'text' && /\s*\{#([a-z0-9][a-z0-9-]*)\}\s*$/.exec(last.value!)) || [];
    if (written) last!.value = last!.value!.replace(/\s*\{#[^}]*\}\s*$/, '');
    const children = this.#inline(node.children ?? []);
    const text = textOf(this.#parts);
    if (!written && this.environment.language === 'zh')
      this.#fail(`the heading "${text}" needs the anchor of the English one: {#anchor}.`);
    if (node.depth === 1) this.#fail(`"${text}" is a heading of the page: a lesson's own begin with ## .`);
    const id = written ?? slug(text);
    if (!id) this.#fail(`the heading "${text}" needs an anchor: {#anchor}.`);
    if (/^source-|^(?:questions|sources|contents)$/.test(id))
      this.#fail(`the anchor "${id}" is one of the page's own.`);
    if (this.headings.some((one) => one.id === id)) this.#fail(`two headings have the anchor "${id}".`);
    this.headings.push({ id, text, level: node.depth! });
    this.#block('heading', line);
    const anchored = [raw(`<a class="anchor" href="#${id}">`), ...children, raw('</a>')];
    if (children.some(({ value }) => /^(?:<a |<Term )|^.?<a /.test(value ?? '')))
      this.#fail(`the heading "${text}" is a link to itself and can hold no other.`);
    return { ...node, children: anchored, data: { hProperties: { id } } };
  }

  #table(node: TreeNode): TreeNode[] {
    const rows = (node.children ?? []).map((row) => {
      const line = this.#lineOf(row);
      const cells = (row.children ?? []).map((cell) => {
        const children = this.#inline(cell.children ?? []);
        this.#parts.push({ kind: 'text', text: ' ' });
        return { ...cell, children };
      });
      this.#block('row', line);
      return { ...row, children: cells };
    });
    const name = tableNames[this.environment.language];
    return [
      raw(
        `<!-- svelte-ignore a11y_no_noninteractive_tabindex -->\n<div class="scroll" tabindex="0" role="group" aria-label="${name}">`,
      ),
      { ...node, children: rows },
      raw('</div>'),
    ];
  }

  #inline(nodes: readonly TreeNode[]): TreeNode[] {
    return nodes.flatMap((node) => {
      switch (node.type) {
        case 'text':
          return this.#text(node.value!);
        case 'link':
          return this.#link(node);
        case 'inlineCode':
        case 'html':
          return this.#fail(`"${node.value}" is HTML, which lessons are written without.`);
        case 'image':
        case 'imageReference':
          return this.#fail('lessons have no pictures of their own: use a component.');
        case 'linkReference':
        case 'footnoteReference':
          // Brackets that are no link.
          return [raw('['), ...this.#inline(node.children ?? []), raw(']')];
        default:
          return [node.children ? { ...node, children: this.#inline(node.children) } : node];
      }
    });
  }

  #link(node: TreeNode): TreeNode[] {
    const url = node.url!;
    this.links.push({ name: url, line: this.#line });
    const children = this.#inline(node.children ?? []);
    if (!this.#isThere(url)) return children;
    if (url.startsWith('/')) this.components.imports.set('localise', '$lib/i18n/index.ts');
    const attributes = url.startsWith('/')
      ? `href={localise(${JSON.stringify(url)})}`
      : url.startsWith('#')
        ? `href="${escapeAttribute(url)}"`
        : /^https?:\/\//.test(url)
          ? `href="${escapeAttribute(url)}" rel="external"`
          : this.#fail(`the link "${url}" begins neither with / nor with # nor with https://.`);
    return [raw(`<a ${attributes}>`), ...children, raw('</a>')];
  }

  /** Not so for a lesson of the course that is yet to be written. */
  #isThere(url: string): boolean {
    const lesson = lessonIds.find((id) => url.startsWith(`/lessons/${id}/`));
    return !lesson || this.environment.material.lessons.includes(lesson);
  }

  #text(value: string): TreeNode[] {
    const nodes: TreeNode[] = [];
    const { language } = this.environment;
    const text = language === 'zh' ? value.replace(brokenChinese, '') : value;
    const write = (chunk: string) => {
      if (chunk === '') return;
      this.#parts.push({ kind: 'text', text: chunk });
      nodes.push(raw(escapeText(chunk)));
    };
    let end = 0;
    for (const match of text.matchAll(mark)) {
      const piece = this.marked.pieces[Number(match[1])];
      const before = text.slice(end, match.index);
      end = match.index + match[0].length;
      this.#line = piece.line;
      if (isBlock(piece)) this.#fail(`${piece.source.split('\n')[0]} stands in a paragraph of its own.`);
      const isCite = piece.kind === 'tag' && piece.name === 'Cite';
      const inBrackets = /[(（][^)）]*$/.test(before);
      const needsNoSpace = isCite && language === 'zh' && !inBrackets && !('bare' in piece.attributes);
      write(needsNoSpace ? before.trimEnd() : before);
      nodes.push(raw(this.#inlinePiece(piece, inBrackets)));
    }
    write(text.slice(end));
    return nodes;
  }

  #inlinePiece(piece: Piece, inBrackets: boolean): string {
    if (piece.kind === 'code') {
      this.#parts.push({ kind: 'code', text: piece.text });
      return `<code translate="no">${escapeText(piece.text)}</code>`;
    }
    if (piece.kind === 'formula') {
      this.#parts.push({ kind: 'formula', text: piece.tex });
      return this.#typeset(piece, () => inlineFormula(piece.tex));
    }
    if (piece.kind !== 'tag') return '';
    const { html, part } = this.components.render(piece, inBrackets);
    if (part) this.#parts.push(part);
    return html;
  }
}
