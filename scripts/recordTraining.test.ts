/** The recorded runs of training: their table is that of their files, and their commands give what is in them. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { packRun, unpackRun, type RecordedFile } from '../src/lib/state/compare/recordedRuns.ts';
import { plannedRuns } from '../src/lib/state/compare/depthsAddress.ts';
import { recordedTraining } from '../src/lib/state/compare/recordedTraining.ts';
import { allPlans, readSummaries, recordingsFolder } from './recordTraining.ts';
import { atlas } from './testing/atlas.ts';

afterEach(() => vi.restoreAllMocks());

const read = async (name: string): Promise<RecordedFile> =>
  JSON.parse(await readFile(join(recordingsFolder, `${name}.json`), 'utf8'));

test('the table has a row for each file, made from it', async () => {
  expect(recordedTraining).toEqual(await readSummaries());
  const files = await readdir(recordingsFolder);
  expect(files.sort()).toEqual(recordedTraining.map(({ name }) => `${name}.json`).sort());
});

test('as many runs are planned as the page says', () => {
  const planned = allPlans().map(({ task }) => task);
  for (const [task, count] of Object.entries(plannedRuns))
    expect(planned.filter((one) => one === task)).toHaveLength(count);
});

test('a file is what is written of what is read, and of moderate size', async () => {
  for (const { name } of recordedTraining) {
    const file = await read(name);
    expect(packRun(unpackRun(file))).toEqual(file);
    expect(JSON.stringify(file).length).toBeLessThan(150_000);
  }
});

test('a run’s command gives the losses and gradients of its file', async () => {
  const { name, command } = recordedTraining.find(({ depth }) => depth === 8)!;
  const file = await read(name);
  // The rate is constant: fewer steps are the first of them.
  const [, options] = command.replace('--steps 1000', '--steps 3').split(' -- train ');
  const { stdout } = await atlas('train', ...options.split(' '));
  const steps = stdout
    .split('\n')
    .slice(0, 3)
    .map((line) => JSON.parse(line));
  steps.forEach(({ loss, accuracy, figures }, step) => {
    expect(Math.abs(loss / Number(file.loss[step]) - 1)).toBeLessThan(1e-3);
    expect(accuracy).toBe(file.right[step] / file.options.batch);
    const recorded = file.measured.gradient[file.measured.steps.indexOf(step)];
    file.facts.layers.forEach((layer, i) =>
      expect(Math.abs(figures.gradient[layer] / Number(recorded[i]) - 1)).toBeLessThan(1e-2),
    );
  });
});
