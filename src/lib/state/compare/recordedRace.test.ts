import { describe, expect, test } from 'vitest';
import { defaultTraining } from '../../model/protocol/training.ts';
import { parseState } from '../parameters.ts';
import { raceTable, settingsOf } from './raceAddress.ts';
import { recordedNames, recordedRace } from './recordedRace.ts';
import type { RecordedRun } from './recordedRuns.ts';

const settings = (query: string) => settingsOf(parseState(raceTable, query).state, { name: 'gratings' });
const summary = (net: 'plain' | 'residual', seed = 0) => ({
  name: `gratings-${net}-8-${seed}`,
  task: 'gratings' as const,
  depth: 8,
  net,
  seed,
  steps: 100,
});
const summaries = [summary('plain'), summary('residual'), summary('plain', 1)];
const run = (net: 'plain' | 'residual'): RecordedRun => ({
  command: '',
  recorded: '2026-11-26',
  backend: 'wasm',
  task: 'gratings',
  options: { ...defaultTraining, depth: 8, net, steps: 100 },
  facts: { params: 1, macs: 1, layers: [], blocks: [] },
  steps: Array.from({ length: 100 }, (_, step) => ({ step, loss: 2, accuracy: 0, rate: 0.05 })),
});

describe('a race that was recorded', () => {
  test('consists of recorded runs of the same options', () => {
    expect([...recordedNames(settings('?lanes=plain-8,residual-8&steps=50'), summaries)!]).toEqual([
      ['plain-8 0', 'gratings-plain-8-0'],
      ['residual-8 0', 'gratings-residual-8-0'],
    ]);
  });

  test.each([
    '?lanes=plain-8,plain-14',
    '?lanes=plain-8&steps=101',
    '?lanes=plain-8&steps=50&rate=0.1',
    '?lanes=plain-8&steps=50&schedule=cosine',
    '?lanes=plain-8-w16&steps=50',
    '?lanes=plain-8-none&steps=50',
    '?lanes=plain-8,residual-8&steps=50&seeds=2',
  ])('is none for %s', (query) => {
    expect(recordedNames(settings(query), summaries)).toBeNull();
  });

  test('is none for another task, or shapes of another difficulty', () => {
    const shapes = [{ ...summary('plain'), task: 'shapes' as const }];
    const of = (difficulty: number) =>
      recordedNames({ ...settings('?lanes=plain-8&steps=50'), task: { name: 'shapes', difficulty } }, shapes);
    expect([of(0.25)?.size, of(0.5)]).toEqual([1, null]);
    expect(recordedNames(settings('?lanes=plain-8&steps=50'), shapes)).toBeNull();
  });

  test('is shown as long as it was asked for, once all files are here', () => {
    const asked = settings('?lanes=plain-8,residual-8&steps=50');
    const names = recordedNames(asked, summaries)!;
    const plain = { 'gratings-plain-8-0': run('plain') };
    expect(recordedRace(asked, names, plain)).toBeNull();
    const all = { ...plain, 'gratings-residual-8-0': run('residual') };
    const race = recordedRace(asked, names, all)!;
    expect(race.lanes.map(({ id, runs }) => [id, runs[0].id, runs[0].steps.length])).toEqual([
      ['plain-8', 'plain-8 0', 50],
      ['residual-8', 'residual-8 0', 50],
    ]);
  });
});
