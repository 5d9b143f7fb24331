import { expect, it } from 'vitest';
import { flowBlocks, presetCuts, trained } from '$lib/state/gradients/flowNetwork.ts';
import { finding, flowSeries, relativeToLast, type Curve } from './flowSeries.ts';

const curve = (norms: Curve['norms']): Curve => ({ network: trained, name: '', norms, stale: false });
const all = (value: (i: number) => number) =>
  Object.fromEntries(flowBlocks.map((block, i) => [block, value(i)]));

it('says how much is left at the first block', () => {
  expect(finding(curve(all((i) => 10 ** (i - 15))))).toEqual({
    kind: 'falls',
    ratio: expect.closeTo(1e15, -9),
  });
  expect(finding(curve({ '2a': 0.14, '5c': 0.04 }))).toEqual({ kind: 'grows', ratio: expect.closeTo(3.5) });
  expect(finding(curve(all(() => 0.3)))).toEqual({ kind: 'level' });
});

it('tells zero, what is no number, and what is not there yet', () => {
  expect(finding(curve({ '2a': 0, '5c': 0 }))).toEqual({ kind: 'zero' });
  expect(finding(curve({ '2a': 1, '3b': NaN, '5c': 1 }))).toEqual({ kind: 'notFinite' });
  expect(finding(curve({ '5c': Infinity }))).toEqual({ kind: 'notFinite' });
  expect(finding(curve({ '5c': 1 }))).toBeNull();
});

it('compares shapes as multiples of what the last block has', () => {
  expect(relativeToLast({ '2a': 3, '5c': 2 })).toEqual({ '2a': 1.5, '5c': 1 });
  expect(relativeToLast({ '2a': 3 })).toEqual({});
});

it('has a line of its own for every curve, in network order, and no point where nothing is known', () => {
  const networks = [trained, { ...trained, cut: presetCuts('all') }, ...(['2', '3', '4', '5'] as const)].map(
    (one) => (typeof one === 'string' ? { ...trained, cut: presetCuts(one) } : one),
  );
  const curves = networks.map((network) => ({ ...curve({ '5c': 1, '2a': 2 }), network }));
  const series = flowSeries(curves, true);
  expect(series[0].points).toEqual([
    { x: 0, y: 2 },
    { x: 15, y: 1 },
  ]);
  expect(new Set(series.map(({ colour }) => colour)).size).toBe(6);
  expect(new Set(series.map(({ marker }) => marker)).size).toBe(6);
  expect(flowSeries([curves[0], curves[2]], false)[1].colour).toBe('var(--series-1)');
});
