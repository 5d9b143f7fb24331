import { expect, test } from 'vitest';
import { bandPath, linePath, nearestStop, plotOf, pointAt, type ChartSeries } from './series.ts';

const series = (...values: number[]): ChartSeries => ({
  id: 'a',
  name: 'a',
  colour: 'red',
  points: values.map((y, x) => ({ x, y })),
});
const categories = ['1', '2', '3', '4'];
const x = { label: 'x', categories };
const log = { label: 'y', kind: 'log' } as const;
const linear = { label: 'y', kind: 'linear' } as const;

test('the path goes through the centres of the categories, and breaks where a value has no place', () => {
  const whole = series(1, 10, 100, 10);
  expect(linePath(whole.points, plotOf([whole], x, log))).toBe('M12.5,100L37.5,50L62.5,0L87.5,50');
  for (const missing of [0, -1, NaN, Infinity]) {
    const broken = series(1, 10, missing, 10, 1);
    expect(linePath(broken.points, plotOf([broken], x, log)).match(/M/g)).toHaveLength(2);
  }
});

test('values without a place are told', () => {
  expect(plotOf([series(1, 0)], x, log).edges).toEqual({ notPositive: true, beyond: false });
  expect(plotOf([series(1, NaN)], x, log).edges).toEqual({ notPositive: false, beyond: true });
  expect(plotOf([series(1, 0)], x, linear).edges).toEqual({ notPositive: false, beyond: false });
});

test('the axis holds the values that a point sums up', () => {
  const summary: ChartSeries = { ...series(), points: [{ x: 0, y: 5, each: [-3, 5, 13] }] };
  const [low, high] = plotOf([summary], x, linear).vertical.domain;
  expect([low <= -3, high >= 13]).toEqual([true, true]);
});

test('the axis holds error bars and references; bars start at zero', () => {
  const spread: ChartSeries = { ...series(), points: [{ x: 0, y: 5, low: 1, high: 9 }] };
  const [low, high] = plotOf([spread], x, linear).vertical.domain;
  expect(low).toBeLessThanOrEqual(1);
  expect(high).toBeGreaterThanOrEqual(9);
  expect(plotOf([series(5)], x, linear, [{ value: 20, text: '' }]).vertical.domain[1]).toBe(20);
  expect(plotOf([{ ...series(5, 6), form: 'bars' }], x, linear).vertical.domain[0]).toBe(0);
});

test('a band is drawn between its edges, and only where it has both', () => {
  const points = [
    { x: 0, y: 10, low: 1, high: 100 },
    { x: 1, y: 10, low: 1, high: 100 },
    { x: 2, y: 10 },
  ];
  const plot = plotOf([{ ...series(), points }], x, log);
  expect(bandPath(points, plot)).toBe('M12.5,0L37.5,0L37.5,100L12.5,100Z');
});

test('a new run of points is joined to none before it', () => {
  const points = [1, 10, 100, 10].map((y, at) => ({ x: at, y, low: y, high: y, begins: at === 2 }));
  const plot = plotOf([{ ...series(), points }], x, log);
  expect(linePath(points, plot)).toBe('M12.5,100L37.5,50M62.5,0L87.5,50');
  expect(bandPath(points, plot).match(/M/g)).toHaveLength(2);
});

test('without categories the read-out stops at every x of any series', () => {
  const a = { ...series(), points: [3, 1].map((at) => ({ x: at, y: 1 })) };
  const b = { ...series(), points: [{ x: 2, y: 1 }] };
  const plot = plotOf([a, b], { label: 'x' }, linear);
  expect(plot.stops).toEqual([1, 2, 3]);
  expect(pointAt(b, 2)?.y).toBe(1);
  expect(pointAt(b, 1)).toBeUndefined();
});

test('the nearest stop to a place in the plot', () => {
  const plot = plotOf([series(1, 1, 1, 1, 1)], { label: 'x' }, linear);
  // Stops at 0, 25, 50, 75 and 100 %.
  expect([-5, 0, 12, 13, 60, 100, 120].map((place) => nearestStop(plot, place))).toEqual([
    0, 0, 0, 1, 2, 4, 4,
  ]);
});
