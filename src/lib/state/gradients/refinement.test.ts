import { expect, it } from 'vitest';
import { AtlasError } from '../../model/errors.ts';
import type { RefinementReport } from '../../model/protocol/refinement.ts';
import { ownPicture } from '../pictureSource.ts';
import { ScriptedClient, settle } from '../testing/scriptedClient.ts';
import { Refinement } from './refinement.svelte.ts';

const report = (target: number): RefinementReport => ({
  target,
  loss: 0,
  blocks: {},
  exits: [],
  picture: null,
});

function begun() {
  const client = new ScriptedClient(() => undefined);
  const refinement = new Refinement((...call) => client.call(...call));
  return { client, refinement };
}
const followed = (run: number, loss: 'first' | 'second' = 'first', done = true) => ({ run, done, loss });

it('measures the current picture once its pass has ended, and again for another picture or loss', async () => {
  const { client, refinement } = begun();
  refinement.follow(followed(1, 'first', false));
  expect(client.count('refinement')).toBe(0);
  refinement.follow(followed(1));
  refinement.follow(followed(1));
  await settle();
  expect(client.count('refinement')).toBe(1);
  expect(client.last('refinement').request).toEqual({ rank: 1 });
  client.last('refinement').progress({ done: 3, all: 50 });
  expect(refinement.progress).toEqual({ done: 3, all: 50 });
  client.last('refinement').resolve(report(7));
  await settle();
  expect([refinement.report?.target, refinement.progress]).toEqual([7, null]);

  refinement.follow(followed(1, 'second'));
  expect(refinement.report).toBeNull();
  await settle();
  expect(client.last('refinement').request).toEqual({ rank: 2 });
  client.last('refinement').resolve(report(8));
  await settle();
  expect(refinement.report?.target).toBe(8);

  refinement.follow(followed(2, 'second'));
  expect(refinement.report).toBeNull();
  expect(refinement.measured?.report.target).toBe(8);
});

it('shows an error, and does not ask again by itself', async () => {
  const { client, refinement } = begun();
  refinement.follow(followed(1));
  await settle();
  client.last('refinement').reject(new AtlasError('outOfMemory', { backend: 'wasm' }));
  await settle();
  expect([refinement.error?.code, refinement.progress]).toEqual(['outOfMemory', null]);
  refinement.follow(followed(1));
  await settle();
  expect(client.count('refinement')).toBe(1);
});

it('sends the requests of set and current picture one after the other', async () => {
  const { client, refinement } = begun();
  refinement.set.choose([ownPicture(new File(['x'], 'a.png')), ownPicture(new File(['y'], 'b.png'))]);
  refinement.follow(followed(1, 'first', false));
  const running = refinement.runSet('first');
  await settle();
  expect(client.last('refinement').request).toMatchObject({ rank: 1, name: 'a.png' });
  refinement.follow(followed(1));
  await settle();
  expect(client.count('refinement')).toBe(1);
  client.last('refinement').resolve(report(1));
  await settle();
  // The current picture was waiting before the set's next.
  expect(client.last('refinement').request).toEqual({ rank: 1 });
  client.last('refinement').resolve(report(2));
  await settle();
  expect(client.last('refinement').request).toMatchObject({ name: 'b.png' });
  client.last('refinement').resolve(report(3));
  await running;
  expect(refinement.set.results.map(({ target }) => target)).toEqual([1, 3]);
  expect(refinement.report?.target).toBe(2);
});

it('forgets the set’s results when another loss is chosen', async () => {
  const { client, refinement } = begun();
  refinement.set.choose([ownPicture(new File(['x'], 'a.png'))]);
  refinement.follow(followed(1, 'first', false));
  const running = refinement.runSet('first');
  await settle();
  client.last('refinement').resolve(report(1));
  await running;
  expect(refinement.set.complete).toBe(true);
  refinement.follow(followed(1, 'second', false));
  expect([refinement.set.results, refinement.set.members.length]).toEqual([[], 1]);
});
