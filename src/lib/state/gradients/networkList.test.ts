import { expect, test } from 'vitest';
import { formatConfiguration, mostConfigurations, parseConfiguration } from './networkConfiguration.ts';
import { another, withAll, withChanged, type NetworkList } from './networkList.ts';

const list = (...texts: string[]): NetworkList => texts.map((text) => parseConfiguration(text)!);
const texts = (networks: NetworkList | null) => networks?.map(formatConfiguration) ?? null;
const two = list('plain-20', 'residual-20');

test('a network is changed in its place, unless the same is there already', () => {
  expect(texts(withChanged(two, 0, list('plain-56')[0]))).toEqual(['plain-56', 'residual-20']);
  expect(texts(withChanged(two, 0, two[0]))).toEqual(['plain-20', 'residual-20']);
  expect(withChanged(two, 0, two[1])).toBeNull();
});

test('several are added as far as they are new, all of them or none', () => {
  expect(texts(withAll(two, list('residual-20', 'plain-110')))).toEqual([
    'plain-20',
    'residual-20',
    'plain-110',
  ]);
  const full = list('plain-20', 'plain-56', 'plain-110', 'residual-20', 'residual-56');
  expect(withAll(full, list('residual-110', 'plain-20-none'))).toBeNull();
  expect(withAll(full, list('residual-110', 'plain-20'))).toHaveLength(mostConfigurations);
});

test('a further one is none of those in the list', () => {
  let networks: NetworkList = [];
  for (let i = 0; i < mostConfigurations; i++) networks = withAll(networks, [another(networks)])!;
  expect(new Set(texts(networks)).size).toBe(mostConfigurations);
});
