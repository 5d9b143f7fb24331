import { beforeEach, describe, expect, test } from 'vitest';
import { buildModel } from '../model/architecture/families.ts';
import type { Rewrite } from '../model/architecture/rewrite.ts';
import { applyRewrites } from '../model/architecture/rewrites.ts';
import { AtlasError } from '../model/errors.ts';
import type { SideReport } from '../model/protocol.ts';
import { planOwn, planSide, type CompareWith, type SidePlan } from './compareWith.ts';
import { Comparison } from './comparison.svelte.ts';
import { ownPicture } from './pictureSource.ts';
import { mapsReport, ScriptedClient, settle } from './testing/scriptedClient.ts';

const trained = buildModel('resnet50');
const mute: readonly Rewrite[] = [{ kind: 'muteChannel', node: 'res4d', channel: 3 }];
const koala = ownPicture(new File(['koala'], 'koala.jpg'));

describe('what is to be computed', () => {
  const plan = (compare: CompareWith, node: string, rewrites: readonly Rewrite[] = []) =>
    planSide({
      compare,
      node,
      rewrites,
      graph: applyRewrites(trained, rewrites),
      trained,
      sampleOf: () => koala,
    });

  test('the same node and network for another picture', () =>
    expect(plan({ kind: 'picture', sample: 'koala' }, 'res4d', mute)).toEqual({
      node: 'res4d',
      rewrites: mute,
      picture: koala,
    }));

  test('the same node in the network as it was trained', () => {
    const unmodified = { kind: 'unmodified' } as const;
    expect(plan(unmodified, 'res4d', mute)).toEqual({ node: 'res4d', rewrites: [], picture: null });
    expect(plan(unmodified, 'res4d')).toBe('noInterventions');
    expect(plan(unmodified, 'res4d_mute', mute)).toBe('nodeMissing');
  });

  test('another node of the network as it is now', () => {
    const gone = [{ kind: 'removeBlock', block: '4c' }] as const;
    expect(plan({ kind: 'node', node: 'res4c' }, 'res4b', gone)).toEqual({
      node: 'res4c',
      rewrites: gone,
      picture: null,
    });
    expect(plan({ kind: 'node', node: 'res4c_branch2a' }, 'res4b', gone)).toBe('nodeMissing');
  });

  test('a file of the reader’s own, once there is one', () => {
    expect(planOwn(null, 'conv1', [])).toBe('chooseFile');
    const file = new File(['x'], 'mine.png');
    expect(planOwn(file, 'conv1', [])).toMatchObject({ node: 'conv1', picture: { name: 'mine.png' } });
  });
});

describe('the other side', () => {
  let client: ScriptedClient;
  let comparison: Comparison;
  let signals: (AbortSignal | undefined)[];
  const other: SidePlan = { node: 'res4c', rewrites: [], picture: null };
  const side = (node: string): SideReport => ({ maps: mapsReport(node, 0), top: [], picture: null });

  beforeEach(() => {
    client = new ScriptedClient(() => undefined);
    signals = [];
    comparison = new Comparison((name, request, options) => {
      signals.push(options?.signal);
      return client.call(name, request, options);
    });
  });

  test('is asked for once, after the pass', async () => {
    comparison.follow({ key: 'a', plan: other, run: 1, done: false });
    expect(client.calls).toEqual([]);
    comparison.follow({ key: 'a', plan: other, run: 1, done: true });
    comparison.follow({ key: 'a', plan: other, run: 1, done: true });
    await settle();
    expect(client.calls.map(({ request }) => request)).toEqual([{ node: 'res4c', rewrites: [] }]);
    client.last('sideMaps').resolve(side('res4c'));
    await settle();
    expect(comparison.side?.maps.node).toBe('res4c');
    expect(comparison.current).toBe(true);
  });

  test('stays in sight while the same is computed for another pass', async () => {
    comparison.follow({ key: 'a', plan: other, run: 1, done: true });
    await settle();
    client.last('sideMaps').resolve(side('res4c'));
    await settle();
    comparison.follow({ key: 'a', plan: other, run: 2, done: false });
    expect([comparison.side?.maps.node, comparison.current]).toEqual(['res4c', false]);
    comparison.follow({ key: 'a', plan: other, run: 2, done: true });
    await settle();
    expect(client.count('sideMaps')).toBe(2);
  });

  test('gives way to another comparison, whose answer alone is shown', async () => {
    comparison.follow({ key: 'a', plan: other, run: 1, done: true });
    await settle();
    const first = client.last('sideMaps');
    comparison.follow({ key: 'b', plan: { ...other, node: 'res4b' }, run: 1, done: true });
    expect(signals[0]?.aborted).toBe(true);
    await settle();
    first.resolve(side('res4c'));
    await settle();
    expect(comparison.side).toBeNull();
    client.last('sideMaps').resolve(side('res4b'));
    await settle();
    expect(comparison.side).toMatchObject({ maps: { node: 'res4b' } });
    comparison.follow(null);
    expect([comparison.side, comparison.current]).toEqual([null, false]);
  });

  test('of another picture is sent with the file; one that cannot be opened is said', async () => {
    comparison.follow({ key: 'a', plan: { ...other, picture: koala }, run: 1, done: true });
    await settle();
    const { request } = client.last('sideMaps');
    expect(request).toMatchObject({ node: 'res4c', name: 'koala.jpg' });
    expect(await request.file!.text()).toBe('koala');
    client.last('sideMaps').reject(new AtlasError('pictureUnreadable', { name: 'koala.jpg' }));
    await settle();
    expect(comparison.error?.code).toBe('pictureUnreadable');
    comparison.dismiss();
    expect(comparison.error).toBeNull();
  });

  test('a sample that cannot be fetched is said as well', async () => {
    const lost = {
      ...koala,
      read: () => Promise.reject(new AtlasError('pictureUnreachable', { name: 'koala.jpg' })),
    };
    comparison.follow({ key: 'a', plan: { ...other, picture: lost }, run: 1, done: true });
    await settle();
    expect(client.calls).toEqual([]);
    expect(comparison.error?.code).toBe('pictureUnreachable');
  });
});
