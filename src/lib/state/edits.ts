/**
 * Interventions as a list: how it is written in a URL, what may be added to it, what stands in it. Pure functions; at
 * most one rewrite of a kind for a block, a pair of blocks or a channel stands in a list.
 */
import { blocksOf, type Block } from '../model/architecture/blocks.ts';
import type { BlockId, Graph } from '../model/architecture/graph.ts';
import type { Rewrite } from '../model/architecture/rewrite.ts';
import { applyRewrites } from '../model/architecture/rewrites.ts';
import { toPlainError, type PlainError } from '../model/errors.ts';
import type { BlockEdits } from '../viz/blockEdits.ts';

export type Edits = readonly Rewrite[];

/** Largest factor of a branch or a shortcut; the least is 0. */
export const mostFactor = 2;
/** More is no longer read from a URL. */
export const mostEdits = 40;

/** A part of a text that is left out, and why: null when it is no intervention at all. */
export interface RefusedEdit {
  readonly text: string;
  readonly error: PlainError | null;
}

/** 'cut.4d', 'remove.3b', 'branch.2c.0.5', 'shortcut.4b.2', 'swap.4b.4c', 'mute.res4d_branch2b.17'. */
export function formatEdit(rewrite: Rewrite): string {
  switch (rewrite.kind) {
    case 'cutShortcut':
      return `cut.${rewrite.block}`;
    case 'removeBlock':
      return `remove.${rewrite.block}`;
    case 'scaleBranch':
      return `branch.${rewrite.block}.${rewrite.factor}`;
    case 'scaleShortcut':
      return `shortcut.${rewrite.block}.${rewrite.factor}`;
    case 'swapBlocks':
      return `swap.${rewrite.first}.${rewrite.second}`;
    case 'muteChannel':
      return `mute.${rewrite.node}.${rewrite.channel}`;
  }
}

export const formatEdits = (edits: Edits): string => edits.map(formatEdit).join(',');

const name = '([\\w-]{1,40})';
const patterns: readonly [RegExp, (...parts: string[]) => Rewrite][] = [
  [new RegExp(`^cut\\.${name}$`), (block) => ({ kind: 'cutShortcut', block })],
  [new RegExp(`^remove\\.${name}$`), (block) => ({ kind: 'removeBlock', block })],
  [
    new RegExp(`^branch\\.${name}\\.(\\d(?:\\.\\d{1,3})?)$`),
    (block, factor) => ({ kind: 'scaleBranch', block, factor: Number(factor) }),
  ],
  [
    new RegExp(`^shortcut\\.${name}\\.(\\d(?:\\.\\d{1,3})?)$`),
    (block, factor) => ({ kind: 'scaleShortcut', block, factor: Number(factor) }),
  ],
  [new RegExp(`^swap\\.${name}\\.${name}$`), (first, second) => ({ kind: 'swapBlocks', first, second })],
  [
    new RegExp(`^mute\\.${name}\\.(\\d{1,4})$`),
    (node, channel) => ({ kind: 'muteChannel', node, channel: Number(channel) }),
  ],
];

/** One intervention as it is written; null for a text that is none. */
export function parseEdit(text: string): Rewrite | null {
  for (const [pattern, make] of patterns) {
    const found = pattern.exec(text);
    if (found) return make(...found.slice(1));
  }
  return null;
}

/** The interventions that a text asks for, as far as they can be made in this network, and what had to be left out. */
export function parseEdits(graph: Graph, text: string): { edits: Edits; refused: readonly RefusedEdit[] } {
  const edits: Rewrite[] = [];
  const refused: RefusedEdit[] = [];
  for (const part of text === '' ? [] : text.slice(0, 4000).split(',')) {
    const rewrite = parseEdit(part);
    const isNew = rewrite && edits.length < mostEdits && !edits.some((one) => excludes(rewrite, one));
    const error = rewrite && isNew ? whyNot(graph, [...edits, rewrite]) : null;
    if (rewrite && isNew && !error && hasEffect(graph, rewrite)) edits.push(rewrite);
    else refused.push({ text: part.slice(0, 60), error });
  }
  return { edits, refused };
}

/** What keeps these interventions from being made together; null when nothing does. */
export function whyNot(graph: Graph, edits: Edits): PlainError | null {
  try {
    for (const edit of edits) {
      if (edit.kind === 'muteChannel' && !canMute(graph, edit.node)) {
        return { code: 'unknownNode', details: { node: edit.node } };
      }
    }
    applyRewrites(graph, edits);
    return null;
  } catch (error) {
    return toPlainError(error);
  }
}

