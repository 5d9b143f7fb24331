import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseState, serialiseState } from '../parameters.ts';
import {
  admissible,
  alphaOf,
  blockCount,
  configurationsParameter,
  formatConfiguration,
  inits,
  mostConfigurations,
  nets,
  norms,
  parseConfiguration,
  sizes,
  type NetworkConfiguration,
} from './networkConfiguration.ts';
import { presets } from './presets.ts';

const configuration = fc
  .record({
    size: fc.constantFrom(...sizes),
    net: fc.constantFrom(...nets),
    norm: fc.constantFrom(...norms),
    init: fc.constantFrom(...inits),
    zeroGamma: fc.boolean(),
    alpha: fc.oneof(
      fc.constant('root' as const),
      fc.integer({ min: 0, max: 20 }).map((tenths) => tenths / 10),
    ),
  })
  .map(admissible);
const table = { networks: configurationsParameter([]) };

describe('a configuration', () => {
  test('is read back as it was written', () => {
    fc.assert(
      fc.property(configuration, (one) => {
        expect(parseConfiguration(formatConfiguration(one))).toEqual(one);
      }),
    );
  });

  test.each([
    ['plain-56', { size: '56', net: 'plain', norm: 'batch', init: 'he', zeroGamma: false, alpha: 1 }],
    ['plain-110-none-glorot', { size: '110', net: 'plain', norm: 'none', init: 'glorot' }],
    ['residual-resnet50-zerogamma', { size: 'resnet50', net: 'residual', zeroGamma: true }],
    ['residual-20-none-alpha0.25', { norm: 'none', alpha: 0.25 }],
  ])('%s', (text, expected) => {
    expect(parseConfiguration(text)).toMatchObject(expected);
  });

  test.each([
    '',
    'plain',
    'plain-57',
    'plain-56-batch',
    'plain-56-zerogamma',
    'residual-56-none-zerogamma',
    'plain-56-alpha0.5',
    'residual-56-alpha1',
    'residual-56-alpha10.5',
    'residual-56-alpha11',
    'residual-56-alpha02',
    'residual-56-alpha-1',
    'residual-56-alpha1e9',
    'residual-56-alphaNaN',
    'RESIDUAL-56',
    'residual-56 ',
    'residual-56-<script>',
  ])('%j is none', (text) => {
    expect(parseConfiguration(text)).toBeUndefined();
  });

  test('knows its blocks: 3n in a network of 6n + 2 layers, 3 + 4 + 6 + 3 in ResNet-50', () => {
    const count = (text: string) => blockCount(parseConfiguration(text)!);
    expect(['plain-20', 'plain-56', 'plain-110', 'plain-resnet50'].map(count)).toEqual([9, 27, 54, 16]);
    expect(alphaOf(parseConfiguration('residual-20-none-alpharoot')!)).toBeCloseTo(1 / 3, 12);
  });
});

describe('a list of configurations in a link', () => {
  test('is read back as it was written', () => {
    const lists = fc.uniqueArray(configuration, {
      maxLength: mostConfigurations,
      selector: formatConfiguration,
    });
    fc.assert(
      fc.property(lists, (networks: NetworkConfiguration[]) => {
        const query = serialiseState(table, { networks });
        expect(parseState(table, query)).toEqual({ state: { networks }, rejected: [] });
      }),
    );
  });

  test.each([
    ['plain-20,nonsense,residual-20', 'plain-20,residual-20', 'nonsense'],
    ['plain-20,plain-20', 'plain-20', 'plain-20'],
    [
      'plain-20,plain-56,plain-110,residual-20,residual-56,residual-110,plain-20-none',
      'plain-20,plain-56,plain-110,residual-20,residual-56,residual-110',
      'plain-20-none',
    ],
  ])('%s: what does not fit is left out and told', (text, kept, leftOut) => {
    const { state, rejected } = parseState(table, `?networks=${text}`);
    expect(table.networks.format(state.networks)).toBe(kept);
    expect(rejected).toEqual([{ name: 'networks', text: leftOut, fallback: kept }]);
  });

  test('falls back as a whole when nothing in it is one', () => {
    const defaults = { networks: configurationsParameter([parseConfiguration('plain-20')!]) };
    const { state, rejected } = parseState(defaults, `?networks=${'x,'.repeat(5000)}`);
    expect(state.networks.map(formatConfiguration)).toEqual(['plain-20']);
    expect(rejected).toHaveLength(1);
  });
});

test('every preset is a list of admissible configurations, all different', () => {
  for (const networks of Object.values(presets)) {
    const texts = networks.map(formatConfiguration);
    expect(texts.map(parseConfiguration)).toEqual(networks);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.length).toBeLessThanOrEqual(mostConfigurations);
  }
});
