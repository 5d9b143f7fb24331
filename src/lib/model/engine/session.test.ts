/** The session on a small network: block by block, waiting, cancelling, inspecting, leaving nothing behind. */
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { blocksOf } from '../architecture/blocks.ts';
import { cifarNetwork } from '../architecture/families.ts';
import { plain } from '../architecture/rewrites.ts';
import { weightShapes } from '../architecture/shapes.ts';
import { evaluate, numbersFrom } from '../architecture/testing/reference.ts';
import { startBackend } from './backends.ts';
import { Parameters } from './parameters.ts';
import { Session } from './session.ts';
import { referenceParameters } from './testing/referenceWeights.ts';

const graph = cifarNetwork({ depth: 14, width: 2, classes: 3, inputShape: [8, 8, 2] });
const picture = Float32Array.from(numbersFrom('input', 8 * 8 * 2));
const reference = evaluate(graph);
const blocks = blocksOf(graph).map(({ id }) => id);

beforeAll(() => startBackend('wasm'));

it('gives a report that can be sent away: the pass keeps its values', async () => {
  await startBackend('cpu');
  try {
    const session = new Session(graph, referenceParameters(graph), 'float32');
    session.setPicture(picture);
    const { logits, probabilities } = await session.forward();
    const expected = probabilities.slice();
    structuredClone(logits, { transfer: [logits.buffer as ArrayBuffer] });
    structuredClone(probabilities, { transfer: [probabilities.buffer as ArrayBuffer] });
    expect((await session.maps('prob')).values).toEqual(expected);
    session.dispose();
  } finally {
    await startBackend('wasm');
  }
});

describe('session', () => {
  let session: Session;
  let tensorsBefore: number;
  beforeEach(() => {
    tensorsBefore = tf.memory().numTensors;
    session = new Session(graph, referenceParameters(graph), 'float32');
    session.setPicture(picture);
  });
  afterEach(() => {
    session.dispose();
    expect(tf.memory().numTensors).toBe(tensorsBefore);
  });

  it('tells each block as it is done, with the mean over its channels', async () => {
    const told: string[] = [];
    let mean: number | undefined;
    const report = await session.forward({
      onBlock: ({ block, node, meanMap }) => {
        told.push(block);
        if (node === 'stage1_block1') mean = meanMap!.values[0];
      },
    });
    expect(told).toEqual(['conv1', ...blocks, 'head']);
    const [a, b] = reference.get('stage1_block1')!;
    expect(mean).toBeCloseTo((a + b) / 2, 5);
    reference.get('prob')!.forEach((p, i) => expect(report.probabilities[i]).toBeCloseTo(p, 5));
  });

  it('gives the value of any node of the last pass, without another pass', async () => {
    const { pass } = await session.forward();
    for (const node of [
      'stage2_block1_conv1',
      'stage2_block1_norm2',
      'stage3_block2',
      'avg_pool',
      'prob',
      'input',
    ]) {
      const maps = await session.maps(node);
      const expected = reference.get(node)!;
      const channels = maps.shape.at(-1)!;
      expect(maps.pass).toBe(pass);
      expected.forEach((value, i) => {
        const [position, c] = [Math.floor(i / channels), i % channels];
        expect(Math.abs(maps.values[c * (expected.length / channels) + position] - value)).toBeLessThan(
          1e-4 * Math.max(1, Math.abs(value)),
        );
      });
    }
    await expect(session.maps('nonsense')).rejects.toMatchObject({ code: 'unknownNode' });
  });

  it('runs the rewritten network, and goes back', async () => {
    const cut = blocks.map((block) => ({ kind: 'cutShortcut' as const, block }));
    const { probabilities } = await session.forward({ rewrites: cut });
    evaluate(plain(graph))
      .get('prob')!
      .forEach((p, i) => expect(probabilities[i]).toBeCloseTo(p, 4));
    const again = await session.forward();
    reference.get('prob')!.forEach((p, i) => expect(again.probabilities[i]).toBeCloseTo(p, 5));
  });

  it('takes the top class of the unmodified network as the target of gradients', async () => {
    const p = reference.get('prob')!;
    const top = p.indexOf(Math.max(...p));
    const report = await session.gradients({ rewrites: [{ kind: 'cutShortcut', block: 'stage1_block1' }] });
    expect(report.target).toBe(top);
    expect(Object.keys(report.blocks)).toEqual(blocks);
    await expect(session.gradients({ target: 3 })).rejects.toMatchObject({ code: 'unknownClass' });
    expect((await session.gradients({ target: 1 })).loss).toBeCloseTo(-Math.log(p[1]), 4);
  });

  it('stops within a block when it is cancelled, forward and backward, and frees what it held', async () => {
    const controller = new AbortController();
    const told: string[] = [];
    const stop = ({ block }: { block: string }) => {
      told.push(block);
      if (block === 'stage1_block2') controller.abort();
    };
    await expect(session.forward({ signal: controller.signal, onBlock: stop })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(told.at(-1)).toBe('stage1_block2');
    const second = new AbortController();
    const pass = session.gradients({
      target: 0,
      signal: second.signal,
      onBlock: ({ block }) => block === 'head' && second.abort(),
    });
    await expect(pass).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('gives way to a newer picture or pass', async () => {
    const first = session.forward();
    session.setPicture(picture);
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    const second = session.forward();
    const third = session.forward();
    await expect(second).rejects.toMatchObject({ name: 'AbortError' });
    expect((await third).pass).toBe(3);
  });
});

describe('while weights arrive', () => {
  const complete = referenceParameters(graph);
  const shard = (parameters: Parameters, belongs: (name: string) => boolean) =>
    parameters.add(
      new Map([...weightShapes(graph).keys()].filter(belongs).map((name) => [name, complete.stored(name)])),
    );

  it('a block is computed as soon as its own weights are there', async () => {
    const parameters = new Parameters();
    const session = new Session(graph, parameters, 'float32');
    session.setPicture(picture);
    let stemDone!: () => void;
    const stem = new Promise<void>((resolve) => (stemDone = resolve));
    const told: string[] = [];
    const pass = session.forward({
      onBlock: ({ block }) => {
        told.push(block);
        stemDone();
      },
    });
    shard(parameters, (name) => name.startsWith('stem'));
    await stem;
    expect(told).toEqual(['conv1']);
    expect((await session.maps('stem_conv')).shape).toEqual([8, 8, 2]);
    await expect(session.maps('stage1_block1')).rejects.toMatchObject({ code: 'notReady' });
    shard(parameters, () => true);
    await pass;
    expect(told).toEqual(['conv1', ...blocks, 'head']);
    session.dispose();
  });

  it('a pass that waits is told why nothing more will come', async () => {
    const parameters = new Parameters();
    const session = new Session(graph, parameters, 'float32');
    session.setPicture(picture);
    const pass = session.forward();
    parameters.fail(new Error('no network'));
    await expect(pass).rejects.toThrow('no network');
    parameters.expect();
    const controller = new AbortController();
    const waiting = session.forward({ signal: controller.signal });
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    session.dispose();
  });
});
