/** Gradient curves against differences of an independent network, and against the published figures. */
import { describe, expect, test } from 'vitest';
import type { CurveSource, ScalarNetwork } from '../protocol/shattered.ts';
import { RandomStream } from './random.ts';
import { curveEnd, curvePoints, curveOf, gradientCurve, measureCurve } from './shattered.ts';

const small: ScalarNetwork = {
  net: 'plain',
  layers: 4,
  width: 5,
  norm: 'batch',
  bias: true,
  beta: 0.5,
  seed: 3,
};
const inputs = Array.from(
  { length: curvePoints },
  (_, i) => -curveEnd + (2 * curveEnd * i) / (curvePoints - 1),
);

/**
 * The network as a function, written down once more, unit by unit and without derivatives. Statistics of the norm
 * come from all inputs and then stay, so that differences see them as constants.
 */
function reference({ net, layers, width, norm, bias, beta, seed }: ScalarNetwork): (x: number) => number {
  const draw = (name: string, rows: number, columns: number, deviation: number) => {
    const stream = new RandomStream(seed, name);
    return Array.from({ length: rows }, () => ({
      weights: Array.from({ length: columns }, () => deviation * stream.normal()),
      shift: bias ? deviation * stream.normal() : (stream.normal(), 0),
    }));
  };
  const relu = (h: number[]) => h.map((value) => Math.max(0, value));
  let soFar: (x: number) => number[] = (x) => [x];
  for (let layer = 1; layer <= layers; layer++) {
    const fanIn = layer === 1 ? 1 : width;
    const units = draw(`layer${layer}`, width, fanIn, Math.sqrt(2 / fanIn));
    const linear = (h: number[]) =>
      units.map(({ weights, shift }) => weights.reduce((sum, w, i) => sum + w * h[i], shift));
    const before = soFar;
    const normed = (f: (x: number) => number[]) => {
      if (norm === 'none') return f;
      const all = inputs.map(f);
      const mean = all[0].map((_, unit) => all.reduce((sum, h) => sum + h[unit], 0) / all.length);
      const variance = mean.map(
        (m, unit) => all.reduce((sum, h) => sum + (h[unit] - m) ** 2, 0) / all.length,
      );
      return (x: number) =>
        f(x).map((value, unit) => (value - mean[unit]) / Math.sqrt(variance[unit] + 1e-5));
    };
    if (net === 'plain' || layer === 1) {
      const inner = normed((x) => linear(before(x)));
      soFar = (x) => relu(inner(x));
    } else {
      const inner = normed(before);
      soFar = (x) => {
        const branch = linear(relu(inner(x)));
        return before(x).map((value, unit) => value + beta * branch[unit]);
      };
    }
  }
  const stream = new RandomStream(seed, 'readOut');
  const out = Array.from({ length: width }, () => stream.normal() / Math.sqrt(width));
  return (x) => soFar(x).reduce((sum, value, i) => sum + out[i] * value, 0);
}

describe('dy/dx is the slope of the network', () => {
  test.each([
    { net: 'plain', norm: 'batch' },
    { net: 'plain', norm: 'none' },
    { net: 'residual', norm: 'batch' },
    { net: 'residual', norm: 'none', bias: false },
    { net: 'plain', norm: 'none', bias: false, layers: 1, width: 11 },
  ] as const)('%o', async (options) => {
    const network = { ...small, ...options };
    const y = reference(network);
    const curve = await gradientCurve(network);
    const step = 1e-6;
    // A kink within a step of a point would spoil the difference: few points may.
    const wrong = inputs.filter((x, i) => {
      const difference = (y(x + step) - y(x - step)) / (2 * step);
      return Math.abs(curve[i] - difference) > 1e-5 * Math.max(1, Math.abs(difference));
    });
    expect(wrong.length).toBeLessThanOrEqual(1);
    expect(Math.max(...curve.map(Math.abs))).toBeGreaterThan(0.1);
  });
});

const network = (options: Partial<ScalarNetwork>, seed: number): CurveSource => ({
  kind: 'network',
  network: { net: 'plain', layers: 24, width: 200, norm: 'batch', bias: true, beta: 1, ...options, seed },
});

