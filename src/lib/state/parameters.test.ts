import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oneOf, parseState, serialiseState, wholeNumber, wholeNumberOrNone } from './parameters.ts';

const table = {
  colour: oneOf(['red', 'green', 'blue'], 'green'),
  channel: wholeNumberOrNone(0, 63),
} as const;

test('an empty query is the default state', () => {
  expect(parseState(table, '')).toEqual({ state: { colour: 'green', channel: null }, rejected: [] });
});

test('known values are read, unknown keys ignored', () => {
  expect(parseState(table, '?utm_source=x&channel=7&colour=red')).toEqual({
    state: { colour: 'red', channel: 7 },
    rejected: [],
  });
});

describe('a value that is none falls back and is told', () => {
  test.each(['-1', '64', '3.5', '1e1', ' 3', '', '0x3', '99999999999'])('channel=%j', (text) => {
    expect(parseState(table, `?channel=${encodeURIComponent(text)}`)).toEqual({
      state: { colour: 'green', channel: null },
      rejected: [{ name: 'channel', text, fallback: '' }],
    });
  });

  test.each(['purple', 'RED', 'toString', '__proto__'])('colour=%s', (text) => {
    expect(parseState(table, `?colour=${text}`).rejected).toEqual([
      { name: 'colour', text, fallback: 'green' },
    ]);
  });
});

test('defaults are left out; the rest stands in the order of the table', () => {
  expect(serialiseState(table, { colour: 'green', channel: null })).toBe('');
  expect(serialiseState(table, { channel: 5, colour: 'blue' })).toBe('?colour=blue&channel=5');
});

test('no query breaks the parser, and what it gives is always in the table', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (colour, channel) => {
      const { state } = parseState(table, `?${new URLSearchParams({ colour, channel })}`);
      expect(['red', 'green', 'blue']).toContain(state.colour);
      expect(state.channel === null || (state.channel >= 0 && state.channel <= 63)).toBe(true);
    }),
  );
});

test('a whole number that is out of range, or none, falls back and is told', () => {
  const table = { samples: wholeNumber(1, 64, 16) };
  expect(parseState(table, '?samples=64').state).toEqual({ samples: 64 });
  for (const text of ['0', '65', '-1', '1.5', 'many', '']) {
    expect(parseState(table, `?samples=${text}`)).toEqual({
      state: { samples: 16 },
      rejected: [{ name: 'samples', text, fallback: '16' }],
    });
  }
});
