import { describe, expect, test } from 'vitest';
import { buildModel } from '../model/architecture/families.ts';
import { applyRewrites } from '../model/architecture/rewrites.ts';
import { outline, shortcutKind, unitByNode } from './outline.ts';

const models = [
  'resnet18',
  'resnet34-optionA',
  'resnet50',
  'resnet50-v1.5',
  'resnet50-plain',
  'resnet101',
  'resnet152',
  'cifar-resnet-20',
  'cifar-plain-56',
];

describe.each(models)('%s', (name) => {
  const graph = buildModel(name);
  const sections = outline(graph);
  const units = sections.flatMap((section) => section.units);

  test('every node is in exactly one unit, in the order of execution', () => {
    expect(units.flatMap(({ nodes }) => nodes.map(({ id }) => id))).toEqual(graph.nodes.map(({ id }) => id));
  });

  test('a unit reads only from the unit before it, through its output', () => {
    units.slice(1).forEach((unit, i) => {
      const own = new Set(unit.nodes.map(({ id }) => id));
      const outside = unit.nodes.flatMap(({ inputs }) => inputs).filter((id) => !own.has(id));
      expect(new Set(outside)).toEqual(new Set([units[i].output]));
    });
  });
});

test('ResNet-50 has a picture, a stem, stages of 3, 4, 6 and 3 blocks, and a head', () => {
  const sections = outline(buildModel('resnet50'));
  expect(sections.map(({ id, units }) => [id, units.length])).toEqual([
    ['input', 1],
    ['stem', 1],
    ['conv2', 3],
    ['conv3', 4],
    ['conv4', 6],
    ['conv5', 3],
    ['head', 1],
  ]);
  expect(sections.flatMap(({ units }) => units.map(({ output }) => output)).slice(0, 4)).toEqual([
    'input',
    'pool1',
    'res2a',
    'res2b',
  ]);
});

test('the first block of a stage has a projection, the others pass x on as it is', () => {
  const blocks = outline(buildModel('resnet50')).flatMap(({ units }) =>
    units.flatMap(({ block }) => block ?? []),
  );
  const projections = blocks.filter((block) => shortcutKind(block) === 'projection').map(({ id }) => id);
  expect(projections).toEqual(['2a', '3a', '4a', '5a']);
  expect(blocks.filter((block) => shortcutKind(block) === 'identity')).toHaveLength(12);
});

test('a cut skip is none', () => {
  const graph = applyRewrites(buildModel('resnet50'), [{ kind: 'cutShortcut', block: '4d' }]);
  const unit = unitByNode(outline(graph)).get('res4d_add');
  expect(unit?.block && shortcutKind(unit.block)).toBe('none');
});
