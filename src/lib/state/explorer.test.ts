import { beforeEach, describe, expect, test } from 'vitest';
import { buildModel } from '../model/architecture/families.ts';
import { AtlasError } from '../model/errors.ts';
import { Explorer } from './explorer.svelte.ts';
import { ownPicture, type PictureSource } from './pictureSource.ts';
import {
  backendReport,
  blockProgress,
  forwardReport,
  mapsReport,
  pictureReport,
  ScriptedClient,
  settle,
} from './testing/scriptedClient.ts';

const graph = buildModel('resnet50');
let clients: ScriptedClient[];
let shown: string[];
let explorer: Explorer;
const client = () => clients.at(-1)!;
const picture = (name: string): PictureSource => ownPicture(new File([name], name));

beforeEach(() => {
  clients = [];
  shown = [];
  explorer = new Explorer({
    graph,
    weights: 'https://example.org/weights/',
    createClient: ({ onRestart, onMemory }) => {
      const created = new ScriptedClient(onRestart, onMemory);
      clients.push(created);
      return created;
    },
    onPicture: ({ name }) => shown.push(name),
  });
});

test('what the engine holds is that of its last answer, and of a new worker unknown', () => {
  void explorer.start('auto');
  client().onMemory({ tensors: 2, bytes: 8 });
  expect(explorer.memory).toEqual({ tensors: 2, bytes: 8 });
  const old = client();
  void explorer.start('wasm');
  expect(explorer.memory).toBe(null);
  old.onMemory({ tensors: 9, bytes: 99 });
  expect(explorer.memory).toBe(null);
});

/** Up to the point where the network runs on a first picture. */
async function running(choice: 'auto' | 'webgl' = 'auto') {
  explorer.choose('conv1');
  void explorer.open(picture('first.png'));
  void explorer.start(choice);
  client()
    .last('start')
    .resolve(backendReport(choice === 'auto' ? 'wasm' : choice));
  await settle();
  client().last('setPicture').resolve(pictureReport());
  await settle();
}

describe('the way to the first result', () => {
  test('starts the backend, then fetches weights and sends the picture, then runs', async () => {
    await running();
    expect(client().calls.map(({ name }) => name)).toEqual([
      'start',
      'labels',
      'loadWeights',
      'setPicture',
      'forward',
    ]);
    expect(client().last('start').request).toEqual({
      backend: 'auto',
      weights: 'https://example.org/weights/',
    });
    expect(explorer.backend?.backend).toBe('wasm');
    expect(shown).toEqual(['first.png']);
    expect(explorer.running).toBe(true);
  });

  test('reads the chosen node as soon as its block is computed, before the pass has ended', async () => {
    await running();
    expect(client().count('maps')).toBe(0);
    client().last('forward').progress(blockProgress('conv1', 'pool1'));
    await settle();
    client().last('maps').resolve(mapsReport('conv1', 1));
    await settle();
    expect(explorer.maps?.node).toBe('conv1');
    expect(explorer.mapsCurrent).toBe(true);
    expect(explorer.running).toBe(true);
    client().last('forward').progress(blockProgress('2a', 'res2a'));
    expect(client().count('maps')).toBe(1);
  });

  test('a node that is not computed yet waits for its block', async () => {
    await running();
    explorer.choose('res2a_branch2b');
    client().last('forward').progress(blockProgress('conv1', 'pool1'));
    await settle();
    expect(client().count('maps')).toBe(0);
    client().last('forward').progress(blockProgress('2a', 'res2a'));
    await settle();
    expect(client().last('maps').request).toEqual({ node: 'res2a_branch2b' });
  });

  test('the picture itself can be seen once the pass has begun', async () => {
    await running();
    explorer.choose('input');
    client().last('forward').progress(blockProgress('conv1', 'pool1'));
    await settle();
    expect(client().last('maps').request).toEqual({ node: 'input' });
  });

  test('tells of weights as they arrive, and of class names', async () => {
    await running();
    const loading = client().last('loadWeights');
    const shard = { shard: 'conv1', received: 10, bytes: 20, totalReceived: 10, totalBytes: 99 };
    loading.progress({ ...shard, fromCache: false, complete: false });
    expect(explorer.weights).toMatchObject({ received: 10, bytes: 99, complete: false });
    client().last('labels').resolve(['tench', 'goldfish']);
    await settle();
    expect(explorer.labels).toEqual(['tench', 'goldfish']);
    expect(explorer.weights.complete).toBe(false);
    loading.resolve({ bytes: 99 });
    await settle();
    expect(explorer.weights.complete).toBe(true);
  });
});

