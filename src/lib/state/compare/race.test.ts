import { SvelteMap } from 'svelte/reactivity';
import { beforeEach, describe, expect, test } from 'vitest';
import { AtlasError } from '../../model/errors.ts';
import type { RunFacts, TaskFacts, TrainedStep } from '../../model/protocol/training.ts';
import { parseState } from '../parameters.ts';
import { ScriptedClient, settle } from '../testing/scriptedClient.ts';
import { Race, type Lane } from './race.svelte.ts';
import { raceTable, settingsOf } from './raceAddress.ts';

let client: ScriptedClient;
let signals: Map<string, AbortSignal | undefined>;
let workers: SvelteMap<'now', number>;
let clock: number;
let race: Race;

beforeEach(() => {
  client = new ScriptedClient(() => undefined);
  signals = new Map();
  workers = new SvelteMap([['now', 1]]);
  clock = 0;
  race = new Race(
    (name, request, options) => {
      signals.set(name, options?.signal);
      return client.call(name, request, options);
    },
    { worker: () => workers.get('now'), now: () => clock },
  );
});

const settings = (query = '?lanes=plain-8,residual-8&steps=10') =>
  settingsOf(parseState(raceTable, query).state, { name: 'gratings' });
const task = { name: 'gratings', classNames: ['a', 'b'], hasHeldOut: false } as unknown as TaskFacts;
const facts: RunFacts = { params: 1, macs: 2, layers: ['head'], blocks: [] };
const step = (at: number, loss = 2): TrainedStep => ({ step: at, loss, accuracy: 0.5, rate: 0.1 });
const tell = (id: string, at: number, loss?: number) =>
  client.last('train').progress({ id, step: step(at, loss) });

/** Answers what comes before the training. */
async function open() {
  await settle();
  client.last('openTask').resolve(task);
  await settle();
  const { runs } = client.last('openRuns').request;
  client.last('openRuns').resolve(Object.fromEntries(runs.map(({ id }) => [id, facts])));
  await settle();
}
async function trainTwoSteps() {
  race.follow(settings());
  void race.train(2);
  await open();
  for (const at of [0, 1]) for (const id of ['plain-8 0', 'residual-8 0']) tell(id, at);
  client.last('train').resolve(null);
  await settle();
}
const counts = (lanes: readonly Lane[]) => lanes.flatMap(({ runs }) => runs.map(({ steps }) => steps.length));

