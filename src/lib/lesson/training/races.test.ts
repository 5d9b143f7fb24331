import { beforeEach, expect, test } from 'vitest';
import { AtlasError } from '../../model/errors.ts';
import type { RunFacts, TaskFacts } from '../../model/protocol/training.ts';
import { parseLane } from '../../state/compare/laneConfiguration.ts';
import { defaultRecipe, type RaceSettings } from '../../state/compare/raceSettings.ts';
import { ScriptedClient, settle } from '../../state/testing/scriptedClient.ts';
import { Races } from './races.svelte.ts';

let client: ScriptedClient;
let races: Races;

beforeEach(() => {
  client = new ScriptedClient(() => undefined);
  races = new Races((name, request, options) => client.call(name, request, options));
});

const settings = (rate: number): RaceSettings => ({
  task: { name: 'gratings' },
  recipe: { ...defaultRecipe, rate, steps: 2 },
  lanes: [parseLane('plain-8')!],
  measureEvery: 0,
  testEvery: 0,
});
const task = { name: 'gratings', hasHeldOut: false } as unknown as TaskFacts;
const facts: RunFacts = { params: 1, macs: 2, layers: ['head'], blocks: [] };

/** Answers the race under way up to its training, and tells both steps. */
async function train() {
  await settle();
  client.last('openTask').resolve(task);
  await settle();
  client.last('openRuns').resolve({ 'plain-8 0': facts });
  await settle();
  for (const step of [0, 1])
    client
      .last('train')
      .progress({ id: 'plain-8 0', step: { step, loss: 2 - step, accuracy: 0.5, rate: 0.1 } });
}
async function trainToTheEnd() {
  await train();
  client.last('train').resolve(null);
  await settle();
}

test('races are trained in turn, and their curves stay', async () => {
  const whole = races.run([settings(0.1), settings(1)]);
  expect([races.current, races.progress.all]).toEqual([0, 4]);
  await trainToTheEnd();
  expect([races.current, races.progress.done, races.isWhole]).toEqual([1, 2, false]);
  expect(client.last('openTask').request).toEqual({ name: 'gratings' });
  await trainToTheEnd();
  expect(await whole).toBe(true);
  expect([races.running, races.isWhole]).toEqual([false, true]);
  expect(races.races.map(({ lanes }) => lanes[0].runs[0].steps.length)).toEqual([2, 2]);
});

test('cancelled, the race under way ends and the others do not begin', async () => {
  const whole = races.run([settings(0.1), settings(1)]);
  await train();
  races.cancel();
  // As the client does when it is told so.
  client.last('train').reject(new DOMException('', 'AbortError'));
  expect(await whole).toBe(false);
  expect([races.running, races.races.some(({ running }) => running)]).toEqual([false, false]);
});

test('an error ends all of them and is told', async () => {
  const whole = races.run([settings(0.1), settings(1)]);
  await settle();
  client.last('openTask').reject(new AtlasError('emojiUnreachable', {}));
  expect(await whole).toBe(false);
  expect(races.error?.code).toBe('emojiUnreachable');
});
