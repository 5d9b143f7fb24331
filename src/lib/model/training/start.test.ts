import { expect, it } from 'vitest';
import { defaultTraining } from '../protocol/training.ts';
import { initialWeights } from './initialWeights.ts';
import { RandomStream } from './random.ts';
import { trainingStart } from './start.ts';
import { gratings } from './tasks/gratings.ts';
import { trainedGraph } from './trainer.ts';

const options = { ...defaultTraining, depth: 8, width: 2, batch: 3, seed: 7 };

it('what runs begin with: their weights, and the batches that the seed gives', () => {
  const runs = (['plain', 'residual'] as const).map((net) => ({ name: net, options: { ...options, net } }));
  const start = trainingStart(gratings, runs, 2);
  for (const { shape, values } of start) expect(values).toHaveLength(shape.reduce((a, b) => a * b));
  const named = new Map(start.map(({ name, ...rest }) => [name, rest]));
  expect(named.size).toBe(start.length);
  const weights = initialWeights(trainedGraph(options, gratings), options);
  for (const [name, values] of weights) expect(named.get(`plain/${name}`)?.values).toEqual(values);

  const random = new RandomStream(7, 'gratings');
  const [first, second] = [gratings.training(random, 3), gratings.training(random, 3)];
  expect(named.get('batches/inputs')).toEqual({
    shape: [2, 3, 16, 16, 1],
    values: Float32Array.from([...first.inputs, ...second.inputs]),
  });
  expect(named.get('batches/labels')).toEqual({
    shape: [2, 3],
    values: Int32Array.from([...first.labels, ...second.labels]),
  });
});
