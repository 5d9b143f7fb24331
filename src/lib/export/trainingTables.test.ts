import { expect, it } from 'vitest';
import { csvOf } from './table.ts';
import { curvesTable } from './trainingTables.ts';

it('a row for each step of each run; empty where nothing was tested, NaN where it arose', () => {
  const step = { step: 0, loss: 2.5, accuracy: 0.25, rate: 0.1 };
  const tested = { step: 1, loss: NaN, accuracy: 0, rate: 0.1, heldOut: { loss: 3, accuracy: 0.5 } };
  const lanes = [
    { id: 'plain-8', runs: [{ seed: 0, steps: [step, tested] }] },
    { id: 'residual-8', runs: [{ seed: 4, steps: [step] }] },
  ];
  expect(csvOf(curvesTable(lanes))).toBe(
    [
      'network,seed,step,loss,accuracy,rate,held_out_loss,held_out_accuracy',
      'plain-8,0,0,2.5,0.25,0.1,,',
      'plain-8,0,1,NaN,0,0.1,3,0.5',
      'residual-8,4,0,2.5,0.25,0.1,,',
      '',
    ].join('\n'),
  );
});
