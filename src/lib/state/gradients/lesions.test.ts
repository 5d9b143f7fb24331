import { expect, it } from 'vitest';
import { ownPicture } from '../pictureSource.ts';
import { parseState, serialiseState } from '../parameters.ts';
import { ScriptedClient, settle } from '../testing/scriptedClient.ts';
import { removalPlan, singlePlan, swapPlan } from './lesionPlan.ts';
import { lesionRecording } from './lesionRecording.ts';
import { Lesions } from './lesions.svelte.ts';
import { lesionsTable } from './lesionsAddress.ts';

const outcome = { probability: 0.5, logProbability: Math.log(0.5), top1: 0 };
const sources = ['a.png', 'b.png'].map((name) => ownPicture(new File(['x'], name)));

function begun() {
  const client = new ScriptedClient(() => undefined);
  const lesions = new Lesions((...call) => client.call(...call));
  lesions.follow(sources, singlePlan);
  return { client, lesions };
}
const report = { target: 0, base: outcome, outcomes: singlePlan.lesions.map(() => outcome) };

it('asks for the lesions of one picture after the other and says how far it is', async () => {
  const { client, lesions } = begun();
  const running = lesions.run(singlePlan);
  await settle();
  const first = client.last('lesions');
  expect(first.request).toMatchObject({ lesions: singlePlan.lesions, name: 'a.png' });
  first.progress({ index: null, target: 0, outcome });
  first.progress({ index: 0, target: 0, outcome });
  expect(lesions.progress).toEqual({ done: 2, all: 34 });
  first.resolve(report);
  await settle();
  expect([lesions.progress.done, client.count('lesions')]).toEqual([17, 2]);
  client.last('lesions').resolve(report);
  await running;
  expect(lesions.set.results.map(({ picture }) => picture)).toEqual(['a.png', 'b.png']);
});

it('follows the class that was chosen', async () => {
  const { client, lesions } = begun();
  void lesions.run({ ...singlePlan, key: 'blocks of 7', target: 7 });
  await settle();
  expect(client.last('lesions').request.target).toBe(7);
});

it('keeps results as long as pictures and lesions are the same', async () => {
  const { client, lesions } = begun();
  void lesions.run(singlePlan);
  await settle();
  client.last('lesions').resolve(report);
  await settle();
  lesions.cancel();
  lesions.follow([...sources], singlePlan);
  expect(lesions.set.results).toHaveLength(1);
  lesions.follow(sources, swapPlan);
  expect(lesions.set.results).toHaveLength(0);
});

it('draws the removals that the command line draws, and has recorded all three kinds', () => {
  const { seed, draws, images } = lesionRecording;
  expect(removalPlan({ most: 8, draws, seed }).removals).toEqual(lesionRecording.removals);
  expect(images.length).toBe(16);
  for (const { blocks, removals, swaps } of images) {
    expect(blocks.outcomes).toHaveLength(singlePlan.lesions.length);
    expect(removals.outcomes).toHaveLength(lesionRecording.removals.length);
    expect(swaps.outcomes).toHaveLength(swapPlan.lesions.length);
  }
});

it('falls back where the address is hostile, and says so', () => {
  const query = '?guess=9z&over=all&most=17&draws=0&seed=-1&measure=<b>';
  const { state, rejected } = parseState(lesionsTable, query);
  expect(rejected).toHaveLength(6);
  expect(serialiseState(lesionsTable, state)).toBe('');
  expect(parseState(lesionsTable, '?guess=4d').state.guess).toBe('4d');
});
