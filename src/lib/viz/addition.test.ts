import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AdditionReport, MapsReport, ResidualFigures } from '../model/protocol.ts';
import {
  additionMeasures,
  barAxis,
  equationDigits,
  extremes,
  jointScale,
  largestPlace,
  measureOf,
  moveInMap,
  percentOn,
  valueAt,
} from './addition.ts';

const figures: ResidualFigures = { branch: 3, shortcut: 4, cosine: -0.2, clipped: 0.25 };

/** Two channels of 2 × 3. */
function maps(node: string, values: readonly number[]): MapsReport {
  const channels = [0, 1].map((channel) => values.slice(channel * 6, channel * 6 + 6));
  const mean = channels.map((all) => all.reduce((sum, value) => sum + value, 0) / 6);
  const std = channels.map((all, c) => Math.sqrt(all.reduce((sum, v) => sum + (v - mean[c]) ** 2, 0) / 6));
  return {
    node,
    pass: 1,
    shape: [2, 3, 2],
    values: Float32Array.from(values),
    statistics: { mean: 0, std: 1, min: 0, max: 0, l2: 0, zeros: 0 },
    channels: {
      mean: Float32Array.from(mean),
      std: Float32Array.from(std),
      min: Float32Array.from(channels, (all) => Math.min(...all)),
      max: Float32Array.from(channels, (all) => Math.max(...all)),
      zeros: new Float32Array(2),
    },
  };
}

const x = maps('x', [1, 1, 1, 1, 1, 1, 0, 1, 2, 3, 4, 5]);
const f = maps('f', [-1, 1, -1, 1, -1, 1, -2, -2, -2, 9, -2, -2]);
const sum = maps('sum', [0, 2, 0, 2, 0, 2, -2, -1, 0, 12, 2, 3]);
const output = maps('output', [0, 2, 0, 2, 0, 2, 0, 0, 0, 12, 2, 3]);
const report: AdditionReport = { block: '4d', shortcut: x, branch: f, sum, output, figures };

describe('measures of a block', () => {
  test('the ratio is ‖F‖ / ‖x‖; the others are as they are told', () => {
    expect(additionMeasures.map((measure) => measureOf(figures, measure))).toEqual([0.75, -0.2, 0.25]);
  });

  test('a cut shortcut leaves only the clipped share, a shortcut of zeros no ratio', () => {
    const cut = { ...figures, shortcut: null, cosine: null };
    expect(additionMeasures.map((measure) => measureOf(cut, measure))).toEqual([null, null, 0.25]);
    const zero = { ...figures, shortcut: 0, cosine: NaN };
    expect(additionMeasures.map((measure) => measureOf(zero, measure))).toEqual([null, null, 0.25]);
  });

  test('largest, smallest, and how many are above 1', () => {
    const values = [
      { block: '2a', value: 0.5 },
      { block: '2b', value: 1.5 },
      { block: '2c', value: 1 },
    ];
    expect(extremes(values)).toEqual({ largest: values[1], smallest: values[0], aboveOne: 1 });
    expect(extremes([])).toBeNull();
  });
});

describe('the axis of the bars', () => {
  test('holds zero, every value and, for the ratio, 1', () => {
    const value = fc.double({ min: -50, max: 50, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...additionMeasures), fc.array(value), (measure, values) => {
        const axis = barAxis(measure, values);
        for (const one of [0, ...(measure === 'ratio' ? [1] : []), ...values]) {
          expect(percentOn(axis, one)).toBeGreaterThanOrEqual(-1e-9);
          expect(percentOn(axis, one)).toBeLessThanOrEqual(100 + 1e-9);
        }
        expect(axis.ticks.length).toBeGreaterThan(1);
      }),
    );
  });

  test('stays as it is while small values come in', () => {
    expect(barAxis('ratio', [0.3, 0.9])).toEqual(barAxis('ratio', []));
    expect(barAxis('clipped', [0.99])).toMatchObject({ low: 0, high: 1 });
    expect(percentOn(barAxis('clipped', []), 0.25)).toBeCloseTo(25);
  });
});

describe('the four maps', () => {
  test('one scale, as far to both sides, for all values of the channel and of no other', () => {
    expect(jointScale(report, 0)).toEqual({ kind: 'diverging', low: -2, high: 2, clipped: false });
    const { low, high, clipped } = jointScale(report, 1);
    expect(high).toBe(-low);
    // 4 root mean squares of all 24 values are further than their extreme.
    const squares = [x, f, sum, output].flatMap(({ values }) => [...values.slice(6)].map((v) => v * v));
    const reach = 4 * Math.sqrt(squares.reduce((a, b) => a + b, 0) / squares.length);
    expect(high).toBeCloseTo(Math.min(12, reach), 4);
    expect(clipped).toBe(reach < 12);
  });

  test('without a path the scale is that of what is left', () => {
    expect(jointScale({ ...report, shortcut: null, branch: null }, 0).high).toBe(2);
  });

  test('values by place, and the place of the largest', () => {
    expect(largestPlace(output, 1)).toEqual({ row: 1, column: 0 });
    expect(largestPlace(output, 0)).toEqual({ row: 0, column: 1 });
    expect(valueAt(f, 1, { row: 1, column: 0 })).toBe(9);
    expect(valueAt(x, 1, { row: 1, column: 2 })).toBe(5);
  });
});

describe('keys in a map', () => {
  const size = { height: 8, width: 5 };

  test.each([
    ['ArrowUp', { row: 3, column: 2 }],
    ['ArrowDown', { row: 5, column: 2 }],
    ['ArrowLeft', { row: 4, column: 1 }],
    ['ArrowRight', { row: 4, column: 3 }],
    ['PageUp', { row: 2, column: 2 }],
    ['PageDown', { row: 6, column: 2 }],
    ['Home', { row: 4, column: 0 }],
    ['End', { row: 4, column: 4 }],
    ['Enter', null],
    ['toString', null],
  ])('%s', (key, target) => {
    expect(moveInMap(key, { row: 4, column: 2 }, size)).toEqual(target);
  });

  test('end at the edges', () => {
    expect(moveInMap('ArrowRight', { row: 4, column: 4 }, size)).toEqual({ row: 4, column: 4 });
    expect(moveInMap('PageUp', { row: 0, column: 4 }, size)).toEqual({ row: 0, column: 4 });
  });
});

test('the larger the terms of a sum, the fewer digits after the point', () => {
  expect([[0.1, -0.2], [-12, 3], [0, 123], [4567]].map(equationDigits)).toEqual([4, 3, 2, 1]);
});