/** Whether channels of a node can be muted: it is computed, and something but the answer itself comes after it. */
export function canMute(graph: Graph, node: string): boolean {
  const kind = graph.nodes.find(({ id }) => id === node)?.kind;
  return kind !== undefined && !['input', 'dense', 'softmax', 'scale'].includes(kind);
}

function hasEffect(graph: Graph, rewrite: Rewrite): boolean {
  if (rewrite.kind === 'swapBlocks') return rewrite.first !== rewrite.second;
  const isScale = rewrite.kind === 'scaleBranch' || rewrite.kind === 'scaleShortcut';
  if (isScale && (rewrite.factor === 1 || rewrite.factor > mostFactor)) return false;
  return applyRewrites(graph, [rewrite]) !== graph;
}

/** What an intervention is about: two with the same key cannot both stand in a list. */
export function editKey(rewrite: Rewrite): string {
  switch (rewrite.kind) {
    case 'muteChannel':
      return `mute ${rewrite.node} ${rewrite.channel}`;
    case 'swapBlocks':
      return `swap ${[rewrite.first, rewrite.second].sort().join(' ')}`;
    default:
      return `${rewrite.kind} ${rewrite.block}`;
  }
}

/** A path that is gone cannot be scaled as well. */
const goneWith = { scaleShortcut: 'cutShortcut', scaleBranch: 'removeBlock' } as const;

/** Whether one cannot stand beside the other: they are about the same, or the one takes away what the other scales. */
function excludes(one: Rewrite, other: Rewrite): boolean {
  if (editKey(one) === editKey(other)) return true;
  const takesFrom = (a: Rewrite, b: Rewrite) =>
    (b.kind === 'scaleShortcut' || b.kind === 'scaleBranch') &&
    a.kind === goneWith[b.kind] &&
    a.block === b.block;
  return takesFrom(one, other) || takesFrom(other, one);
}

/** The list with one more, in place of what it excludes. */
export const withEdit = (edits: Edits, rewrite: Rewrite): Edits => {
  const at = edits.findIndex((one) => editKey(one) === editKey(rewrite));
  const others = edits.filter((one) => one === edits[at] || !excludes(rewrite, one));
  if (at < 0) return [...others, rewrite];
  return others.map((one) => (one === edits[at] ? rewrite : one));
};

/** The list without what is about the same. */
export const withoutEdit = (edits: Edits, rewrite: Rewrite): Edits =>
  edits.filter((one) => editKey(one) !== editKey(rewrite));

/** The blocks that an intervention is made in. */
export function blocksIn(graph: Graph, rewrite: Rewrite): readonly BlockId[] {
  if (rewrite.kind === 'swapBlocks') return [rewrite.first, rewrite.second];
  if (rewrite.kind !== 'muteChannel') return [rewrite.block];
  const block = graph.nodes.find(({ id }) => id === rewrite.node)?.block;
  return block === undefined ? [] : [block];
}

export const untouched: BlockEdits = {
  cut: false,
  removed: false,
  branch: 1,
  shortcut: 1,
  swappedWith: [],
  muted: 0,
};

/** What is done in each block in which anything is. */
export function editsByBlock(graph: Graph, edits: Edits): ReadonlyMap<BlockId, BlockEdits> {
  const found = new Map<BlockId, BlockEdits>();
  for (const edit of edits) {
    for (const block of blocksIn(graph, edit)) {
      const before = found.get(block) ?? untouched;
      found.set(block, { ...before, ...changeOf(edit, block, before) });
    }
  }
  return found;
}

function changeOf(edit: Rewrite, block: BlockId, before: BlockEdits): Partial<BlockEdits> {
  switch (edit.kind) {
    case 'cutShortcut':
      return { cut: true };
    case 'removeBlock':
      return { removed: true };
    case 'scaleBranch':
      return { branch: edit.factor };
    case 'scaleShortcut':
      return { shortcut: edit.factor };
    case 'swapBlocks':
      return { swappedWith: [...before.swappedWith, edit.first === block ? edit.second : edit.first] };
    case 'muteChannel':
      return { muted: before.muted + 1 };
  }
}

/** The blocks that one can change places with: those of its stage, without the first, which changes the shape. */
export function swapPartners(graph: Graph, block: BlockId): readonly BlockId[] {
  const blocks = blocksOf(graph);
  const stage = blocks.find(({ id }) => id === block)?.stage;
  const [, ...others] = blocks.filter((one: Block) => one.stage === stage).map(({ id }) => id);
  return others.includes(block) ? others.filter((id) => id !== block) : [];
}
