import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileName } from './fileName.ts';
import { csvOf, numberText } from './table.ts';

test('every float32 is read back as it was, in as few digits as that takes', () => {
  expect([Math.fround(0.1), Math.fround(1 / 3), 1e-7, 25_557_032, -0.5].map(numberText)).toEqual([
    '0.1',
    '0.33333334',
    '1e-7',
    '25557032',
    '-0.5',
  ]);
  fc.assert(
    fc.property(fc.float(), (value) => {
      const text = numberText(value);
      expect(Math.fround(Number(text)) === value || (Number.isNaN(value) && text === 'NaN')).toBe(true);
    }),
  );
});

test('a float64 keeps its digits', () => {
  expect(numberText(0.1)).toBe('0.1');
  fc.assert(
    fc.property(fc.double({ noNaN: true }), (value) => {
      fc.pre(Math.fround(value) !== value);
      expect(Number(numberText(value))).toBe(value);
    }),
  );
});

test('one row of names, then the rows; quoted where it must be, empty where there is no value', () => {
  const table = {
    columns: ['index', 'class', 'value'],
    rows: [
      [1, 'great white shark, "Jaws"', null],
      [2, 'tench', Math.fround(0.2)],
    ],
  };
  expect(csvOf(table)).toBe('index,class,value\n1,"great white shark, ""Jaws""",\n2,tench,0.2\n');
});

test('a file name says what it is of and has no character that some system forbids', () => {
  const parts = ['resnet50', 'my cat: "Tom".png/x', null, 'cut.4d,branch.2c.0.5', '小熊猫'];
  expect(fileName(parts, 'csv')).toBe('resnet50_my-cat-Tom-.png-x_cut.4d,branch.2c.0.5_小熊猫.csv');
  expect(fileName(['a'.repeat(300)], 'svg')).toHaveLength(84);
});