describe('changing one’s mind', () => {
  test('of several pictures the last one is shown and run', async () => {
    await running();
    void explorer.open(picture('second.png'));
    void explorer.open(picture('third.png'));
    await settle();
    const sent = client().calls.filter(({ name }) => name === 'setPicture');
    // The second is dropped before it is sent, or superseded after.
    sent.at(-1)!.resolve(pictureReport());
    await settle();
    expect(explorer.picture?.source.name).toBe('third.png');
    expect(shown).toEqual(['first.png', 'third.png']);
    expect(explorer.errors).toEqual({ picture: undefined, engine: undefined, weights: undefined });
  });

  test('a slow file does not overtake one that was chosen later', async () => {
    await running();
    let finishReading = (_: Blob): void => undefined;
    const slow = {
      name: 'slow.png',
      sample: null,
      cut: null,
      read: () => new Promise<Blob>((done) => (finishReading = done)),
    };
    void explorer.open(slow);
    void explorer.open(picture('quick.png'));
    await settle();
    client().last('setPicture').resolve(pictureReport());
    await settle();
    finishReading(new Blob());
    await settle();
    expect(client().last('setPicture').request.name).toBe('quick.png');
    expect(explorer.picture?.source.name).toBe('quick.png');
  });

  test('blocks of an earlier pass count no longer', async () => {
    await running();
    const earlier = client().last('forward');
    earlier.progress(blockProgress('conv1', 'pool1'));
    await settle();
    void explorer.open(picture('second.png'));
    await settle();
    client().last('setPicture').resolve(pictureReport());
    await settle();
    expect(explorer.units.stem?.run).toBeLessThan(explorer.run);
    earlier.progress(blockProgress('2a', 'res2a'));
    expect(explorer.units['2a']).toBeUndefined();
  });

  test('of several nodes the last one is shown', async () => {
    await running();
    client().last('forward').progress(blockProgress('conv1', 'pool1'));
    await settle();
    const first = client().last('maps');
    explorer.choose('conv1_relu');
    await settle();
    first.resolve(mapsReport('conv1', 1));
    await settle();
    expect(explorer.maps).toBeNull();
    client().last('maps').resolve(mapsReport('conv1_relu', 1));
    await settle();
    expect(explorer.maps?.node).toBe('conv1_relu');
  });

  test('nothing is read from a pass that a new picture is about to end', async () => {
    await running();
    client().last('forward').progress(blockProgress('conv1', 'pool1'));
    await settle();
    const before = client().count('maps');
    void explorer.open(picture('second.png'));
    explorer.choose('pool1');
    await settle();
    expect(client().count('maps')).toBe(before);
  });

  test('another backend takes the place of the one before, with picture and node', async () => {
    await running();
    void explorer.start('cpu');
    expect(clients).toHaveLength(2);
    expect(clients[0].disposed).toBe(true);
    expect(explorer.backend).toBeNull();
    client().last('start').resolve(backendReport('cpu'));
    await settle();
    expect(client().last('setPicture').request.name).toBe('first.png');
    client().last('setPicture').resolve(pictureReport());
    await settle();
    client().last('forward').progress(blockProgress('conv1', 'pool1'));
    await settle();
    expect(client().last('maps').request).toEqual({ node: 'conv1' });
    expect(Object.values(explorer.errors).filter(Boolean)).toEqual([]);
  });
});

