import { describe, expect, it } from 'vitest';
import { buildModel } from '../architecture/families.ts';
import { networkOf, parametersOf } from './network.ts';

describe('networkOf', () => {
  it('is the named model where nothing differs', () => {
    expect(networkOf({ model: 'resnet50', classes: 1000 })).toEqual(buildModel('resnet50'));
  });

  it('takes classes and epsilon from the weights and leaves the rest', () => {
    const original = buildModel('resnet50').nodes;
    const changed = networkOf({ model: 'resnet50', classes: 5, epsilon: 1.001e-5 }).nodes;
    for (const [i, node] of changed.entries()) {
      if (node.kind === 'batchNorm') expect(node.attributes.epsilon).toBe(1.001e-5);
      else if (node.kind === 'dense') expect(node.attributes.units).toBe(5);
      else expect(node).toEqual(original[i]);
    }
    expect(changed.map(({ id }) => id)).toEqual(original.map(({ id }) => id));
  });
});

describe('parametersOf', () => {
  const parameters = parametersOf(networkOf({ model: 'resnet50', classes: 1000 }));

  it('counts 25,636,712 values in 320 tensors', () => {
    const size = (shape: readonly number[]) => shape.reduce((product, side) => product * side, 1);
    expect(parameters).toHaveLength(320);
    expect(parameters.reduce((sum, { shape }) => sum + size(shape), 0)).toBe(25_636_712);
  });

  it('groups them by block in the order of use', () => {
    const shards = [...new Set(parameters.map(({ shard }) => shard))];
    expect(shards.join(' ')).toBe('conv1 2a 2b 2c 3a 3b 3c 3d 4a 4b 4c 4d 4e 4f 5a 5b 5c fc1000');
    // Each shard's tensors are together.
    expect(parameters.map(({ shard }) => shard)).toEqual(
      [...parameters]
        .sort((a, b) => shards.indexOf(a.shard) - shards.indexOf(b.shard))
        .map(({ shard }) => shard),
    );
  });
});
