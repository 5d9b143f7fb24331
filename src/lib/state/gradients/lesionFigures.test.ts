import { expect, it } from 'vitest';
import { baseOf, effectsOf, rankOf, removalCurve, type PictureLesions } from './lesionFigures.ts';

const outcome = (probability: number, top1 = 0) => ({
  probability,
  logProbability: Math.log(probability),
  top1,
});
const pictures: PictureLesions[] = [
  { picture: 'a', target: 0, base: outcome(0.8), outcomes: [outcome(0.4), outcome(0.2, 1), outcome(0.8)] },
  { picture: 'b', target: 3, base: outcome(0.5), outcomes: [outcome(0.5), outcome(0.1, 1), outcome(0.5)] },
];

it('a lesion’s effect is the mean over pictures, with its standard error', () => {
  const [first, second] = effectsOf(pictures, 'probability');
  expect(baseOf(pictures)).toBeCloseTo(0.65, 12);
  expect(first.mean).toBeCloseTo(-0.2, 12);
  // Two values, d apart: their standard error is d / 2.
  expect(first.standardError).toBeCloseTo(0.2, 12);
  expect(second.each).toEqual([expect.closeTo(-0.6, 12), expect.closeTo(-0.4, 12)]);
  expect(effectsOf(pictures, 'logarithm')[0].each).toEqual([expect.closeTo(-Math.LN2, 12), 0]);
  expect(effectsOf(pictures, 'kept').map(({ mean }) => mean)).toEqual([1, 0, 1]);
  expect(effectsOf(pictures.slice(1), 'kept')[0].standardError).toBeNull();
});

it('the curve of removals begins with none, and spreads over draws', () => {
  const removals = [
    { blocks: ['2b'], draw: 0 },
    { blocks: ['2b', '3b'], draw: 0 },
    { blocks: ['4b'], draw: 1 },
  ];
  const curve = removalCurve(pictures, removals, 'probability');
  expect(curve.map(({ count }) => count)).toEqual([0, 1, 2]);
  expect(curve[0].mean).toBe(0);
  expect(curve[1].mean).toBeCloseTo(-0.1, 12);
  expect(curve[1].deviation).toBeCloseTo(0.2 / Math.SQRT2, 12);
  expect(curve[2]).toMatchObject({ mean: expect.closeTo(-0.5, 12), deviation: null });
});

it('the most harmful lesion has the first place; equal ones share theirs', () => {
  const effects = effectsOf(pictures, 'kept');
  expect([0, 1, 2].map((lesion) => rankOf(effects, lesion))).toEqual([2, 1, 2]);
});
