import { describe, expect, test } from 'vitest';
import type { Lane, LaneRun } from './race.svelte.ts';
import { parseLane } from './laneConfiguration.ts';
import { curveOf, movingMean, mostPoints, standings } from './raceCurves.ts';

const run = (losses: readonly number[], seed = 0): LaneRun => ({
  id: `plain-8 ${seed}`,
  seed,
  steps: losses.map((loss, step) => ({
    step,
    loss,
    accuracy: step / losses.length,
    rate: 0.1,
    ...(step % 2 === 0 && { heldOut: { loss: 2 * loss, accuracy: 0 } }),
  })),
});
const loss = ({ loss }: { loss: number }) => loss;

describe('a curve', () => {
  test('of one seed is what was measured', () => {
    expect(curveOf([run([3, 2, 1])], loss, 1)).toEqual([
      { x: 0, y: 3 },
      { x: 1, y: 2 },
      { x: 2, y: 1 },
    ]);
    expect(curveOf([run([])], loss, 1)).toEqual([]);
  });

  test('is smoothed by the mean of the last steps, fewer at its beginning', () => {
    expect(movingMean([4, 2, 6, 0], 2)).toEqual([4, 3, 4, 3]);
    expect(curveOf([run([4, 2, 6, 0])], loss, 3).map(({ y }) => y)).toEqual([4, 3, 4, 8 / 3]);
  });

  test('of several seeds has their mean and reaches from the smallest to the largest, as far as all have come', () => {
    expect(curveOf([run([4, 2, 1]), run([2, 6], 1)], loss, 1)).toEqual([
      { x: 0, y: 3, low: 2, high: 4 },
      { x: 1, y: 4, low: 2, high: 6 },
    ]);
  });

  test('of held-out pictures has a point where they were tested', () => {
    expect(curveOf([run([3, 2, 1])], ({ heldOut }) => heldOut?.loss, 1)).toEqual([
      { x: 0, y: 6 },
      { x: 2, y: 2 },
    ]);
  });

  test('of many steps has the means of equally many', () => {
    const points = curveOf([run(Array.from({ length: 1000 }, (_, i) => i))], loss, 1);
    expect(points.length).toBeLessThanOrEqual(mostPoints);
    expect(points.slice(0, 2)).toEqual([
      { x: 2, y: 1 },
      { x: 5, y: 4 },
    ]);
    expect(points.at(-1)).toEqual({ x: 999, y: 999 });
  });

  test('shows where a run diverged', () => {
    expect(curveOf([run([3, NaN])], loss, 20).map(({ y }) => y)).toEqual([3, NaN]);
  });
});

test('how networks stand is the mean of their last 20 steps, and of all seeds', () => {
  const configuration = parseLane('plain-8')!;
  const lane = (id: string, runs: readonly LaneRun[]): Lane => ({
    id,
    configuration,
    facts: null,
    runs,
    diverged: null,
  });
  const long = run([...Array.from({ length: 80 }, () => 9), ...Array.from({ length: 20 }, () => 1)]);
  const other = run(
    Array.from({ length: 100 }, () => 2),
    1,
  );
  const [one, two, ...none] = standings([lane('a', [long]), lane('b', [long, other]), lane('c', [run([])])]);
  expect(none).toEqual([]);
  expect(one).toMatchObject({ id: 'a', loss: 1, spread: null });
  // Steps 80 … 99 of 100.
  expect(one.accuracy).toBeCloseTo(0.895);
  expect(two).toMatchObject({ id: 'b', loss: 1.5 });
  expect(two.spread?.low).toBeCloseTo(0.895);
});
