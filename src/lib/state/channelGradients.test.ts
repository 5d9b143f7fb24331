import { expect, test } from 'vitest';
import { NodeGradients } from './channelGradients.svelte.ts';
import { ScriptedClient, settle } from './testing/scriptedClient.ts';

const answer = (node: string, target: number) => ({
  node,
  target,
  l2: Float32Array.of(1),
  mean: Float32Array.of(0),
});

test('asked for where wanted and once; dropped with another node, class or pass', async () => {
  const client = new ScriptedClient(() => undefined);
  const gradients = new NodeGradients((name, request, options) => client.call(name, request, options));
  gradients.follow({ run: 1, done: true, of: null });
  gradients.follow({ run: 1, done: false, of: { node: 'a', target: 3 } });
  expect(client.calls).toEqual([]);
  gradients.follow({ run: 1, done: true, of: { node: 'a', target: 3 } });
  gradients.follow({ run: 1, done: true, of: { node: 'a', target: 3 } });
  expect(client.count('channelGradients')).toBe(1);
  client.last('channelGradients').resolve(answer('a', 3));
  await settle();
  expect(gradients.report?.node).toBe('a');

  gradients.follow({ run: 1, done: true, of: { node: 'b', target: 3 } });
  expect(gradients.report).toBeNull();
  const late = client.last('channelGradients');
  gradients.follow({ run: 2, done: true, of: { node: 'b', target: 4 } });
  late.resolve(answer('b', 3));
  await settle();
  expect(gradients.report).toBeNull();
  client.last('channelGradients').reject(new Error('no'));
  await settle();
  expect(gradients.failed).toBe(true);
  gradients.follow({ run: 2, done: true, of: null });
  expect(gradients.failed).toBe(false);
});
