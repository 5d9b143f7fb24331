import { describe, expect, test } from 'vitest';
import { facts } from '../model/architecture/facts.ts';
import { buildModel } from '../model/architecture/families.ts';
import { costFigures, drawnFigures, figureText, measuredFigures, rangeOf } from './encoding.ts';
import { outline } from './outline.ts';

function costsOf(name: string, encoding: 'params' | 'macs' | 'activations') {
  const graph = buildModel(name);
  const known = facts(graph);
  const byNode = new Map(known.nodes.map((node) => [node.id, node]));
  return { figures: costFigures(outline(graph), byNode, encoding), totals: known.totals };
}
const sum = (values: Iterable<number>) => [...values].reduce((so, value) => so + value, 0);

describe('costs', () => {
  test.each([
    // torchvision's counts, and 53,120 moving statistics of batch norms.
    ['resnet50-nobias', 25_557_032 + 53_120],
    ['resnet18', 11_689_512 + 9_600],
  ])('parameters of %s add up to the known count, by operation, unit and stage', (name, total) => {
    const { figures } = costsOf(name, 'params');
    for (const kind of ['nodes', 'units', 'sections'] as const) {
      expect(sum(figures[kind].values())).toBe(total);
    }
  });

  test('multiply-adds of the head are those of its dense layer, 2048 × 1000', () => {
    const { figures, totals } = costsOf('resnet50', 'macs');
    expect(figures.units.get('head')).toBe(2_048_000);
    expect(sum(figures.sections.values())).toBe(totals.macs);
    expect(rangeOf(figures, 'sections')?.least).toEqual({ id: 'input', value: 0 });
  });

  test('bytes of a value: 4 for each of its numbers; of a unit: those of all its operations', () => {
    const { figures } = costsOf('resnet50', 'activations');
    expect(figures.nodes.get('res2a')).toBe(4 * 56 * 56 * 256);
    expect(figures.units.get('input')).toBe(4 * 224 * 224 * 3);
    // Three convolutions, as many norms, two ReLUs within; the sum and the last ReLU.
    expect(figures.units.get('5c')).toBe(4 * 49 * (6 * 512 + 4 * 2048));
  });
});

describe('measured figures', () => {
  const sections = outline(buildModel('resnet50'));
  const units = new Map([['2a', 1], ['2b', 2], ['2c', 6], ['5c', 0.5]]); // prettier-ignore

  test('of a stage: times are added, ratios averaged, of the divergence the last block tells', () => {
    const of = (encoding: 'time' | 'ratio' | 'divergence') =>
      measuredFigures(sections, units, encoding).sections.get('conv2');
    expect([of('time'), of('ratio'), of('divergence')]).toEqual([9, 3, 6]);
  });

  test('what is not measured has no figure, nor has a stage whose last block is not', () => {
    const { sections: stages } = measuredFigures(sections, new Map([['2a', 1]]), 'divergence');
    expect([...stages]).toEqual([]);
    expect(rangeOf(measuredFigures(sections, new Map(), 'time'), 'units')).toBeNull();
  });

  test('they are drawn next to the largest of their kind', () => {
    const drawn = drawnFigures(measuredFigures(sections, units, 'ratio'), 'ratio', 'en');
    expect(drawn.get('unit 2c')).toEqual({ share: 1, text: '6.00' });
    expect(drawn.get('unit 2a')?.share).toBeCloseTo(1 / 6, 12);
    expect(drawn.get('section conv2')).toEqual({ share: 1, text: '3.00' });
    expect(drawn.has('unit stem')).toBe(false);
  });
});

test.each([
  [2_359_296, 'params', '2.36 M'],
  [590_080, 'macs', '590 k'],
  [3_858_000_000, 'macs', '3.86 G'],
  [256, 'params', '256'],
  [0, 'params', '0'],
  [802_816, 'activations', '803 kB'],
  [12.34, 'time', '12 ms'],
  [0.8449, 'ratio', '0.84'],
] as const)('%d as %s is written %s', (value, encoding, text) => {
  expect(figureText(value, encoding, 'en').replaceAll('\u202f', ' ')).toBe(text);
});
