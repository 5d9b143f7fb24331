import { expect, test } from 'vitest';
import { layerFigures } from '$lib/i18n/messages/layerFigures.ts';
import type { LayerFigures } from '$lib/model/protocol/training.ts';
import { layersTable } from './layerTable.ts';
import { figureText, findings, layerName, type ShownRun } from './layerWords.ts';

const layers = ['stem_conv', 'stage1_block1_conv1', 'stage1_block1_conv2', 'head'];
const figures = (first: number, weight: number): LayerFigures => ({
  gradient: [first, 1, 1, 1],
  weight: [weight, 1, 1, 1],
  update: [0.001, 0.001, 0.001, 0.001],
  std: [0.58, 0.5, 0.6, 2],
  mean: [0.4, 0.4, 0.4, -0.1],
  dead: [0, 0.25, 0, 0],
  branch: [0.5],
});
const run: ShownRun = {
  id: 'plain-8',
  name: 'plain 8',
  style: { colour: '', dash: 'solid', marker: 'circle' },
  layers,
  blocks: ['stage1_block1'],
  steps: [
    { step: 0, figures: figures(700, 4) },
    { step: 5, figures: figures(0.035, 350) },
  ],
};
const { en, zh } = layerFigures;

test('what a map shows is said in words', () => {
  expect(findings(run, 'gradient', 5, en, 'en')).toEqual([
    'the first convolution’s gradient fell by 20,000 × between steps 0 and 5',
    'the norm of its weights rose by 88 × between steps 0 and 5',
  ]);
  expect(findings(run, 'update', 5, zh, 'zh')).toEqual([
    '第一个卷积的更新比例从第 0 步到第 5 步变化不到 3 倍',
  ]);
  expect(findings(run, 'dead', 0, en, 'en')).toEqual([
    'from 0\u202f% (first convolution) to 25.0\u202f% (stage 1, block 1, convolution 1)',
  ]);
});

test('a figure that is the same in all layers is told once', () => {
  const silent = { ...run, steps: [{ step: 0, figures: { ...figures(1, 1), dead: [0, 0, 0, 0] } }] };
  expect(en.found.all(findings(silent, 'dead', 0, en, 'en'))).toBe(': 0\u202f% in all layers.');
});

test('values that are not finite are told', () => {
  const broken = { ...run, steps: [...run.steps, { step: 10, figures: figures(NaN, 1) }] };
  expect(findings(broken, 'gradient', 10, en, 'en').at(-1)).toMatch(/^from step 10 on/);
  expect(figureText('dead', NaN, 'en')).toBe('NaN');
});

test('every layer has a name in both languages', () => {
  expect(layers.map((layer) => layerName(layer, en))).toEqual([
    'first convolution',
    'stage 1, block 1, convolution 1',
    'stage 1, block 1, convolution 2',
    'classifier',
  ]);
  expect(layerName('stage2_block1_projection', zh)).toBe('阶段 2 块 1 投影');
});

test('a row of the table for each layer of each step; the block’s ratio with the layer that ends its branch', () => {
  const { columns, rows } = layersTable([run], 3);
  expect(rows).toHaveLength(8);
  expect(rows[2]).toEqual(['plain-8', 3, 0, 'stage1_block1_conv2', 1, 1, 0.001, 0.6, 0.4, 0, 0.5]);
  expect(rows.every((row) => row.length === columns.length)).toBe(true);
});
