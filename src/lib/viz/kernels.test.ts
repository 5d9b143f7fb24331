import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  filterImage,
  fold,
  kernelsOf,
  largestDifference,
  normalised,
  signedScale,
  weightMatrix,
  weightRow,
} from './kernels.ts';

/** Each weight tells its own place: row, column, input, output as digits. */
const told = (height: number, width: number, inputs: number, outputs: number) => {
  const values: number[] = [];
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++)
      for (let input = 0; input < inputs; input++)
        for (let output = 0; output < outputs; output++)
          values.push(row * 1000 + column * 100 + input * 10 + output);
  return { shape: [height, width, inputs, outputs], values: Float32Array.from(values) };
};

describe('arranged for drawing', () => {
  test('kernels of one output channel, input by input, row by row', () => {
    expect([...kernelsOf(told(2, 3, 2, 4), 3)]).toEqual([
      ...[3, 103, 203, 1003, 1103, 1203],
      ...[13, 113, 213, 1013, 1113, 1213],
    ]);
  });

  test('a matrix has a row for each output, a column for each input', () => {
    const kernel = told(1, 1, 3, 2);
    expect([...weightMatrix(kernel)]).toEqual([0, 10, 20, 1, 11, 21]);
    expect([...weightRow(kernel, 1)]).toEqual([1, 11, 21]);
    const dense = { shape: [3, 2], values: kernel.values };
    expect([...weightMatrix(dense)]).toEqual([0, 10, 20, 1, 11, 21]);
  });

  test('a signed scale reaches as far to both sides, and clips nothing', () => {
    expect(signedScale([0.5, -2, 1])).toEqual({ kind: 'diverging', low: -2, high: 2, clipped: false });
  });

  test('a filter’s channels are blue, green, red where the network reads them so: weight on the last makes a red pixel', () => {
    const [blue, green, red] = [
      [0, -1],
      [0, 0],
      [1, 0],
    ];
    const image = filterImage(Float32Array.of(...blue, ...green, ...red), 1, 'BGR');
    expect([...image]).toEqual([255, 128, 128, 255, 128, 128, 0, 255]);
    expect([...filterImage(Float32Array.of(...red, ...green, ...blue), 1, 'RGB')]).toEqual([...image]);
    expect([...filterImage(Float32Array.of(1, -1), 1, 'grey')]).toEqual([255, 255, 255, 255, 0, 0, 0, 255]);
    expect([...filterImage(new Float32Array(3), 0, 'BGR')]).toEqual([128, 128, 128, 255]);
  });
});

const finite = fc.double({ min: -10, max: 10, noNaN: true });
const channel = fc.record({
  gamma: finite,
  beta: finite,
  mean: finite,
  variance: fc.double({ min: 0, max: 10, noNaN: true }),
  epsilon: fc.constant(1e-3),
  bias: finite,
});

describe('folding', () => {
  test('with numbers that can be done by hand', () => {
    const one = { gamma: 3, beta: 1, mean: 5, variance: 0.249, epsilon: 0.001, bias: 2 };
    // √(0.249 + 0.001) = 0.5: s = 6, bias 1 + 6 · (2 − 5)
    expect(fold(one).scale).toBeCloseTo(6, 12);
    expect(fold(one).bias).toBeCloseTo(-17, 12);
    expect([...normalised(Float32Array.of(5, 6), one)]).toEqual([1, 7]);
  });

  test('gives what convolution and then batch norm give', () => {
    fc.assert(
      fc.property(
        channel,
        fc.array(fc.tuple(finite, finite), { minLength: 1, maxLength: 9 }),
        (one, terms) => {
          const { scale, bias } = fold(one);
          const convolved = terms.reduce((sum, [w, x]) => sum + w * x, one.bias);
          const normed =
            (one.gamma * (convolved - one.mean)) / Math.sqrt(one.variance + one.epsilon) + one.beta;
          const folded = terms.reduce((sum, [w, x]) => sum + scale * w * x, bias);
          const size = 1 + Math.abs(scale) * (Math.abs(convolved) + 1000) + Math.abs(one.beta);
          expect(Math.abs(folded - normed)).toBeLessThan(1e-12 * size);
        },
      ),
    );
  });

  test('the largest difference is found on either side', () => {
    expect(largestDifference([1, 2, 3], [1, 5, 2])).toBe(3);
  });
});
