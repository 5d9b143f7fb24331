import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseState, serialiseState } from '../parameters.ts';
import {
  admissible,
  anotherLane,
  formatLane,
  inits,
  lanesParameter,
  mostLanes,
  nets,
  norms,
  parseLane,
  shortcuts,
  withLane,
} from './laneConfiguration.ts';
import { presetNames, presets } from './presets.ts';

const lane = fc
  .record({
    depth: fc.integer({ min: 1, max: 18 }).map((n) => 6 * n + 2),
    net: fc.constantFrom(...nets),
    shortcut: fc.constantFrom(...shortcuts),
    norm: fc.constantFrom(...norms),
    zeroGamma: fc.boolean(),
    init: fc.constantFrom(...inits),
    width: fc.integer({ min: 1, max: 64 }),
  })
  .map(admissible);
const lanes = fc.uniqueArray(lane, { minLength: 1, maxLength: mostLanes, selector: formatLane });
const table = { lanes: lanesParameter([parseLane('plain-8')!]) };

describe('a network of the race', () => {
  test('is read back as it was written', () => {
    fc.assert(
      fc.property(lane, (one) => {
        expect(parseLane(formatLane(one))).toEqual(one);
      }),
    );
  });

  test.each([
    ['plain-56', { depth: 56, net: 'plain', norm: 'batch', init: 'he', zeroGamma: false, width: 8 }],
    ['residual-20-B', { depth: 20, net: 'residual', shortcut: 'B' }],
    ['plain-20-none-glorot', { norm: 'none', init: 'glorot' }],
    ['residual-110-zerogamma-w16', { depth: 110, zeroGamma: true, width: 16 }],
  ])('%s', (text, expected) => expect(parseLane(text)).toMatchObject(expected));

  test.each([
    '',
    'plain',
    'plain-57',
    'plain-2',
    'plain-116',
    'plain-20-B',
    'plain-20-zerogamma',
    'residual-20-none-zerogamma',
    'residual-20-he',
    'residual-20-w8',
    'residual-20-w0',
    'residual-20-w65',
    'residual-020',
    'residual-20-w16-B',
  ])('%j is none', (text) => expect(parseLane(text)).toBeUndefined());
});

describe('a list of networks', () => {
  test('survives the address', () => {
    fc.assert(
      fc.property(lanes, (list) => {
        const { state, rejected } = parseState(table, serialiseState(table, { lanes: list }));
        expect([state.lanes, rejected]).toEqual([list, []]);
      }),
    );
  });

  test('keeps what it can of a hostile one, and tells the rest', () => {
    const { state, rejected } = parseState(table, '?lanes=plain-20,plain-20,<b>,plain-9999,residual-20');
    expect(state.lanes.map(formatLane)).toEqual(['plain-20', 'residual-20']);
    expect(rejected[0]).toMatchObject({ name: 'lanes', text: 'plain-20,<b>,plain-9999' });
    const five = parseState(table, '?lanes=plain-8,plain-14,plain-20,plain-26,plain-32');
    expect(five.state.lanes).toHaveLength(4);
    expect(five.rejected[0].text).toBe('plain-32');
    expect(parseState(table, '?lanes=').state.lanes).toEqual(table.lanes.fallback);
  });

  test('holds no network twice', () => {
    fc.assert(
      fc.property(lanes, (list) => {
        const more = [...list, anotherLane(list)];
        expect(new Set(more.map(formatLane)).size).toBe(more.length);
        expect(withLane(more, 0, more[more.length - 1])).toBeNull();
        expect(withLane(more, 0, more[0])).toEqual(more);
      }),
    );
  });

  test('fits for every example', () => {
    for (const name of presetNames) {
      const { lanes } = presets[name];
      expect(lanes).not.toContain(undefined);
      expect(new Set(lanes.map(formatLane)).size).toBe(lanes.length);
      expect(lanes.length).toBeLessThanOrEqual(mostLanes);
    }
  });
});
