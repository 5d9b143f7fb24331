import { parseArgs } from 'node:util';
import { describe, expect, test } from 'vitest';
import { readTraining, trainingArguments } from '../../../../scripts/commands/trainingOptions.ts';
import { parseState } from '$lib/state/parameters.ts';
import { presetNames, presets } from '$lib/state/compare/presets.ts';
import { raceTable, settingsOf } from '$lib/state/compare/raceAddress.ts';
import { runsOf, type RaceSettings } from '$lib/state/compare/raceSettings.ts';
import { raceCommands } from './raceCommands.ts';

const start = 'npm run -s atlas -- train ';
const options = {
  ...trainingArguments,
  'measure-every': { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** As the command line reads it. */
function read(command: string) {
  expect(command.startsWith(start)).toBe(true);
  const { values } = parseArgs({ args: command.slice(start.length).split(' '), options });
  return { ...readTraining(values as Parameters<typeof readTraining>[0]), values };
}

const settings = (query: string): RaceSettings =>
  settingsOf(parseState(raceTable, query).state, { name: 'gratings' });

describe('the command line', () => {
  test.each([
    '',
    '?lanes=residual-8-B,residual-8-zerogamma-w16,plain-14-none-glorot&seeds=3&seed=5',
    '?rate=1e-7&decay=0&schedule=cosine&warmup=7&clip=0.5&batch=16&steps=77&measureEvery=3',
  ])('repeats every run of a race: %s', (query) => {
    const race = settings(query);
    expect(raceCommands(race).map((one) => read(one).options)).toEqual(
      runsOf(race).map(({ options }) => options),
    );
    expect(read(raceCommands(race)[0]).values['measure-every']).toBe(String(race.measureEvery));
  });

  test.each(presetNames)('repeats the example %s', (name) => {
    const race = { ...settings(''), ...presets[name] };
    expect(raceCommands(race).map((one) => read(one).options)).toEqual(
      runsOf(race).map(({ options }) => options),
    );
  });

  test('names the task, its difficulty, and where its files are', () => {
    const of = (task: RaceSettings['task']) => read(raceCommands({ ...settings(''), task })[0]);
    expect(of({ name: 'shapes', difficulty: 0.5 })).toMatchObject({
      taskName: 'shapes',
      settings: { difficulty: 0.5 },
    });
    expect(of({ name: 'cifar10', files: [] }).values).toMatchObject({ task: 'cifar10', data: 'DIR' });
    expect(of({ name: 'folders', pictures: [] }).values).toMatchObject({ task: 'folders', data: 'DIR' });
  });
});
