import { flushSync } from 'svelte';
import { expect, test, vi } from 'vitest';
import { parseLane } from './laneConfiguration.ts';
import { RaceFiles } from './raceFiles.svelte.ts';
import { defaultRecipe, type RaceSettings } from './raceSettings.ts';
import { largestRunFile, runFile } from './runFile.ts';

const settings: RaceSettings = {
  task: { name: 'gratings' },
  recipe: { ...defaultRecipe, seed: 5 },
  lanes: [parseLane('plain-8')!, parseLane('residual-8')!],
  measureEvery: 5,
  testEvery: 50,
};
const lanes = settings.lanes.map((configuration) => ({
  id: `${configuration.net}-8`,
  configuration,
  facts: null,
  runs: [{ id: `${configuration.net}-8 5`, seed: 5, steps: [{ step: 0, loss: 2, accuracy: 0, rate: 0.1 }] }],
  diverged: null,
}));

function open() {
  const load = vi.fn();
  const ask = vi.fn(() => Promise.resolve([]));
  const files = new RaceFiles({ load }, ask as never, (name) => ({ name }) as never);
  return { files, load, ask };
}

test('a file that was saved is shown', async () => {
  const { files, load } = open();
  await files.open(new File([runFile({ settings, lanes }, '2026-11-26T00:00:00Z')], 'race.json'));
  expect(files.error).toBeNull();
  expect(load).toHaveBeenCalledWith({ settings, task: null, lanes }, 'file');
});

test('a file that is none is told, and nothing else changes', async () => {
  const { files, load } = open();
  await files.open(new File(['<svg/>'], 'figure.svg'));
  expect(files.error).toEqual({ code: 'runFileUnreadable', details: { file: 'figure.svg' } });
  const large = Object.defineProperty(new File([], 'large.json'), 'size', { value: largestRunFile + 1 });
  await files.open(large);
  expect(files.error?.code).toBe('runFileTooLarge');
  expect(load).not.toHaveBeenCalled();
});

test('what networks begin with is asked with the first seed, and is dropped when it is no longer wanted', async () => {
  const { files, ask } = open();
  const take = vi.fn();
  await files.start(settings, settings.lanes.slice(1), 3, take);
  const [name, request] = ask.mock.calls[0] as unknown as [string, { runs: unknown; batches: number }];
  expect([name, request.batches]).toEqual(['trainingStart', 3]);
  expect(request.runs).toMatchObject([{ name: 'residual-8', options: { net: 'residual', seed: 5 } }]);
  expect(take).toHaveBeenCalledOnce();
  const later = files.start(settings, settings.lanes, 3, take);
  files.cancel();
  await later;
  flushSync();
  expect(take).toHaveBeenCalledOnce();
});
