/**
 * Exported experiments against the losses that PyTorch printed when they were run (`fixtures/losses.json`, made by
 * scripts/fixtures/trainingScripts.ts), and this trainer against the same losses.
 */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { openTask } from '../../../../../scripts/tasks.ts';
import { trainingScript } from '../../../i18n/messages/trainingScript.ts';
import { startBackend } from '../../engine/backends.ts';
import { defaultTraining } from '../../protocol/training.ts';
import { TrainingRun } from '../../training/trainer.ts';
import { trainingCases } from './fixtures/cases.ts';
import { losses } from './fixtures/losses.json';
import { exportTraining } from './script.ts';

beforeAll(() => startBackend('wasm'));

describe.each(trainingCases.map((one) => [one.name, one] as const))('%s', (name, one) => {
  const words = trainingScript.en;

  it('is the program that was run', () => {
    const program = readFileSync(`${import.meta.dirname}/fixtures/${name}.py`, 'utf8');
    expect(exportTraining({ ...one, words, file: `${name}.py` })).toBe(program);
  });

  it('has the losses that PyTorch has with the same initial weights and batches', async () => {
    const difficulty = one.task.name === 'shapes' ? one.task.difficulty : undefined;
    const task = await openTask(one.task.name as 'gratings', { difficulty });
    for (const { name: lane, options } of one.lanes) {
      const expected = (losses[name as keyof typeof losses] as Record<string, number[]>)[lane];
      expect(expected).toHaveLength(options.steps);
      const run = new TrainingRun(task, options);
      for (const loss of expected) {
        const found = (await run.next()).loss;
        expect(Math.abs(found - loss) / loss, `${lane}, step ${run.step - 1}: ${found}`).toBeLessThan(0.01);
      }
      run.dispose();
    }
  });
});

describe('every task and language', () => {
  const tasks = [
    { name: 'gratings' },
    { name: 'shapes', difficulty: 0.5 },
    { name: 'emoji', folder: 'https://example.org/emoji/' },
    { name: 'cifar10' },
    { name: 'folders' },
  ] as const;
  const lanes = [{ name: 'plain-8', options: { ...defaultTraining, depth: 8 } }];

  it.each(tasks.map((task) => [task.name, task] as const))('%s has a program', (_, task) => {
    for (const words of Object.values(trainingScript)) {
      for (const distributed of [false, true]) {
        const program = exportTraining({ task, lanes, words, distributed });
        expect(program).toContain('\ndef batch_of(');
        expect(program.includes('def held_out(')).toBe(program.includes('"--test-every"'));
        expect(program).not.toMatch(/undefined|\[object|\n{4}|[ \t]\n/);
        expect(program.includes('dist.')).toBe(distributed);
      }
    }
  });
});
