import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { emojiSets } from '../../src/lib/state/emojiSets.ts';
import { chooseConcepts, isForTest, type IconSet } from './choose.ts';
import { emojiClasses, emojiPackages } from './sources.ts';

const sets: IconSet[] = [
  { id: 'a', chars: { '1f431': 'cat-face' }, names: new Set(['cat-face', 'dog-face']) },
  { id: 'b', chars: {}, names: new Set(['catface', 'dogface']) },
];
const subgroups = new Map([
  [1, 'animal-mammal'],
  [2, 'country-flag'],
]);
const entry = (label: string, hexcode: string, subgroup: number) => ({ label, hexcode, subgroup });

test('an icon is found by code points, or by a name written with other signs', () => {
  const [cat] = chooseConcepts([entry('cat face', '1F431', 1)], subgroups, {}, sets, {
    leastSets: 2,
    most: 9,
  });
  expect([...cat.icons]).toEqual([
    ['a', 'cat-face'],
    ['b', 'catface'],
  ]);
  expect(cat.class).toBe('mammal');
  const [named] = chooseConcepts([entry('hound', '1F436', 1)], subgroups, { '1F436': 'DOG FACE' }, sets, {
    leastSets: 2,
    most: 9,
  });
  expect([...named.icons.values()]).toEqual(['dog-face', 'dogface']);
});

test('what too few sets have, and what is of no class, is left out; of a class no more than asked for', () => {
  const options = { leastSets: 2, most: 9 };
  expect(chooseConcepts([entry('gnu', '1F99B', 1)], subgroups, {}, sets, options)).toEqual([]);
  expect(chooseConcepts([entry('cat face', '1F431', 2)], subgroups, {}, sets, options)).toEqual([]);
  const many = Array.from({ length: 20 }, () => entry('cat face', '1F431', 1));
  expect(chooseConcepts(many, subgroups, {}, sets, { leastSets: 1, most: 7 })).toHaveLength(7);
});

const folder = new URL('../../static/emoji/', import.meta.url);
const manifest: {
  side: number;
  columns: number;
  tiles: number;
  sets: { id: string; package: string }[];
  classes: {
    id: string;
    concepts: { name: string; code: string; test: boolean; tiles: Record<string, number> }[];
  }[];
} = JSON.parse(readFileSync(new URL('emoji.json', folder), 'utf8'));

test('the sprite that is served holds ten classes, each emoji in one of them and on one side', async () => {
  expect(manifest.classes.map(({ id }) => id)).toEqual(Object.keys(emojiClasses));
  expect(manifest.classes).toHaveLength(10);
  const concepts = manifest.classes.flatMap((one) => one.concepts);
  expect(new Set(concepts.map(({ code }) => code)).size).toBe(concepts.length);
  expect(new Set(concepts.map(({ name }) => name)).size).toBe(concepts.length);
  for (const { concepts: members } of manifest.classes) {
    expect(members.length).toBeGreaterThanOrEqual(30);
    expect(members.map(({ test: held }) => held)).toEqual(members.map((_, i) => isForTest(i)));
  }
  const tiles = concepts.flatMap((one) => Object.values(one.tiles));
  expect(tiles).toEqual(tiles.map((_, i) => i));
  expect(manifest.tiles).toBe(tiles.length);
  const { width, height, hasAlpha } = await sharp(new URL('emoji.webp', folder).pathname).metadata();
  expect(width).toBe(manifest.columns * manifest.side);
  expect(height).toBe(Math.ceil(tiles.length / manifest.columns) * manifest.side);
  expect(hasAlpha).toBe(true);
});

test('every set that is drawn from is credited', () => {
  expect(manifest.sets.map(({ id }) => id)).toEqual(emojiSets.map(({ id }) => id));
  expect(Object.keys(emojiPackages)).toEqual(emojiSets.map(({ id }) => id));
  const used = new Set(
    manifest.classes.flatMap((one) => one.concepts.flatMap(({ tiles }) => Object.keys(tiles))),
  );
  expect([...used].sort()).toEqual(manifest.sets.map(({ id }) => id).sort());
});
