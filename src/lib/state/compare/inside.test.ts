import { beforeEach, describe, expect, test } from 'vitest';
import { cifarNetwork } from '../../model/architecture/cifar.ts';
import type { RunFacts, TaskFacts } from '../../model/protocol/training.ts';
import { Address } from '../address.svelte.ts';
import {
  backendReport,
  blockProgress,
  forwardReport,
  mapsReport,
  ScriptedClient,
  settle,
} from '../testing/scriptedClient.ts';
import { urlTable } from '../url.ts';
import type { ComparePage } from './comparePage.svelte.ts';
import { Inside } from './inside.svelte.ts';
import { insideTable } from './insideAddress.ts';
import { parseLane } from './laneConfiguration.ts';
import type { Lane } from './race.svelte.ts';

const graph = cifarNetwork({ depth: 8, width: 2, classes: 2, inputShape: [2, 1, 1] });
const task = {
  classNames: ['a', 'b'],
  shape: [2, 1, 1],
  colours: { mean: [0], deviation: [1] },
} as unknown as TaskFacts;
const pictures = { inputs: Float32Array.of(0, 1, 1, 0, 1, 1), labels: Int32Array.of(0, 1, 0) };
const lane = (id: string, steps = 1): Lane => ({
  id,
  configuration: parseLane(id)!,
  facts: { params: 1, macs: 1, layers: [], blocks: [] } satisfies RunFacts,
  runs: [
    {
      id: `${id} 0`,
      seed: 0,
      steps: Array.from({ length: steps }, (_, step) => ({ step, loss: 1, accuracy: 0, rate: 1 })),
    },
  ],
  diverged: null,
});

let client: ScriptedClient;
let race: { origin: string; lost: boolean; task: TaskFacts; lanes: readonly Lane[] };
let inside: Inside;
let written: string;

beforeEach(() => {
  client = new ScriptedClient(() => undefined);
  race = { origin: 'live', lost: false, task, lanes: [lane('plain-8'), lane('residual-8')] };
  const view = {
    race,
    explorer: { backend: backendReport('wasm') },
    askLaboratory: (...call: Parameters<ScriptedClient['call']>) => client.call(...call),
  } as unknown as ComparePage;
  inside = new Inside(
    view,
    new Address({ ...urlTable.compare, ...insideTable }, (query) => (written = query)),
    ({ classNames }) => classNames,
  );
});

/** Opens what is chosen, up to the end of its first pass. */
async function open() {
  inside.follow(inside.chosen, false);
  await settle();
  client.last('insidePictures').resolve(pictures);
  await settle();
  client.last('openInside').resolve({ graph, step: 1 });
  await settle();
  client.last('openInside').resolve({ graph, step: 1 });
  await settle();
  const pass = client.last('forward');
  pass.progress(blockProgress('conv1', 'stem'));
  pass.resolve(forwardReport(1));
  await settle();
}

describe('which network', () => {
  test('the first residual one, unless another is chosen; beside it one of the other kind', () => {
    expect([inside.chosen?.run.id, inside.other?.run.id]).toEqual(['residual-8 0', 'plain-8 0']);
    inside.chooseRun(inside.other!);
    expect([inside.chosen?.run.id, inside.other?.run.id]).toEqual(['plain-8 0', 'residual-8 0']);
    expect(written).toBe('?network=plain-8');
  });

  test('what is changed in skips does not go over to a network without any', () => {
    inside.address.read('?edits=cut.stage1_block1');
    inside.chooseRun(inside.chosen!);
    expect(written).toBe('?network=residual-8&edits=cut.stage1_block1');
    inside.chooseRun(inside.other!);
    expect(written).toBe('?network=plain-8');
  });

  test.each([
    ['recorded', { origin: 'recorded' }],
    ['gone with its worker', { lost: true }],
    ['not begun', { lanes: [lane('plain-8', 0)] }],
    ['diverged', { lanes: [{ ...lane('plain-8'), diverged: 0 }] }],
  ])('none that is %s', (_, changes) => {
    Object.assign(race, changes);
    const { address } = inside;
    const view = { race, askLaboratory: () => undefined } as unknown as ComparePage;
    expect(new Inside(view, address, () => []).chosen).toBe(null);
  });
});

describe('an opened network', () => {
  test('is run on the picture, and its nodes can be read', async () => {
    await open();
    expect(client.last('openInside').request).toEqual({ run: 'residual-8 0', picture: 0 });
    const { explorer } = inside.opened!;
    expect([explorer.labels, explorer.canBeAsked]).toEqual([['a', 'b'], true]);
    expect([...explorer.picture!.report.crop.data]).toEqual([0, 0, 0, 255, 255, 255, 255, 255]);
    client.last('maps').resolve(mapsReport('stem_conv', 1));
    await settle();
    expect(explorer.mapsCurrent).toBe(true);
    // Nothing of ResNet-50's is fetched or started.
    expect(['start', 'loadWeights', 'labels'].map((name) => client.count(name as 'start'))).toEqual([
      0, 0, 0,
    ]);
  });

  test('is looked at again when it has been trained further, and not before', async () => {
    await open();
    const asked = client.count('openInside');
    const chosen = { ...inside.chosen!, run: lane('residual-8', 5).runs[0] };
    inside.follow(chosen, true);
    expect(client.count('openInside')).toBe(asked);
    inside.follow(chosen, false);
    await settle();
    expect(client.count('openInside')).toBe(asked + 1);
    client.last('openInside').resolve({ graph, step: 5 });
    await settle();
    expect(inside.opened!.step).toBe(5);
  });

  test('has what the address asks for, and says what it does not have', async () => {
    inside.address.read('?node=stage9&channel=7&edits=cut.stage1_block1,cut.nowhere&picture=200');
    await open();
    const { state, rejected } = inside.address;
    expect([state.node, state.channel, state.edits, state.picture]).toEqual([
      'stem_conv',
      null,
      'cut.stage1_block1',
      0,
    ]);
    expect(rejected.map(({ name }) => name).sort()).toEqual(['channel', 'edits', 'node', 'picture']);
    expect(client.last('forward').request).toEqual({
      rewrites: [{ kind: 'cutShortcut', block: 'stage1_block1' }],
    });
  });

  test('gives way to nothing when its run is gone', async () => {
    await open();
    inside.follow(null, false);
    expect([inside.opened, inside.pictures]).toEqual([null, null]);
    expect(client.disposed).toBe(false);
  });
});

test('the next picture of a class is the one after this, or the first again', async () => {
  await open();
  expect([inside.nextOf(0), inside.nextOf(1)]).toEqual([2, 1]);
  inside.choosePicture(2);
  expect([inside.nextOf(0), inside.nextOf(1)]).toEqual([0, 1]);
});

test('lesions are counted in one network after the other, and kept as far as they have come', async () => {
  const done = inside.lesions.run(['a', 'b'], 'removeBlock');
  const found = { step: 1, whole: 0.5, blocks: {}, pictures: 4 };
  client.last('blockLesions').progress(found);
  client.last('blockLesions').resolve({ ...found, blocks: { x: 0.25 } });
  await settle();
  expect(client.last('blockLesions').request).toEqual({ run: 'b', lesion: 'removeBlock' });
  inside.lesions.cancel();
  client.last('blockLesions').resolve({ ...found, blocks: { x: 1 } });
  await done;
  expect(inside.lesions.found).toEqual({ a: { ...found, blocks: { x: 0.25 } } });
});
