/** Figures that the map can show by size and shade: what each stage, unit and operation costs or measures. Pure. */
import { decimals, formatBytes, formatMilliseconds, formatNumber } from '../i18n/format.ts';
import type { Language } from '../i18n/languages.ts';
import type { NodeFacts } from '../model/architecture/facts.ts';
import type { Section } from './outline.ts';
import { operationItem, sectionItem, unitItem } from './tree.ts';

export const encodings = ['none', 'params', 'macs', 'activations', 'time', 'ratio', 'divergence'] as const;
export type Encoding = (typeof encodings)[number];

/** Those that follow from the graph alone. */
export const costEncodings = ['params', 'macs', 'activations'] as const satisfies readonly Encoding[];
export type CostEncoding = (typeof costEncodings)[number];

export const isCost = (encoding: Encoding): encoding is CostEncoding =>
  costEncodings.some((one) => one === encoding);

const bytesPerValue = 4;

/** Values by the id of what they belong to; what has none is not in them. */
export interface Figures {
  readonly sections: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, number>;
  readonly nodes: ReadonlyMap<string, number>;
}

/** How a stage's figure comes from those of its units. */
const ofStage: Readonly<Record<Exclude<Encoding, 'none'>, 'sum' | 'mean' | 'last'>> = {
  params: 'sum',
  macs: 'sum',
  activations: 'sum',
  time: 'sum',
  ratio: 'mean',
  divergence: 'last',
};

/** A node's cost: numbers stored; multiply-adds; bytes of its value in float32. */
export function costOf({ params, macs, shape }: NodeFacts, encoding: CostEncoding): number {
  if (encoding === 'params') return params;
  if (encoding === 'macs') return macs;
  return bytesPerValue * shape.reduce((product, side) => product * side, 1);
}

/** Costs of everything in a network; a unit costs what its nodes do. */
export function costFigures(
  sections: readonly Section[],
  facts: ReadonlyMap<string, NodeFacts>,
  encoding: CostEncoding,
): Figures {
  const nodes = new Map([...facts].map(([id, node]) => [id, costOf(node, encoding)]));
  const units = new Map(
    sections
      .flatMap((section) => section.units)
      .map((unit) => [unit.id, unit.nodes.reduce((sum, { id }) => sum + nodes.get(id)!, 0)]),
  );
  return { sections: stagesOf(sections, units, encoding), units, nodes };
}

/** Measured figures; `nodes` for those that are measured there, too. */
export function measuredFigures(
  sections: readonly Section[],
  measured: Iterable<readonly [string, number]>,
  encoding: Exclude<Encoding, 'none'>,
  nodes: Iterable<readonly [string, number]> = [],
): Figures {
  const units = new Map(measured);
  return { sections: stagesOf(sections, units, encoding), units, nodes: new Map(nodes) };
}

function stagesOf(
  sections: readonly Section[],
  units: ReadonlyMap<string, number>,
  encoding: Exclude<Encoding, 'none'>,
): ReadonlyMap<string, number> {
  return new Map(
    sections.flatMap(({ id, units: own }) => {
      const values = own.flatMap((unit) => units.get(unit.id) ?? []);
      if (values.length === 0) return [];
      const sum = values.reduce((so, value) => so + value, 0);
      const how = ofStage[encoding];
      if (how === 'last') return units.has(own.at(-1)!.id) ? [[id, values.at(-1)!] as const] : [];
      return [[id, how === 'sum' ? sum : sum / values.length] as const];
    }),
  );
}

/** Nothing to show. */
export const noFigures: Figures = { sections: new Map(), units: new Map(), nodes: new Map() };

/** A figure as it is drawn: the share of the largest of its kind, and in words. */
export interface Figure {
  readonly share: number;
  readonly text: string;
}

/** The ends of the figures of one kind: what has the smallest and the largest. */
export interface Range {
  readonly kind: 'sections' | 'units' | 'nodes';
  readonly least: { readonly id: string; readonly value: number };
  readonly most: { readonly id: string; readonly value: number };
}

export function rangeOf(figures: Figures, kind: Range['kind']): Range | null {
  const entries = [...figures[kind]].map(([id, value]) => ({ id, value }));
  if (entries.length === 0) return null;
  const least = entries.reduce((best, one) => (one.value < best.value ? one : best));
  const most = entries.reduce((best, one) => (one.value > best.value ? one : best));
  return { kind, least, most };
}

/** By item of the tree (see `tree.ts`): each figure next to the largest of its kind, from zero on. */
export function drawnFigures(
  figures: Figures,
  encoding: Encoding,
  language: Language,
): ReadonlyMap<string, Figure> {
  const items = { sections: sectionItem, units: unitItem, nodes: operationItem } as const;
  return new Map(
    (['sections', 'units', 'nodes'] as const).flatMap((kind) => {
      const most = rangeOf(figures, kind)?.most.value ?? 0;
      return [...figures[kind]].map(([id, value]): [string, Figure] => [
        items[kind](id),
        { share: most > 0 ? value / most : 0, text: figureText(value, encoding, language) },
      ]);
    }),
  );
}

const steps = [
  { from: 1e9, sign: '\u202fG' },
  { from: 1e6, sign: '\u202fM' },
  { from: 1e3, sign: '\u202fk' },
  { from: 0, sign: '' },
];

/** A figure in its unit, short enough for the map: '2.36 M', '803 kB', '12 ms', '0.84'. */
export function figureText(value: number, encoding: Encoding, language: Language): string {
  if (encoding === 'activations') return formatBytes(value, language);
  if (encoding === 'time') return formatMilliseconds(value, language);
  if (encoding === 'ratio' || encoding === 'divergence') {
    return formatNumber(value, language, decimals(2));
  }
  const { from, sign } = steps.find((step) => value >= step.from)!;
  return formatNumber(value / (from || 1), language, { maximumSignificantDigits: 3 }) + sign;
}
