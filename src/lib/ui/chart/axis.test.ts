import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axisOf, centre, valueKind } from './axis.ts';

test('whole decades around the values; each decade takes the same room', () => {
  const axis = axisOf('log', [3e-6, 0.2]);
  expect(axis.ticks).toEqual([1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1]);
  expect(axis.at(1)).toBeCloseTo(100, 10);
  expect(axis.at(1e-6)).toBeCloseTo(0, 10);
  expect(axis.at(1e-3)).toBeCloseTo(50, 10);
});

test('a power of ten at the edge needs no further decade', () => {
  expect(axisOf('log', [1e-3, 1e2]).domain).toEqual([1e-3, 1e2]);
});

test('every value is inside the plot, larger ones further on', () => {
  const positive = fc
    .integer({ min: -30, max: 30 })
    .chain((e) => fc.double({ min: 1, max: 9.99, noNaN: true }).map((m) => m * 10 ** e));
  const any = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  for (const [kind, value] of [
    ['log', positive],
    ['linear', any],
  ] as const) {
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 16 }), (values) => {
        const axis = axisOf(kind, values);
        for (const one of values) {
          expect(axis.at(one)).toBeGreaterThanOrEqual(-1e-6);
          expect(axis.at(one)).toBeLessThanOrEqual(100 + 1e-6);
        }
        const [a, b] = values;
        if (a > b) expect(axis.at(a)).toBeGreaterThanOrEqual(axis.at(b));
      }),
    );
  }
});

test('of many decades not every one is written', () => {
  const { ticks, labelled } = axisOf('log', [1e-20, 1e20]);
  expect(ticks).toHaveLength(41);
  expect(labelled.length).toBeLessThanOrEqual(9);
  expect(labelled).toContain(1);
});

test('one value, and none, still make an axis', () => {
  expect(axisOf('log', [1]).domain).toEqual([1, 10]);
  expect(axisOf('log', []).ticks.length).toBeGreaterThan(1);
  expect(axisOf('linear', [3]).ticks.length).toBeGreaterThan(1);
  expect(axisOf('linear', []).ticks.length).toBeGreaterThan(1);
});

test('what has no place on an axis is told apart', () => {
  expect(valueKind('log', 0)).toBe('notPositive');
  expect(valueKind('log', -1)).toBe('notPositive');
  expect(valueKind('linear', 0)).toBe('value');
  expect(valueKind('log', Infinity)).toBe('infinite');
  expect(valueKind('linear', -Infinity)).toBe('infinite');
  expect(valueKind('log', NaN)).toBe('notANumber');
  expect(axisOf('log', [NaN, Infinity, 0, 1, 100]).domain).toEqual([1, 100]);
});

test('an exact axis ends where its values end', () => {
  expect(axisOf('linear', [0, 3.1]).domain).toEqual([0, 3.5]);
  expect(axisOf('linear', [0, 3.1], [], true).domain).toEqual([0, 3.1]);
});

test('categories stand in the middle of their share', () => {
  expect(centre(0, 4)).toBe(12.5);
  expect(centre(3, 4)).toBe(87.5);
});
