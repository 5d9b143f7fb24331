import { expect, it } from 'vitest';
import type { Fed } from '../model/protocol/feeding.ts';
import { FedPictures, FedWays } from './fedPictures.svelte.ts';
import { ownPicture } from './pictureSource.ts';
import { ScriptedClient, settle } from './testing/scriptedClient.ts';

const fed = (index: number): Fed => ({
  seen: { width: 1, height: 1, data: new Uint8ClampedArray(4) },
  input: { mean: 0, std: 1, min: 0, max: 1 },
  top: [{ index, probability: 1 }],
  probabilities: Float32Array.of(1),
  value: null,
});
const [first, second] = ['a.png', 'b.png'].map((name) => ownPicture(new File(['x'], name)));

it('shows each way of one picture as soon as it is known, and forgets them with the picture', async () => {
  const client = new ScriptedClient(() => undefined);
  const ways = new FedWays((...call) => client.call(...call));
  expect(await ways.run([{}])).toBeNull();
  ways.follow(first);
  const running = ways.run([{}, { fit: 'squeeze' }]);
  await settle();
  const call = client.last('feeding');
  expect(call.request).toMatchObject({ name: 'a.png', feeds: [{}, { fit: 'squeeze' }] });
  call.progress({ index: 0, fed: fed(7) });
  expect([ways.ways.length, ways.running]).toEqual([1, true]);
  call.resolve([fed(7), fed(8)]);
  expect(await running).toHaveLength(2);
  expect([ways.ways.length, ways.running]).toEqual([2, false]);
  ways.follow(first);
  expect(ways.ways).toHaveLength(2);
  ways.follow(second);
  expect(ways.ways).toHaveLength(0);
});

it('gives many pictures one after the other, with the value of a node', async () => {
  const client = new ScriptedClient(() => undefined);
  const pictures = new FedPictures((...call) => client.call(...call), [{}], 'avg_pool');
  pictures.set.choose([first, second]);
  const running = pictures.run();
  await settle();
  expect(client.last('feeding').request).toMatchObject({ name: 'a.png', node: 'avg_pool' });
  client.last('feeding').resolve([fed(1)]);
  await settle();
  expect(client.last('feeding').request).toMatchObject({ name: 'b.png' });
  client.last('feeding').resolve([fed(2)]);
  await running;
  expect(pictures.set.results.map(([{ top }]) => top[0].index)).toEqual([1, 2]);
});
