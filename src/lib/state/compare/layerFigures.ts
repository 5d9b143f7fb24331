/** What was measured of the layers of networks in training, as it is drawn and told. Pure functions. */
import type { LayerFigures, RunFacts, TrainedStep } from '../../model/protocol/training.ts';
import type { HeatColumns, HeatKind } from '../../viz/heatMap.ts';

/** The figures that every layer has, and the scale that each is seen on. */
export const figureKinds = {
  gradient: 'log',
  weight: 'log',
  update: 'log',
  std: 'log',
  mean: 'signed',
  dead: 'share',
} as const satisfies Partial<Record<keyof LayerFigures, HeatKind>>;

/** What an axis for a figure reaches in any case. */
export const figureRooms: Readonly<Record<LayerFigure, readonly number[]>> = {
  gradient: [],
  weight: [],
  update: [],
  std: [],
  mean: [0],
  dead: [0, 1],
};

export type LayerFigure = keyof typeof figureKinds;
export const layerFigures = Object.keys(figureKinds) as LayerFigure[];

/** A network of the race, as far as its layers are concerned. */
export interface MeasuredLane {
  readonly id: string;
  readonly facts: RunFacts | null;
  readonly runs: readonly { readonly seed: number; readonly steps: readonly TrainedStep[] }[];
}

export interface MeasuredStep {
  readonly step: number;
  readonly figures: LayerFigures;
}

/** One run of a lane with its measured steps. */
export interface MeasuredRun {
  readonly id: string;
  readonly layers: readonly string[];
  readonly blocks: readonly string[];
  readonly steps: readonly MeasuredStep[];
}

/** Of each lane the run with this seed, as far as it was measured; lanes without one are left out. */
export function measuredRuns(lanes: readonly MeasuredLane[], seed: number): readonly MeasuredRun[] {
  return lanes.flatMap(({ id, facts, runs }) => {
    const run = runs.find((one) => one.seed === seed);
    const steps = run?.steps.filter((step): step is TrainedStep & MeasuredStep => step.figures !== undefined);
    return facts && steps && steps.length > 0
      ? [{ id, layers: facts.layers, blocks: facts.blocks, steps }]
      : [];
  });
}

/** All seeds that a lane has a run with, ascending. */
export const seedsOf = (lanes: readonly MeasuredLane[]): readonly number[] =>
  [...new Set(lanes.flatMap(({ runs }) => runs.map(({ seed }) => seed)))].sort((a, b) => a - b);

/** Every step that any of the runs was measured at, ascending. */
export const measuredSteps = (runs: readonly MeasuredRun[]): readonly number[] =>
  [...new Set(runs.flatMap(({ steps }) => steps.map(({ step }) => step)))].sort((a, b) => a - b);

/** The latest of the measured steps; the one before, while a network whose turn comes after another's is not there yet. */
export function latestStep(runs: readonly MeasuredRun[], steps: readonly number[]): number {
  const [last = 0, before] = steps.slice(-2).reverse();
  const isAwaited = runs.some((run) => run.steps[run.steps.length - 1].step === before);
  return isAwaited ? before : last;
}

/** A column for each of the steps, the layers from top to bottom; none where the run was not measured. */
export function figureColumns(run: MeasuredRun, figure: LayerFigure, steps: readonly number[]): HeatColumns {
  const byStep = new Map(run.steps.map(({ step, figures }) => [step, figures[figure]]));
  return steps.map((step) => byStep.get(step) ?? null);
}

/** The figures at a step, if it was measured. */
export const figuresAt = (run: MeasuredRun, step: number): LayerFigures | undefined =>
  run.steps.find((one) => one.step === step)?.figures;

/** What a layer is, as its name in the graph tells. */
export type LayerRole =
  | { readonly kind: 'stem' }
  | { readonly kind: 'head' }
  | { readonly kind: 'conv'; readonly stage: number; readonly block: number; readonly index: number }
  | { readonly kind: 'projection'; readonly stage: number; readonly block: number };

/** Throws RangeError for what is no layer of a network that is trained here. */
export function layerRole(layer: string): LayerRole {
  if (layer === 'stem_conv') return { kind: 'stem' };
  if (layer === 'head') return { kind: 'head' };
  const found = /^stage(\d+)_block(\d+)_(?:conv(\d+)|projection)$/.exec(layer);
  if (!found) throw new RangeError(`'${layer}' is no layer of a CIFAR network`);
  const [stage, block, index] = found.slice(1).map(Number);
  return found[3] ? { kind: 'conv', stage, block, index } : { kind: 'projection', stage, block };
}

/** From the first convolution (0) through the three stages to the dense layer (4). */
function stageOf(layer: string): number {
  const role = layerRole(layer);
  if (role.kind === 'stem') return 0;
  return role.kind === 'head' ? 4 : role.stage;
}

