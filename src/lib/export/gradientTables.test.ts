import { expect, it } from 'vitest';
import type { GradientAt, GradientFlowReport } from '../model/protocol/gradientFlow.ts';
import { flowAnswersTable, flowTable, gradientMapsTable } from './gradientTables.ts';
import { csvOf } from './table.ts';

const at = (block: string | null, norm: number): GradientAt => ({
  block,
  node: block ? `res${block}` : 'input',
  height: 1,
  width: 2,
  norm,
  sum: Float32Array.of(-norm, 0),
  l2: Float32Array.of(norm, 0),
});
const report: GradientFlowReport = {
  target: 285,
  loss: 0.5,
  probability: 0.6,
  top: [{ index: 285, probability: 0.6 }],
  input: { ...at(null, 0.25), channels: Float32Array.of(0, 0, 0, 0, 0, 0) },
  blocks: { '2a': at('2a', 0.125), '5c': at('5c', NaN) },
  milliseconds: 1,
};

it('has a row for each network and place, whatever the numbers', () => {
  expect(
    csvOf(flowTable([{ network: 'all', report }]))
      .split('\n')
      .slice(0, 4),
  ).toEqual([
    'network,target_class,loss,place,gradient_l2',
    'all,285,0.5,input,0.25',
    'all,285,0.5,2a,0.125',
    'all,285,0.5,5c,NaN',
  ]);
});

it('names classes where their names are known', () => {
  expect(flowAnswersTable([{ network: 'none', report }], []).rows).toEqual([['none', 1, 285, null, 0.6]]);
});

it('has every position of a map', () => {
  expect(gradientMapsTable([{ ...at('2a', 0.125), network: 'none' }]).rows).toEqual([
    ['none', 'res2a', 0, 0, -0.125, 0.125],
    ['none', 'res2a', 0, 1, 0, 0],
  ]);
});
