import { describe, expect, test } from 'vitest';
import { sources } from './sources.ts';

describe.each(Object.entries(sources))('source %s', (id, source) => {
  test('is complete and its address is safe', () => {
    expect(id).toMatch(/^[a-z0-9]+([.-][a-z0-9]+)*$/);
    for (const text of [source.cite, source.authors, source.title, source.where]) {
      expect(text.trim()).toBe(text);
      expect(text).not.toBe('');
    }
    expect(source.url).toMatch(/^https:\/\/\S+$/);
    expect(source.year).toBeGreaterThan(1900);
  });
});

test('no two sources are cited alike or lead to the same place', () => {
  const all = Object.values(sources);
  expect(new Set(all.map(({ cite }) => cite)).size).toBe(all.length);
  expect(new Set(all.map(({ url }) => url)).size).toBe(all.length);
});