async function mean(seeds: number, source: (seed: number) => CurveSource) {
  const reports = await Promise.all(Array.from({ length: seeds }, (_, seed) => measureCurve(source(seed))));
  const average = (figure: (report: (typeof reports)[number]) => number) =>
    reports.reduce((sum, report) => sum + figure(report) / seeds, 0);
  return {
    first: reports[0].autocorrelation,
    at: (lag: number) => average(({ autocorrelation }) => autocorrelation[lag]),
    signChanges: average((report) => report.signChanges),
  };
}

describe('shattering (Balduzzi et al. 2017, figure 1; figures of 20 seeds of an independent program)', () => {
  test('24 plain layers with batch norm: white noise', async () => {
    const { first, at, signChanges } = await mean(3, (seed) => network({}, seed));
    expect(Math.abs(first[1])).toBeLessThan(0.15);
    for (const lag of [1, 2, 5, 10, 20]) expect(Math.abs(at(lag))).toBeLessThan(0.15);
    expect(Math.abs(signChanges - 130)).toBeLessThan(15);
  });

  test('50 residual layers with β = 0.1: brown noise', async () => {
    const { first, at } = await mean(3, (seed) => network({ net: 'residual', layers: 50, beta: 0.1 }, seed));
    expect(first[1]).toBeGreaterThan(0.9);
    expect(at(1)).toBeGreaterThan(0.9);
    expect(Math.abs(at(5) - 0.78)).toBeLessThan(0.15);
  });

  test.each([
    ['one layer', { layers: 1, norm: 'none' }, 8, [0.98, 0.91], 0.08],
    ['10 plain layers with batch norm', { layers: 10 }, 4, [0.5, -0.05], 0.12],
    ['24 plain layers with biases and no norm: only in part', { norm: 'none' }, 3, [0.87, 0.51], 0.2],
    ['24 residual layers with β = 1', { net: 'residual' }, 3, [0.78, 0.31], 0.12],
  ] as const)('%s', async (_, options, seeds, [lag1, lag5], within) => {
    const { at } = await mean(seeds, (seed) => network(options, seed));
    expect(Math.abs(at(1) - lag1)).toBeLessThan(within);
    expect(Math.abs(at(5) - lag5)).toBeLessThan(within);
  });
});

test('the noises: one is independent, the steps of the other are', async () => {
  const white = await curveOf({ kind: 'whiteNoise', seed: 0 });
  const brown = await curveOf({ kind: 'brownNoise', seed: 0 });
  const steps = brown.map((value, i) => value - (brown[i - 1] ?? 0));
  for (const noise of [white, steps]) {
    const square = noise.reduce((sum, value) => sum + value ** 2, 0) / curvePoints;
    const product = noise.reduce((sum, value, i) => sum + value * (noise[i - 1] ?? 0), 0) / curvePoints;
    // Five standard errors of 256 independent normal numbers.
    expect(Math.abs(square - 1)).toBeLessThan(5 * Math.sqrt(2 / curvePoints));
    expect(Math.abs(product)).toBeLessThan(5 / Math.sqrt(curvePoints));
  }
  expect((await measureCurve({ kind: 'brownNoise', seed: 0 })).autocorrelation[1]).toBeGreaterThan(0.9);
});

describe('a run', () => {
  test('is the same for a seed, and another for another', async () => {
    const curve = (seed: number) => gradientCurve({ ...small, seed });
    expect(await curve(1)).toEqual(await curve(1));
    expect(await curve(1)).not.toEqual(await curve(2));
  });

  test('tells of every layer, and ends within one when it is cancelled', async () => {
    const controller = new AbortController();
    let told = 0;
    const onLayer = () => {
      if (++told === 3) controller.abort();
    };
    const run = gradientCurve({ ...small, layers: 10 }, { signal: controller.signal, onLayer });
    await expect(run).rejects.toThrow('aborted');
    expect(told).toBe(3);
  });

  test('β = 0 leaves the first layer’s curve', async () => {
    const deep = await gradientCurve({ ...small, net: 'residual', layers: 20, beta: 0 });
    expect(deep).toEqual(await gradientCurve({ ...small, layers: 1 }));
  });
});
