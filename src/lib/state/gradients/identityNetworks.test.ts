import { describe, expect, test } from 'vitest';
import { activationOrders } from '../../model/architecture/activationOrder.ts';
import { blocksOf } from '../../model/architecture/blocks.ts';
import { buildModel } from '../../model/architecture/families.ts';
import { parseState, serialiseState } from '../parameters.ts';
import {
  blocksOfDepth,
  identityArguments,
  identityDepths,
  identityFigures,
  identityId,
  identityNetworks,
  identityOptions,
  identityTable,
  shortcutProducts,
} from './identityNetworks.ts';

const state = (query: string) => parseState(identityTable, query).state;

describe('the address', () => {
  test('names depth, λ, orders and seeds', () => {
    const query = '?depth=110&lambda=0.75&orders=original,preActivation&seed=9&seeds=3';
    expect(serialiseState(identityTable, state(query))).toBe(query);
    expect(state('').orders).toEqual(activationOrders);
    expect(state('?orders=').orders).toEqual([]);
  });

  test('refuses what is none of it', () => {
    const { rejected } = parseState(identityTable, '?depth=57&lambda=-1&orders=sideways&seeds=99');
    expect(rejected.map(({ name }) => name)).toEqual(['depth', 'lambda', 'orders', 'seeds']);
    const partly = parseState(identityTable, '?orders=preActivation,sideways,preActivation');
    expect(partly.state.orders).toEqual(['preActivation']);
    expect(partly.rejected).toMatchObject([{ name: 'orders', text: 'sideways' }]);
  });
});

test('each network is measured once, the undamaged one for both parts', () => {
  expect(identityNetworks(state('?depth=20')).map(identityId)).toEqual([
    'original-20',
    'original-20-lambda0.5',
    ...activationOrders.slice(1).map((order) => `${order}-20`),
  ]);
  expect(identityNetworks(state('?lambda=1&orders=')).map(identityId)).toEqual(['original-56']);
});

test('the worker and the command line are asked for the same', () => {
  const network = { depth: 56, order: 'preActivation', lambda: 0.5 } as const;
  expect(identityOptions(network, { seed: 3, seeds: 2 })).toMatchObject({
    family: 'cifar',
    net: 'residual',
    norm: 'batch',
    ...network,
    seed: 3,
    seeds: 2,
  });
  expect(identityArguments(network, { seed: 3, seeds: 2 }).join(' ')).toBe(
    '--depth 56 --net residual --order preActivation --lambda 0.5 --seed 3 --seeds 2',
  );
});

test('as many blocks as the network of that name has', () => {
  for (const depth of identityDepths)
    expect(blocksOf(buildModel(`cifar-resnet-${depth}-preActivation`))).toHaveLength(
      blocksOfDepth(Number(depth)),
    );
});

test('the product of the shortcuts: 0.5 to the power of 54 is 5.6e-17 (He et al. 2016)', () => {
  const products = shortcutProducts(55, 0.5);
  expect(products.at(-1)).toBe(1);
  expect(products[0]).toBeCloseTo(5.55e-17, 19);
  expect(new Set(shortcutProducts(54, 1))).toEqual(new Set([1]));
  expect(shortcutProducts(3, 0)).toEqual([0, 0, 1]);
});

test('the ratio is the growth over all convolutions of the blocks', () => {
  const block = { id: '', activationGradient: 2, activationStd: 3, varianceRatio: 1 };
  const report = {
    layers: [],
    blocks: [block, block, block],
    head: { weightGradient: 1 },
    growthPerConvolution: 1.5,
    loss: 2,
    seeds: 1,
  };
  expect(identityFigures(report)).toEqual({
    gradient: [2, 2, 2],
    deviation: [3, 3, 3],
    ratio: 1.5 ** 6,
    loss: 2,
    seeds: 1,
  });
});
