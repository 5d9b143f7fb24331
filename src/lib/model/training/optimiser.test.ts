import { describe, expect, it } from 'vitest';
import { Adam, Sgd, type Optimiser } from './optimiser.ts';
import { rateAt, schedules } from './schedule.ts';

/** Weights after some steps with these gradients. */
function after(optimiser: Optimiser, weight: number, gradients: readonly number[], decays = true): number[] {
  const values = Float32Array.of(weight);
  return gradients.map((gradient) => {
    optimiser.update('w', values, Float32Array.of(gradient), decays);
    return values[0];
  });
}

const expectClose = (actual: readonly number[], expected: readonly number[]) =>
  actual.forEach((value, i) => expect(value).toBeCloseTo(expected[i], 6));

describe('SGD', () => {
  it('follows the gradient', () => {
    expectClose(after(new Sgd({ rate: 0.1 }), 1, [2, -4]), [0.8, 1.2]);
  });

  it('keeps its velocity', () => {
    // v = 2, then 0.5 · 2 + 1 = 2.
    expectClose(after(new Sgd({ rate: 0.1, momentum: 0.5 }), 1, [2, 1]), [0.8, 0.6]);
  });

  it('decays those weights that are meant to, and no others', () => {
    const options = { rate: 0.1, decay: 0.5 };
    expectClose(after(new Sgd(options), 1, [0, 0]), [0.95, 0.9025]);
    expectClose(after(new Sgd(options), 1, [0, 0], false), [1, 1]);
  });
});

describe('Adam', () => {
  it('takes a step of the rate first, whatever the size of the gradient', () => {
    for (const gradient of [1e-3, 1, 1e3])
      expectClose(after(new Adam({ rate: 0.01 }), 1, [gradient]), [0.99]);
  });

  it('divides the mean by the root of the mean square, both freed of their start at zero', () => {
    // m = 0.1 · (0.9 · 1 + 3) = 0.39, over 1 − 0.9² = 0.19; v = 0.001 · (0.999 · 1 + 9), over 1 − 0.999².
    const second = 0.39 / 0.19 / Math.sqrt((0.001 * 9.999) / (1 - 0.999 ** 2));
    expectClose(after(new Adam({ rate: 0.01 }), 1, [1, 3]), [0.99, 0.99 - 0.01 * second]);
  });
});

describe('the rate', () => {
  const of = (schedule: (typeof schedules)[number], step: number, warmup = 0) =>
    rateAt(step, { schedule, rate: 0.8, steps: 100, warmup });

  it('stays, falls by ten at half and three quarters, or follows half a cosine', () => {
    expectClose(
      [0, 99].map((step) => of('constant', step)),
      [0.8, 0.8],
    );
    expectClose(
      [0, 49, 50, 74, 75].map((step) => of('step', step)),
      [0.8, 0.8, 0.08, 0.08, 0.008],
    );
    expectClose(
      [0, 25, 50, 100].map((step) => of('cosine', step)),
      [0.8, 0.4 + 0.4 * Math.SQRT1_2, 0.4, 0],
    );
  });

  it('rises first where it is warmed up', () => {
    for (const schedule of schedules) {
      expectClose(
        [0, 1, 3].map((step) => of(schedule, step, 4)),
        [0.2, 0.4, 0.8],
      );
      expect(of(schedule, 4, 4)).toBeCloseTo(0.8, 6);
    }
  });
});
