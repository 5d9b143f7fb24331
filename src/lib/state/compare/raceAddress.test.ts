import { describe, expect, test } from 'vitest';
import { defaultTraining } from '../../model/protocol/training.ts';
import { parseState, serialiseState } from '../parameters.ts';
import { formatLane, parseLane } from './laneConfiguration.ts';
import { raceTable, settingsOf, stateOf } from './raceAddress.ts';
import { optionsOf, runsOf, sameRuns } from './raceSettings.ts';

const read = (query: string) => parseState(raceTable, query);
const settings = (query = '') => settingsOf(read(query).state, { name: 'gratings' });

describe('the address of a race', () => {
  test('without a word is the pair of 56 layers with the defaults of the command line', () => {
    const { lanes, recipe } = settings();
    expect(lanes.map(formatLane)).toEqual(['plain-56', 'residual-56']);
    expect(optionsOf(lanes[1], recipe, recipe.seed)).toEqual({ ...defaultTraining, depth: 56 });
  });

  test('is read back as it was written', () => {
    const query =
      '?lanes=plain-8,residual-8-B&task=shapes&difficulty=0.5&optimizer=adam&rate=0.001&decay=0&schedule=cosine&steps=40&seed=7&seeds=3';
    const { state, rejected } = read(query);
    expect(rejected).toEqual([]);
    expect(serialiseState(raceTable, state)).toBe(query);
    const again = { ...state, ...stateOf(settingsOf(state, { name: 'shapes', difficulty: 0.5 })) };
    expect(again).toEqual(state);
  });

  test('refuses what is out of bounds, and tells it', () => {
    const { state, rejected } = read('?rate=-1&steps=1e9&seeds=6&batch=1&momentum=1&decay=NaN&clip=∞');
    expect(rejected.map(({ name }) => name).sort()).toEqual([
      'batch',
      'clip',
      'decay',
      'momentum',
      'rate',
      'seeds',
      'steps',
    ]);
    expect(state).toEqual(read('').state);
    expect(read('?decay=1e-4&rate=1e-7').rejected).toEqual([]);
  });
});

describe('the runs of a race', () => {
  test('are those of each network with each seed', () => {
    const runs = runsOf(settings('?lanes=plain-8,residual-8&seed=4&seeds=2'));
    expect(runs.map(({ id }) => id)).toEqual(['plain-8 4', 'residual-8 4', 'plain-8 5', 'residual-8 5']);
    expect(runs[3].options).toMatchObject({ depth: 8, net: 'residual', seed: 5 });
    expect(runs[3].options).not.toHaveProperty('seeds');
  });

  test('stay the same when nothing that decides them changes', () => {
    const same = (one: string, other: string) => sameRuns(settings(one), settings(other));
    expect(same('', '?measureEvery=1&testEvery=7&smooth=3')).toBe(true);
    // A constant rate goes on as it began; a schedule is laid out for the length of the run.
    expect(same('', '?steps=500')).toBe(true);
    expect(same('?schedule=cosine', '?schedule=cosine&steps=500')).toBe(false);
    for (const query of ['?rate=0.1', '?seed=1', '?seeds=2', '?lanes=plain-56', '?warmup=5'])
      expect(same('', query)).toBe(false);
    expect(sameRuns(settings(), { ...settings(), task: { name: 'emoji', folder: '' } })).toBe(false);
    const lanes = [parseLane('plain-56')!, parseLane('residual-56')!];
    expect(sameRuns(settings(), { ...settings(), lanes })).toBe(true);
  });
});
