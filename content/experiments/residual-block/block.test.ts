import { expect, test } from 'vitest';
import { distance, distances, paths, presets, start, through, type Weights } from './block.ts';
import {
  arrived,
  examples,
  learn,
  meanDistance,
  randomWeights,
  steps,
  taskNames,
  teach,
  uniform,
} from './learning.ts';

const close = (values: readonly number[], expected: readonly number[]) =>
  values.forEach((value, at) => expect(value).toBeCloseTo(expected[at], 10));

test('the values of the start, by hand', () => {
  const values = through(start.x, start.weights);
  close(values.hidden, [0.8, -0.6]);
  close(values.active, [0.8, 0]);
  close(values.branch, [0.4, -0.4]);
  close(values.sum, [2.4, 0.6]);
  close(values.residual, [2.4, 0.6]);
  close(values.plain, [0.4, 0]);
});

test('with zero weights the residual block is the identity, with identity matrices the plain one', () => {
  expect(through(start.x, presets.zero).residual).toEqual(start.x);
  expect(through(start.x, presets.zero).plain).toEqual([0, 0]);
  expect(through(start.x, presets.identity).plain).toEqual(start.x);
  expect(through(start.x, presets.identity).residual).toEqual([4, 2]);
});

test('half the weights, a quarter of the way', () => {
  const { residual, plain } = distances(start.x, start.weights, [1, 0.5, 0]);
  expect(residual[1]).toBeCloseTo(residual[0] / 4, 10);
  expect(residual[2]).toBe(0);
  expect(plain[1]).toBeGreaterThan(plain[0]);
  expect(plain[2]).toBe(1);
});

test('the paths of the gradient are what small changes of x give', () => {
  const random = uniform(3);
  for (let trial = 0; trial < 20; trial++) {
    const weights = randomWeights(random);
    const x = [0.5 + random(), 0.5 + random()];
    for (const output of [0, 1]) {
      const { shortcut, branch, sum, plain } = paths(x, weights, output);
      close(
        sum,
        shortcut.map((one, at) => one + branch[at]),
      );
      for (const input of [0, 1]) {
        const moved = (by: number) => x.map((value, at) => (at === input ? value + by : value));
        const slope = (kind: 'residual' | 'plain') =>
          (through(moved(1e-6), weights)[kind][output] - through(moved(-1e-6), weights)[kind][output]) / 2e-6;
        expect(sum[input]).toBeCloseTo(slope('residual'), 5);
        expect(plain[input]).toBeCloseTo(slope('plain'), 5);
      }
    }
  }
});

test('what is learned from is the mean over the examples, with its gradient', () => {
  const weights = randomWeights(uniform(8));
  const numbers = [...weights.first, ...weights.second].flat();
  const shaped = ([a, b, c, d, e, f, g, h]: readonly number[]): Weights => ({
    first: [
      [a, b],
      [c, d],
    ],
    second: [
      [e, f],
      [g, h],
    ],
  });
  for (const kind of ['residual', 'plain'] as const) {
    const { distance: mean, gradient } = meanDistance(weights, kind, 'identity');
    const each = examples.map((x) => distance(through(x, weights)[kind], x));
    expect(mean).toBeCloseTo(each.reduce((sum, one) => sum + one, 0) / examples.length, 10);

    const loss = (all: readonly number[]) =>
      examples.reduce((sum, x) => {
        const y = through(x, shaped(all))[kind];
        return sum + (0.5 * ((y[0] - x[0]) ** 2 + (y[1] - x[1]) ** 2)) / examples.length;
      }, 0);
    gradient.forEach((slope, at) => {
      const moved = (by: number) => numbers.map((value, i) => (i === at ? value + by : value));
      expect(slope).toBeCloseTo((loss(moved(1e-6)) - loss(moved(-1e-6))) / 2e-6, 5);
    });
  }
});

test('the plain block cannot leave zero weights, the residual one has nothing to learn there', () => {
  expect(learn(presets.zero, 'plain', 'identity').at(-1)).toBe(1);
  expect(learn(presets.zero, 'residual', 'identity').at(-1)).toBe(0);
});

test('the residual block is ahead where the input is nearly the answer, and only there', () => {
  const counts = taskNames.map((task) => {
    const { residual, plain } = teach(0, 200, task);
    expect(residual[0]).toHaveLength(steps / 10 + 1);
    return [arrived(residual), arrived(plain)];
  });
  const [identity, swap, mean] = counts;
  expect(identity[0]).toBeGreaterThan(4 * identity[1]);
  expect(swap[0]).toBeLessThan(3 * swap[1]);
  expect(mean[0]).toBeLessThan(mean[1]);
});