/** Where each stage begins in a list of layers: the first convolution and the dense layer are stages 0 and 4. */
export const stageStarts = (
  layers: readonly string[],
): readonly { readonly stage: number; readonly from: number }[] =>
  layers.flatMap((layer, from) => {
    const stage = stageOf(layer);
    return from === 0 || stage !== stageOf(layers[from - 1]) ? [{ stage, from }] : [];
  });

/**
 * A place in a network of any depth: the stage, and how far in it, so that 1 is the end of the first stage, 1.5 the
 * middle of the second. Of the convolutions of a stage the i-th of n ends at i / n of it; a projection stands where
 * the first convolution of its block does.
 */
export function layerPlaces(layers: readonly string[]): readonly number[] {
  const roles = layers.map(layerRole);
  const counts = new Map<number, number>();
  for (const role of roles)
    if (role.kind === 'conv') counts.set(role.stage, (counts.get(role.stage) ?? 0) + 1);
  return roles.map((role) => {
    if (role.kind === 'stem') return 0;
    if (role.kind === 'head') return 3 + 1 / counts.get(3)!;
    const index = role.kind === 'conv' ? role.index : 1;
    return role.stage - 1 + (2 * (role.block - 1) + index) / counts.get(role.stage)!;
  });
}

/** Where the three stages begin among the places of networks: half a layer of the deepest before their first. */
export function stageParts(networks: readonly (readonly string[])[]): readonly number[] {
  const first = Math.min(...networks.flatMap((layers) => layerPlaces(layers).filter((place) => place > 0)));
  return [0, 1, 2].map((stage) => stage + first / 2);
}

export interface PlacedValue {
  readonly x: number;
  readonly y: number;
}

/** A figure of all layers at a step, over their places; projections stand beside the way and are left out. */
export function profile(run: MeasuredRun, figure: LayerFigure, step: number): readonly PlacedValue[] {
  const values = figuresAt(run, step)?.[figure];
  if (!values) return [];
  const places = layerPlaces(run.layers);
  return run.layers.flatMap((layer, row) =>
    layerRole(layer).kind === 'projection' ? [] : [{ x: places[row], y: values[row] }],
  );
}

/** ‖F‖ / ‖x‖ of all blocks at a step, over the places of the blocks' ends. */
export function branchProfile(run: MeasuredRun, step: number): readonly PlacedValue[] {
  const values = figuresAt(run, step)?.branch;
  if (!values) return [];
  const places = layerPlaces(run.layers);
  const ends = new Map(run.layers.map((layer, row) => [layer.replace(/_conv2$/, ''), places[row]]));
  return run.blocks.map((block, i) => ({ x: ends.get(block)!, y: values[i] }));
}

/** A figure of one layer over the measured steps. */
export const course = (run: MeasuredRun, figure: LayerFigure, row: number): readonly PlacedValue[] =>
  run.steps.map(({ step, figures }) => ({ x: step, y: figures[figure][row] }));

/** How a positive figure moves: the furthest that it gets from where it starts. */
export interface Change {
  readonly kind: 'fell' | 'rose' | 'stayed';
  /** 1 or more: how many times. */
  readonly factor: number;
  readonly from: number;
  readonly to: number;
}

/** Less than this is no change to speak of. */
const leastFactor = 3;

/** Null where there are fewer than two places with a positive value. */
export function changeOf(values: readonly PlacedValue[]): Change | null {
  const positive = values.filter(({ y }) => y > 0 && Number.isFinite(y));
  if (positive.length < 2) return null;
  const [first] = positive;
  const furthest = positive.reduce((far, one) =>
    Math.abs(Math.log(one.y / first.y)) > Math.abs(Math.log(far.y / first.y)) ? one : far,
  );
  const ratio = furthest.y / first.y;
  const factor = Math.max(ratio, 1 / ratio);
  const kind = factor < leastFactor ? 'stayed' : ratio < 1 ? 'fell' : 'rose';
  return { kind, factor, from: first.x, to: kind === 'stayed' ? positive.at(-1)!.x : furthest.x };
}

/** The first measured step at which a figure of any layer is not finite. */
export const notFiniteFrom = (run: MeasuredRun, figure: LayerFigure): number | null =>
  run.steps.find(({ figures }) => !figures[figure].every(Number.isFinite))?.step ?? null;

/** The layers with the least and the greatest value at a step, by row; null where no value is finite. */
export function extremes(
  run: MeasuredRun,
  figure: LayerFigure,
  step: number,
): { readonly least: number; readonly greatest: number } | null {
  const values = figuresAt(run, step)?.[figure] ?? [];
  const rows = [...values.keys()].filter((row) => Number.isFinite(values[row]));
  if (rows.length === 0) return null;
  const by = (better: (a: number, b: number) => boolean) =>
    rows.reduce((best, row) => (better(values[row], values[best]) ? row : best));
  return { least: by((a, b) => a < b), greatest: by((a, b) => a > b) };
}
