import { expect, it } from 'vitest';
import { readLabels } from './labels.ts';

it.each([
  ['a list', ['tench', 'goldfish']],
  ['by index', { 1: 'goldfish', 0: 'tench' }],
  ['Keras’ ImageNet list', { 0: ['n01440764', 'tench'], 1: ['n01443537', 'goldfish'] }],
  ['Keras’ class_indices', { goldfish: 1, tench: 0 }],
])('reads %s', (_, value) => {
  expect(readLabels(value, 2)).toEqual(['tench', 'goldfish']);
});

it('numbers the classes where there are no names', () => {
  expect(readLabels(undefined, 3)).toEqual(['class 0', 'class 1', 'class 2']);
});

it.each([
  ['too few', ['tench'], /1 class names for 2 classes/],
  ['a gap', { 0: 'tench', 2: 'goldfish' }, /class name 1 is undefined/],
  [
    'an index twice',
    { tench: 0, goldfish: 0 },
    /neither a list of class names nor an object of them by index/,
  ],
  ['no index', { tench: 'goldfish' }, /neither a list/],
  ['an index out of all bounds', { 4000000000: 'tench' }, /neither a list/],
  ['a number', 7, /0 class names for 2 classes/],
  ['null', null, /0 class names/],
])('refuses %s', (_, value, reason) => {
  expect(() => readLabels(value, 2)).toThrow(reason);
});
