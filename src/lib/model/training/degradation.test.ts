/** The degradation problem (He et al. 2015, section 4.1): the deeper plain network has the higher training error. */
import { beforeAll, expect, it } from 'vitest';
import { startBackend } from '../engine/backends.ts';
import { defaultTraining } from '../protocol/training.ts';
import { gratings } from './tasks/gratings.ts';
import { TrainingRun } from './trainer.ts';

beforeAll(() => startBackend('wasm'));

/** Mean accuracy on the batches of the last 20 of 200 steps, 56 layers. */
async function lastAccuracy(net: 'plain' | 'residual'): Promise<number> {
  const run = new TrainingRun(gratings, { ...defaultTraining, depth: 56, net });
  let sum = 0;
  while (run.step < 200) {
    const { step, accuracy } = await run.next();
    if (step >= 180) sum += accuracy;
  }
  run.dispose();
  return sum / 20;
}

// A run of each in PyTorch had 0.38 and 0.97 (facts, C4); all seeds and depths: `npm run test:degradation`.
it('56 layers without skips learn little in 200 steps', async () => {
  expect(await lastAccuracy('plain')).toBeLessThanOrEqual(0.65);
});

it('56 layers with skips learn the task', async () => {
  expect(await lastAccuracy('residual')).toBeGreaterThanOrEqual(0.85);
});
