/** A graph as a reader sees it: sections (picture, stem, stages, head) › units (a block each) › operations. */
import { blocksOf, type Block } from '../model/architecture/blocks.ts';
import type { BlockId, Graph, Node, StageId } from '../model/architecture/graph.ts';

export type UnitKind = 'input' | 'stem' | 'block' | 'head';

/** What is drawn as one tile: a residual block, or all that stands before or after the blocks. */
export interface Unit {
  /** A block's id, else 'input', 'stem', 'head'. */
  readonly id: string;
  readonly kind: UnitKind;
  /** In order of execution. */
  readonly nodes: readonly Node[];
  /** The node whose value leaves the unit. */
  readonly output: string;
  /** Paths and sum of a unit of kind 'block'. */
  readonly block: Block | null;
}

/** One stage's blocks; the input, the stem and the head are sections of one unit. */
export interface Section {
  readonly id: string;
  readonly kind: 'input' | 'stem' | 'stage' | 'head';
  readonly stage: StageId | null;
  readonly units: readonly Unit[];
}

/** A graph's sections in order of execution. Every node is in exactly one unit. */
export function outline(graph: Graph): readonly Section[] {
  const blocks = blocksOf(graph);
  const blockOf = new Map(blocks.map((block) => [block.id, block]));
  const isInBlock = ({ block }: Node) => block !== undefined && blockOf.has(block);
  const first = graph.nodes.findIndex(isInBlock);
  const last = graph.nodes.findLastIndex(isInBlock);
  // A graph without blocks is all stem.
  const stemEnd = first < 0 ? graph.nodes.length : first;

  const sections: Section[] = [
    single('input', graph.nodes.slice(0, 1)),
    single('stem', graph.nodes.slice(1, stemEnd)),
    ...stages(blocks, graph),
    single('head', first < 0 ? [] : graph.nodes.slice(last + 1)),
  ];
  return sections.filter(({ units }) => units.length > 0);
}

function single(kind: 'input' | 'stem' | 'head', nodes: readonly Node[]): Section {
  const output = nodes.at(-1)?.id;
  const units = output === undefined ? [] : [{ id: kind, kind, nodes, output, block: null }];
  return { id: kind, kind, stage: null, units };
}

function stages(blocks: readonly Block[], graph: Graph): Section[] {
  const sections: { id: string; kind: 'stage'; stage: StageId | null; units: Unit[] }[] = [];
  for (const block of blocks) {
    const nodes = graph.nodes.filter((node) => node.block === block.id);
    const unit: Unit = { id: block.id, kind: 'block', nodes, output: block.output, block };
    const current = sections.at(-1);
    if (current && current.stage === block.stage) current.units.push(unit);
    else
      sections.push({
        id: block.stage ?? `stage-${sections.length}`,
        kind: 'stage',
        stage: block.stage,
        units: [unit],
      });
  }
  return sections;
}

/** By node id: the unit that holds it. */
export function unitByNode(sections: readonly Section[]): ReadonlyMap<string, Unit> {
  return new Map(
    sections.flatMap(({ units }) =>
      units.flatMap((unit) => unit.nodes.map((node) => [node.id, unit] as const)),
    ),
  );
}

/** How a block's skip is made: nothing on it, something on it, or no skip. */
export function shortcutKind(block: Block): 'identity' | 'projection' | 'none' {
  if (block.shortcutEnd === null) return 'none';
  return block.shortcutNodes.length > 0 ? 'projection' : 'identity';
}

/** A block's skip, be it one that was there before it was cut. */
export function skipOf(
  block: Block,
  trained?: ReadonlyMap<BlockId, Block>,
): { readonly kind: ReturnType<typeof shortcutKind>; readonly cut: boolean } {
  const now = shortcutKind(block);
  // A scale on an identity shortcut makes no projection of it.
  const kind = shortcutKind(trained?.get(block.id) ?? block);
  return { kind, cut: now === 'none' && kind !== 'none' };
}
