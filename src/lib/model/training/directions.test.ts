import { describe, expect, it } from 'vitest';
import { cifarNetwork } from '../architecture/cifar.ts';
import { weightShapes } from '../architecture/shapes.ts';
import { displaced, filterNormalisedDirection, filterNorms } from './directions.ts';
import { initialWeights } from './initialWeights.ts';
import { RandomStream } from './random.ts';
import { defaultTraining } from '../protocol/training.ts';

const graph = cifarNetwork({ depth: 8, width: 3, classes: 4, inputShape: [8, 8, 2] });
const shapes = weightShapes(graph);
const weights = initialWeights(graph, { ...defaultTraining, seed: 3 });
const direction = (seed: number) =>
  filterNormalisedDirection(weights, shapes, new RandomStream(seed, 'direction'));

describe('a random direction', () => {
  it('has, filter by filter, the length of the weights', () => {
    for (const [name, values] of direction(0)) {
      const filters = shapes.get(name)!.at(-1)!;
      const have = filterNorms(values, filters);
      filterNorms(weights.get(name)!, filters).forEach((norm, i) => expect(have[i]).toBeCloseTo(norm, 5));
    }
  });

  it('moves kernels and nothing else', () => {
    const kernels = [...shapes.keys()].filter((name) => name.endsWith('/kernel'));
    expect([...direction(0).keys()]).toEqual(kernels);
  });

  it('is at right angles to the weights and to another, nearly, because there are many of them', () => {
    const flat = (of: ReadonlyMap<string, Float32Array>) =>
      [...direction(0).keys()].flatMap((name) => [...of.get(name)!]);
    const inner = (x: number[], y: number[]) => x.reduce((sum, value, i) => sum + value * y[i], 0);
    const cosine = (x: number[], y: number[]) => inner(x, y) / Math.sqrt(inner(x, x) * inner(y, y));
    // Of n numbers the cosine has deviation 1/√n: about 0.03 here.
    expect(Math.abs(cosine(flat(direction(0)), flat(weights)))).toBeLessThan(0.15);
    expect(Math.abs(cosine(flat(direction(0)), flat(direction(1))))).toBeLessThan(0.15);
  });

  it('is the same for a seed', () => {
    expect(direction(0)).toEqual(direction(0));
  });
});

it('weights are moved along both directions, where a direction has them', () => {
  const from = new Map([
    ['one', Float32Array.of(1, 2)],
    ['two', Float32Array.of(3)],
    ['three', Float32Array.of(4)],
  ]);
  const delta = new Map([['one', Float32Array.of(1, 10)]]);
  const eta = new Map([
    ['one', Float32Array.of(2, 20)],
    ['two', Float32Array.of(5)],
  ]);
  expect(displaced(from, [delta, eta], [0.5, -1])).toEqual(
    new Map([
      ['one', Float32Array.of(1 + 0.5 - 2, 2 + 5 - 20)],
      ['two', Float32Array.of(3 - 5)],
    ]),
  );
});

describe('norms of filters', () => {
  it('are taken over all but the last axis', () => {
    expect([...filterNorms(Float32Array.of(3, 1, 4, 2, 0, 2), 2)]).toEqual([5, 3]);
  });
});