describe('a race', () => {
  test('opens the task, then all runs, then trains them together', async () => {
    race.follow(settings('?lanes=plain-8,residual-8&seeds=2&measureEvery=3'));
    expect(race.lanes.map(({ id }) => id)).toEqual(['plain-8', 'residual-8']);
    void race.train(200);
    await settle();
    expect([race.activity, client.last('openTask').request]).toEqual(['task', { name: 'gratings' }]);
    client.last('openTask').progress({ done: 1, all: 4 });
    expect(race.reading).toEqual({ done: 1, all: 4 });
    await open();
    expect(client.last('openRuns').request.runs.map(({ id }) => id)).toEqual([
      'plain-8 0',
      'residual-8 0',
      'plain-8 1',
      'residual-8 1',
    ]);
    expect(race.lanes[0].facts).toEqual(facts);
    // The task has no held-out pictures.
    expect(client.last('train').request).toEqual({ until: 200, measureEvery: 3, testEvery: 0 });
    expect(race.activity).toBe('training');
  });

  test('tells the page of many steps at once, and of all of them at the end', async () => {
    race.follow(settings());
    void race.train(3);
    await open();
    clock = 1000;
    tell('plain-8 0', 0);
    expect([counts(race.lanes), race.step]).toEqual([[1, 0], 0]);
    clock = 1100;
    tell('residual-8 0', 0);
    tell('plain-8 0', 1);
    expect(counts(race.lanes)).toEqual([1, 0]);
    clock = 1200;
    tell('residual-8 0', 1);
    expect([counts(race.lanes), race.step]).toEqual([[2, 2], 2]);
    clock = 1300;
    tell('plain-8 0', 2);
    client.last('train').resolve(null);
    await settle();
    expect([counts(race.lanes), race.step, race.running]).toEqual([[3, 2], 2, false]);
  });

  test('knows its pace and how long it will take', async () => {
    race.follow(settings());
    void race.train(10);
    await open();
    for (const at of [0, 1, 2]) {
      clock = 1000 + 500 * at;
      tell('plain-8 0', at);
      tell('residual-8 0', at);
    }
    clock = 2500;
    tell('plain-8 0', 3);
    // A round every half second, seven to come.
    expect([race.stepsPerSecond, race.secondsLeft]).toEqual([2, 3.5]);
    client.last('train').resolve(null);
    await settle();
    expect([race.stepsPerSecond, race.secondsLeft]).toEqual([null, null]);
  });

  test('pauses without losing a step, and goes on with the same runs', async () => {
    race.follow(settings());
    void race.train(10);
    await open();
    tell('plain-8 0', 0);
    race.pause();
    expect([race.activity, signals.get('train')?.aborted]).toEqual(['pausing', false]);
    tell('residual-8 0', 0);
    client.last('pauseTraining').resolve(null);
    client.last('train').resolve(null);
    await settle();
    expect([race.running, counts(race.lanes)]).toEqual([false, [1, 1]]);
    void race.stepOnce();
    await settle();
    expect(client.last('train').request.until).toBe(2);
    expect([client.count('openTask'), client.count('openRuns')]).toEqual([1, 1]);
  });

  test('rewound begins with the same weights again', async () => {
    await trainTwoSteps();
    race.rewind();
    expect([race.step, counts(race.lanes), race.rewinds]).toEqual([0, [0, 0], 1]);
    void race.stepOnce();
    await settle();
    expect(client.count('openTask')).toBe(1);
    const [first, second] = client.calls.filter(({ name }) => name === 'openRuns');
    expect(second.request).toEqual(first.request);
  });

  test('with other settings is another, trained at once if one was under way', async () => {
    race.follow(settings());
    void race.train(10);
    await open();
    const old = client.last('train');
    old.progress({ id: 'plain-8 0', step: step(0) });
    race.follow(settings('?lanes=plain-8,residual-8&steps=10&rate=0.01'));
    expect(signals.get('train')?.aborted).toBe(true);
    await settle();
    old.progress({ id: 'plain-8 0', step: step(1) });
    expect(client.last('openRuns').request.runs[0].options.rate).toBe(0.01);
    expect([client.count('openTask'), counts(race.lanes), race.activity]).toEqual([1, [0, 0], 'opening']);
    race.follow(settings('?lanes=plain-8,residual-8&steps=10&rate=0.01'));
    expect(race.activity).toBe('opening');
  });

  test('keeps what it has when only its length changes', async () => {
    await trainTwoSteps();
    race.follow(settings('?lanes=plain-8,residual-8&steps=50'));
    expect(counts(race.lanes)).toEqual([2, 2]);
  });

  test('reads the files of another task anew', async () => {
    await trainTwoSteps();
    race.follow({ ...settings(), task: { name: 'shapes', difficulty: 0.5 } });
    expect(race.task).toBeNull();
    void race.train(1);
    await settle();
    expect(client.last('openTask').request).toEqual({ name: 'shapes', difficulty: 0.5 });
  });

  test('tells which network diverged, and waits for it no longer', async () => {
    race.follow(settings());
    void race.train(3);
    await open();
    tell('plain-8 0', 0);
    tell('plain-8 0', 1, NaN);
    for (const at of [0, 1, 2]) tell('residual-8 0', at);
    client.last('train').resolve(null);
    await settle();
    expect([race.lanes[0].diverged, race.lanes[1].diverged, race.step]).toEqual([1, null, 3]);
    expect(race.isOver).toBe(false);
  });

  test('keeps the curves of a worker that is gone, and begins anew in the next', async () => {
    race.follow(settings());
    void race.train(10);
    await open();
    tell('plain-8 0', 0);
    workers.set('now', 2);
    client.last('train').reject(new AtlasError('workerCrashed', { reason: 'test' }));
    await settle();
    expect([race.error?.code, race.lost, race.running, counts(race.lanes)]).toEqual([
      'workerCrashed',
      true,
      false,
      [1, 0],
    ]);
    void race.train(10);
    await open();
    expect([client.count('openTask'), client.count('openRuns')]).toEqual([2, 2]);
    expect([race.lost, race.error, counts(race.lanes)]).toEqual([false, null, [0, 0]]);
  });

  test('shows one that was kept, until it is trained here', async () => {
    const kept = { ...settings('?lanes=plain-8&steps=3'), measureEvery: 1 };
    const lane: Lane = {
      id: 'plain-8',
      configuration: kept.lanes[0],
      facts,
      runs: [{ id: 'plain-8 0', seed: 0, steps: [step(0), step(1)] }],
      diverged: null,
    };
    race.load({ settings: kept, task, lanes: [lane] });
    race.follow(kept);
    expect([race.origin, race.step, race.lanes]).toEqual(['file', 2, [lane]]);
    void race.stepOnce();
    expect([race.origin, counts(race.lanes)]).toEqual(['live', [0]]);
    await open();
    expect(client.last('train').request.until).toBe(1);
  });

  test('tells an error of the task, and can be tried again', async () => {
    race.follow(settings());
    void race.train(1);
    await settle();
    client.last('openTask').reject(new AtlasError('pictureUnreachable', { name: 'emoji.webp' }));
    await settle();
    expect([race.error?.code, race.running]).toEqual(['pictureUnreachable', false]);
    race.dismiss();
    expect(race.error).toBeNull();
    void race.train(1);
    await open();
    expect(client.last('train').request.until).toBe(1);
  });

  test('ends what is under way when the page is left', async () => {
    race.follow(settings());
    void race.train(10);
    await open();
    race.dispose();
    expect(signals.get('train')?.aborted).toBe(true);
  });
});
