import { expect, it } from 'vitest';
import type { BlockRefinement } from '../model/protocol/refinement.ts';
import { blockSpreads, picturePoints, setPoints, stageParts } from './refinement.ts';

const block = (stage: string, mean: number, std: number, cosine: number | null): BlockRefinement => ({
  stage,
  error: { mean, std, bias: 0 },
  cosine,
  cosineAtSum: cosine,
  ratio: 1,
});
const one = { a: block('s', 0.25, 1, 0.25), b: block('s', 0, 0, null), c: block('t', 0, 0, 0.5) };
const other = { a: block('s', 0.75, 2, 0.75), b: block('s', 0, 0, null), c: block('t', 0, 0, null) };

it('a picture’s points: the error as mean and deviation, none for a cosine that it does not have', () => {
  expect(picturePoints(one, 'error')[0]).toEqual({ x: 0, y: 0.25, low: -0.75, high: 1.25, begins: true });
  expect(picturePoints(one, 'cosine')).toEqual([
    { x: 0, y: 0.25, begins: true },
    { x: 2, y: 0.5, begins: true },
  ]);
  expect(picturePoints(one, 'ratio').map(({ begins }) => begins)).toEqual([true, false, true]);
});

it('a set’s points: means, with the mean deviation or the standard error', () => {
  const spreads = blockSpreads([{ blocks: one }, { blocks: other }]);
  expect(setPoints(spreads, 'error')[0]).toEqual({ x: 0, y: 0.5, low: -1, high: 2, begins: true });
  // Of 0.25 and 0.75 the standard deviation is √(0.125 / 1), the standard error that / √2.
  expect(setPoints(spreads, 'cosine')[0]).toEqual({
    x: 0,
    y: 0.5,
    low: 0.25,
    high: 0.75,
    each: [0.25, 0.75],
    begins: true,
  });
  expect(setPoints(spreads, 'cosine').map(({ x }) => x)).toEqual([0, 2]);
  expect(spreads.c.cosine).toEqual({ count: 1, mean: 0.5, std: 0, standardError: 0, values: [0.5] });
  expect(blockSpreads([])).toEqual({});
});

it('stages begin between two blocks', () => {
  expect(stageParts(one)).toEqual([
    { from: -0.5, name: 's' },
    { from: 1.5, name: 't' },
  ]);
});