describe('when something fails', () => {
  test('a picture that cannot be opened leaves the one before, and its results', async () => {
    await running();
    client().last('forward').resolve(forwardReport(1));
    await settle();
    void explorer.open(picture('broken.png'));
    await settle();
    client()
      .last('setPicture')
      .reject(new AtlasError('pictureUnreadable', { name: 'broken.png' }));
    await settle();
    expect(explorer.errors.picture).toEqual({ code: 'pictureUnreadable', details: { name: 'broken.png' } });
    expect(explorer.picture?.source.name).toBe('first.png');
    expect(explorer.report?.pass).toBe(1);
    expect(explorer.opening).toBeNull();
    expect(client().count('forward')).toBe(1);
    expect(shown).toEqual(['first.png']);
  });

  test('the message goes when the next picture is opened', async () => {
    await running();
    void explorer.open(picture('broken.png'));
    await settle();
    client()
      .last('setPicture')
      .reject(new AtlasError('pictureEmpty', { name: 'broken.png' }));
    await settle();
    void explorer.open(picture('good.png'));
    await settle();
    client().last('setPicture').resolve(pictureReport());
    await settle();
    expect(explorer.errors.picture).toBeUndefined();
  });

  test('damaged weights: one message, under weights; trying again loads and runs', async () => {
    await running();
    const error = new AtlasError('weightsHash', { file: '3b.bin' });
    client().last('loadWeights').reject(error);
    client().last('forward').reject(error);
    await settle();
    expect(explorer.errors).toMatchObject({ weights: { code: 'weightsHash' } });
    expect(explorer.errors.engine).toBeUndefined();
    expect(explorer.running).toBe(false);
    void explorer.retryWeights();
    await settle();
    expect(explorer.errors.weights).toBeUndefined();
    expect([client().count('loadWeights'), client().count('forward')]).toEqual([2, 2]);
  });

  test('a backend that does not run here is said, and the best that does takes its place', async () => {
    void explorer.open(picture('first.png'));
    void explorer.start('webgl');
    client()
      .last('start')
      .reject(new AtlasError('backendUnavailable', { backend: 'webgl', reason: 'none' }));
    await settle();
    expect(client().last('start').request.backend).toBe('auto');
    client().last('start').resolve(backendReport('wasm'));
    await settle();
    expect(explorer.backend?.backend).toBe('wasm');
    expect(explorer.errors.engine?.code).toBe('backendUnavailable');
    expect(client().count('setPicture')).toBe(1);
  });

  test('no backend at all is said, and tried no further', async () => {
    void explorer.start('auto');
    client()
      .last('start')
      .reject(new AtlasError('noBackend', { tried: 'webgl, wasm' }));
    await settle();
    expect(explorer.errors.engine?.code).toBe('noBackend');
    expect(client().count('start')).toBe(1);
  });
});

describe('when the worker is replaced', () => {
  test('says so, starts again and runs the same picture', async () => {
    await running('webgl');
    client().restart('contextLost');
    await settle();
    expect(explorer.restarted).toBe('contextLost');
    expect(client().last('start').request.backend).toBe('webgl');
    client().last('start').resolve(backendReport('webgl'));
    await settle();
    expect(client().last('setPicture').request.name).toBe('first.png');
    client().last('setPicture').resolve(pictureReport());
    await settle();
    expect(client().count('forward')).toBe(2);
    expect(Object.values(explorer.errors).filter(Boolean)).toEqual([]);
  });

  test('the second time it runs on wasm', async () => {
    await running('webgl');
    client().restart('contextLost');
    await settle();
    client().restart('contextLost');
    await settle();
    expect(client().last('start').request.backend).toBe('wasm');
  });

  test('gives up in the end, with a message, until it is asked again', async () => {
    await running();
    for (let i = 0; i < 4; i++) {
      client().restart('workerCrashed');
      await settle();
    }
    expect(explorer.errors.engine?.code).toBe('workerCrashed');
    expect(client().count('start')).toBe(4);
    void explorer.start('auto');
    expect(clients).toHaveLength(2);
    expect(explorer.errors.engine).toBeUndefined();
  });

  test('a picture that cannot be opened meanwhile leaves the one before to run', async () => {
    await running();
    void explorer.open(picture('broken.png'));
    client().restart('workerCrashed');
    await settle();
    client().last('start').resolve(backendReport('wasm'));
    await settle();
    expect(client().last('setPicture').request.name).toBe('broken.png');
    client()
      .last('setPicture')
      .reject(new AtlasError('pictureEmpty', { name: 'broken.png' }));
    await settle();
    expect(client().last('setPicture').request.name).toBe('first.png');
    client().last('setPicture').resolve(pictureReport());
    await settle();
    expect(client().count('forward')).toBe(2);
    expect(explorer.picture?.source.name).toBe('first.png');
  });
});

test('after dispose nothing changes any more', async () => {
  await running();
  const forward = client().last('forward');
  explorer.dispose();
  forward.resolve(forwardReport(1));
  await settle();
  expect(client().disposed).toBe(true);
  expect(explorer.report).toBeNull();
});
