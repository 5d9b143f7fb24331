import { expect, test } from 'vitest';
import { cifarNetwork } from '../../model/architecture/cifar.ts';
import type { LayerFigures, TrainedStep } from '../../model/protocol/training.ts';
import {
  branchProfile,
  changeOf,
  course,
  extremes,
  figureColumns,
  layerPlaces,
  latestStep,
  layerRole,
  measuredRuns,
  measuredSteps,
  notFiniteFrom,
  profile,
  seedsOf,
  stageParts,
  stageStarts,
  type MeasuredLane,
} from './layerFigures.ts';
import { nearest } from './nearest.ts';

const layersOf = (depth: number, shortcut: 'none' | 'B' = 'none') =>
  cifarNetwork({ depth, shortcut })
    .nodes.filter(({ kind }) => kind === 'conv' || kind === 'dense')
    .map(({ id }) => id);
const layers = layersOf(8, 'B');
const blocks = ['stage1_block1', 'stage2_block1', 'stage3_block1'];

/** Every layer's figure is `value`, but for the first's, which is `first`. */
function measured(step: number, first: number, value = 1): TrainedStep {
  const each = layers.map((_, row) => (row === 0 ? first : value));
  const figures: LayerFigures = {
    gradient: each,
    weight: each,
    update: each,
    std: each,
    mean: each,
    dead: each,
    branch: blocks.map((_, i) => i + 1),
  };
  return { step, loss: 1, accuracy: 0.5, rate: 0.1, figures };
}
const lane = (id: string, seed: number, steps: readonly TrainedStep[]): MeasuredLane => ({
  id,
  facts: { params: 1, macs: 1, layers, blocks: blocks as never },
  runs: [{ seed, steps }],
});

test('runs of a seed with their measured steps; a lane without such is left out', () => {
  const unmeasured: TrainedStep = { step: 1, loss: 1, accuracy: 0, rate: 0.1 };
  const lanes = [lane('a', 0, [measured(0, 5), unmeasured, measured(2, 1)]), lane('b', 1, [measured(0, 1)])];
  expect(seedsOf(lanes)).toEqual([0, 1]);
  const runs = measuredRuns(lanes, 0);
  expect(runs.map(({ id, steps }) => [id, steps.map(({ step }) => step)])).toEqual([['a', [0, 2]]]);
  expect(measuredRuns([{ ...lanes[0], facts: null }], 0)).toEqual([]);
  expect(course(runs[0], 'gradient', 0)).toEqual([
    { x: 0, y: 5 },
    { x: 2, y: 1 },
  ]);
});

test('the columns of all networks stand for the same steps; one that has stopped has none', () => {
  const [long, short] = measuredRuns(
    [lane('long', 0, [measured(0, 1), measured(10, 2)]), lane('short', 0, [measured(0, 3)])],
    0,
  );
  const steps = measuredSteps([long, short]);
  expect(steps).toEqual([0, 10]);
  expect(figureColumns(short, 'weight', steps)).toEqual([short.steps[0].figures.weight, null]);
});

test('the latest step is one that is awaited of no network; who has stopped is not waited for', () => {
  const first = [0, 5, 10].map((step) => measured(step, 1));
  const latest = (...steps: (readonly TrainedStep[])[]) => {
    const runs = measuredRuns(
      steps.map((one, i) => lane(String(i), 0, one)),
      0,
    );
    return latestStep(runs, measuredSteps(runs));
  };
  expect(latest(first, first)).toBe(10);
  expect(latest(first, first.slice(0, 2))).toBe(5);
  expect(latest(first, first.slice(0, 1))).toBe(10);
  expect(latest(first.slice(0, 1))).toBe(0);
});

test('every layer of a network is told by its role', () => {
  expect(layerRole('stem_conv')).toEqual({ kind: 'stem' });
  expect(layerRole('stage2_block13_conv2')).toEqual({ kind: 'conv', stage: 2, block: 13, index: 2 });
  expect(layerRole('stage3_block1_projection')).toEqual({ kind: 'projection', stage: 3, block: 1 });
  expect(() => layerRole('res2a_branch1')).toThrow(RangeError);
  expect(stageStarts(layersOf(20))).toEqual([
    { stage: 0, from: 0 },
    { stage: 1, from: 1 },
    { stage: 2, from: 7 },
    { stage: 3, from: 13 },
    { stage: 4, from: 19 },
  ]);
});

test('places are shares of the stages, the same in networks of any depth', () => {
  const [shallow, deep] = [layersOf(20), layersOf(56)].map(layerPlaces);
  // The last convolution of each stage ends it.
  for (const [places, perStage] of [
    [shallow, 6],
    [deep, 18],
  ] as const)
    expect([0, 1, 2, 3].map((stage) => places[stage * perStage])).toEqual([0, 1, 2, 3]);
  // 18 is three times 6: all places of the shallow one, but the classifier's, are among those of the deep one.
  expect(shallow.slice(0, -1).filter((place) => !deep.includes(place))).toEqual([]);
  expect(deep).toEqual([...deep].sort((a, b) => a - b));
  expect(nearest(deep, shallow[3])).toBe(9);
  expect(stageParts([layersOf(20), layersOf(56)])).toEqual([0, 1, 2].map((stage) => stage + 1 / 36));
});

test('a profile leaves projections out; the ratios of blocks stand where the blocks end', () => {
  const [run] = measuredRuns([lane('a', 0, [measured(0, 7, 2)])], 0);
  const points = profile(run, 'std', 0);
  expect(points).toHaveLength(layersOf(8).length);
  expect(points[0]).toEqual({ x: 0, y: 7 });
  expect(branchProfile(run, 0)).toEqual([1, 2, 3].map((end) => ({ x: end, y: end })));
  expect([profile(run, 'std', 1), branchProfile(run, 1)]).toEqual([[], []]);
});

test('a change is told by the furthest that a figure gets from where it starts', () => {
  const points = (...values: number[]) => values.map((y, x) => ({ x, y }));
  expect(changeOf(points(700, 7.9, 0.035, 0.07))).toEqual({
    kind: 'fell',
    factor: expect.closeTo(20_000, 6) as number,
    from: 0,
    to: 2,
  });
  expect(changeOf(points(4, 35, 345))).toMatchObject({ kind: 'rose', factor: 86.25, to: 2 });
  expect(changeOf(points(1, 2, 1.5))).toMatchObject({ kind: 'stayed', from: 0, to: 2 });
  // Zero and what is not finite have no ratio.
  expect(changeOf(points(0, 2, 20, Infinity))).toMatchObject({ kind: 'rose', factor: 10, from: 1, to: 2 });
  expect(changeOf(points(0, NaN, 3))).toBeNull();
});

test('the least and the greatest layer, and where values are no longer finite', () => {
  const [run] = measuredRuns([lane('a', 0, [measured(0, 5), measured(10, NaN)])], 0);
  expect(extremes(run, 'dead', 0)).toEqual({ least: 1, greatest: 0 });
  expect(extremes(run, 'dead', 10)).toEqual({ least: 1, greatest: 1 });
  expect(notFiniteFrom(run, 'dead')).toBe(10);
});
