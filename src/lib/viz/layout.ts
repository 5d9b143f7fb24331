/**
 * Where everything on the map of a network stands: a pure function of the graph, the width, and how much is shown.
 * Stages flow like words over lines; a block is a tile with its skip outside it and its sum behind it; operations
 * stand in a band below their unit's line, or each unit's in a card of its own.
 */
import type { Block } from '../model/architecture/blocks.ts';
import type { BlockId, Graph, Shape } from '../model/architecture/graph.ts';
import { inferShapes } from '../model/architecture/shapes.ts';
import type { Box, Point } from './geometry.ts';
import { layoutLines } from './layoutLines.ts';
import type { OperationsLayout } from './layoutOperations.ts';
import { layoutStack } from './layoutStack.ts';
import type { MapLevel } from './levels.ts';
import { outline, type Section, type Unit } from './outline.ts';
import { repeats, type Repeat } from './repeats.ts';

/** What the layout needs to know of a graph; worked out once per graph. */
export interface Network {
  readonly graph: Graph;
  readonly sections: readonly Section[];
  readonly shapes: ReadonlyMap<string, Shape>;
  /** Runs of blocks that are built alike. */
  readonly repeats: readonly Repeat[];
  /** The blocks before interventions took something away; absent where there are none. */
  readonly trained?: ReadonlyMap<BlockId, Block>;
}

export function network(graph: Graph): Network {
  const sections = outline(graph);
  const shapes = inferShapes(graph);
  return { graph, sections, shapes, repeats: repeats(sections, shapes) };
}

export interface UnitLayout {
  readonly unit: Unit;
  readonly section: Section;
  /** A whole stage, drawn as one tile: its blocks, of which `unit` is the last. */
  readonly folded?: readonly Unit[];
  /** The tile that shows the unit's output; smaller where the resolution is. */
  readonly tile: Box;
  /** Sheets drawn behind the tile: more where there are more channels. */
  readonly sheets: number;
  /** All that belongs to the unit, for pointing. */
  readonly slot: Box;
  /** Middle of the baseline of its name; null where a title names it. */
  readonly label: Point | null;
  /** Where its figure stands: a bar, and below it the value in words; null where there is no room for figures. */
  readonly figure: Box | null;
  readonly plus: Point | null;
  /** The main line through the unit: into the tile, and from it to the sum or on. */
  readonly branch: string;
  readonly skip: SkipLayout | null;
  /** The residual branch has been taken away. */
  readonly removed?: true;
}

export interface SkipLayout {
  readonly kind: 'identity' | 'projection';
  readonly path: string;
  /** Middle of its upper edge, where a projection has its mark. */
  readonly mark: Point;
  /** It has been taken away. */
  readonly cut?: true;
}

export interface SectionLayout {
  readonly section: Section;
  /** Start of the baseline of its name; its shape stands one text line below. */
  readonly label: Point;
}

/** The bracket below blocks that are built alike: one stroke per line, its name in the middle of the longest. */
export interface RepeatLayout {
  readonly repeat: Repeat;
  readonly paths: readonly string[];
  readonly label: Point;
}

/** The frame with the operations of a unit: a band below the line of the open one, or its card. */
export interface OpenedLayout {
  readonly unit: Unit;
  readonly frame: Box;
  /** Where the frame points up to the unit's tile; null where the tile stands in it. */
  readonly notch: number | null;
  /** Start of the baseline of its title. */
  readonly title: Point;
  /** Where the operations' own coordinates begin. */
  readonly origin: Point;
  readonly operations: OperationsLayout;
}

export interface NetworkLayout {
  readonly level: MapLevel;
  readonly width: number;
  readonly height: number;
  readonly sections: readonly SectionLayout[];
  readonly units: readonly UnitLayout[];
  readonly repeats: readonly RepeatLayout[];
  /** The main line between units, in order. */
  readonly trunk: readonly string[];
  readonly opened: readonly OpenedLayout[];
}

export interface LayoutOptions {
  /** In pixels. */
  readonly width: number;
  readonly level?: MapLevel;
  /** On the level of blocks: the unit whose operations are shown, if one is. */
  readonly open?: string | null;
  /** Whether there is to be room for a figure of every unit and operation. */
  readonly withFigures?: boolean;
}

const known = new WeakMap<Network, Map<string, NetworkLayout>>();
/** Layouts of one network that are kept: more than the levels and the units one goes back and forth between. */
const most = 24;

/** The whole map. The same question gets the same answer: every layout is worked out once. */
export function layoutNetwork(
  network: Network,
  { width, level = 'blocks', open = null, withFigures = false }: LayoutOptions,
): NetworkLayout {
  const layouts = known.get(network) ?? new Map<string, NetworkLayout>();
  known.set(network, layouts);
  const key = [level, width, withFigures, level === 'blocks' ? open : null].join();
  const layout =
    layouts.get(key) ??
    (level === 'operations'
      ? layoutStack(network, { width, withFigures })
      : layoutLines(network, { width, level, open, withFigures }));
  layouts.delete(key);
  layouts.set(key, layout);
  for (const [oldest] of layouts) {
    if (layouts.size <= most) break;
    layouts.delete(oldest);
  }
  return layout;
}
