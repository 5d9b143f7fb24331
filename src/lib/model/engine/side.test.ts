/** What is computed beside the last pass, on a small network, against plain loops in double precision. */
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { blocksOf } from '../architecture/blocks.ts';
import { cifarNetwork } from '../architecture/families.ts';
import type { Rewrite } from '../architecture/rewrite.ts';
import { applyRewrites } from '../architecture/rewrites.ts';
import { evaluate, numbersFrom, type Values } from '../architecture/testing/reference.ts';
import { startBackend } from './backends.ts';
import { channelGradients } from './channelGradients.ts';
import { divergence } from './divergence.ts';
import { Session } from './session.ts';
import { sideMaps } from './sideMaps.ts';
import { referenceParameters } from './testing/referenceWeights.ts';
import { measureTimings } from './timings.ts';

const graph = cifarNetwork({ depth: 14, width: 2, classes: 3, inputShape: [8, 8, 2] });
const picture = Float32Array.from(numbersFrom('input', 8 * 8 * 2));
const reference = evaluate(graph);
const blocks = blocksOf(graph).map(({ id }) => id);
const cut: readonly Rewrite[] = [
  { kind: 'cutShortcut', block: 'stage2_block1' },
  { kind: 'muteChannel', node: 'stage3_block1', channel: 1 },
];

let session: Session;
let held: number;

beforeAll(async () => {
  await startBackend('wasm');
  session = new Session(graph, referenceParameters(graph), 'float32');
  session.setPicture(picture);
  // All weights that these tests use are then tensors.
  await session.gradients({ target: 0 });
  await session.forward();
  await session.values(graph.nodes.map(({ id }) => id));
});
afterAll(() => session.dispose());
beforeEach(() => (held = tf.memory().numTensors));
/** With the pass that they asked for, tests hold as many tensors after as before. */
afterEach(() => expect(tf.memory().numTensors).toBe(held));

/** Asks for a pass that another one ends while `work` is under way. */
async function interrupted(work: () => Promise<unknown>): Promise<void> {
  await session.forward({ rewrites: cut });
  const waiting = work();
  const next = session.forward();
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  await next;
}

const aborted = () => AbortSignal.abort(new DOMException('cancelled', 'AbortError'));

describe('divergence', () => {
  const relative = (a: Values, b: Values) =>
    Math.hypot(...a.map((value, i) => value - b[i])) / Math.hypot(...b);

  it('is the relative distance from the unmodified network, unit by unit', async () => {
    const rewritten = evaluate(applyRewrites(graph, cut));
    await session.forward({ rewrites: cut });
    const told: [string, number][] = [];
    const found = await divergence(session, ({ unit, value }) => told.push([unit, value]));
    expect(Object.keys(found)).toEqual(['stem', ...blocks, 'head']);
    expect(Object.entries(found)).toEqual(told);
    for (const block of blocks) {
      // What leaves the block whose output has a muted channel is what the next one reads.
      const exit = block === 'stage3_block1' ? 'stage3_block1_mute' : block;
      const expected = relative(rewritten.get(exit)!, reference.get(block)!);
      expect(found[block], block).toBeCloseTo(expected, 4);
    }
    expect([found.stem, found.stage1_block2]).toEqual([0, 0]);
    expect(found.stage2_block1).toBeGreaterThan(0.01);
    expect(found.head).toBeCloseTo(relative(rewritten.get('prob')!, reference.get('prob')!), 4);
    await session.forward();
  });

  it('compares what leaves the same places where blocks are swapped', async () => {
    const deeper = cifarNetwork({ depth: 20, width: 2, classes: 3, inputShape: [8, 8, 2] });
    const swapped = new Session(deeper, referenceParameters(deeper), 'float32');
    swapped.setPicture(picture);
    const [, second, third] = blocksOf(deeper).map(({ id }) => id);
    const rewrites: Rewrite[] = [{ kind: 'swapBlocks', first: second, second: third }];
    await swapped.forward({ rewrites });
    const found = await divergence(swapped, () => undefined);
    const [before, after] = [evaluate(deeper), evaluate(applyRewrites(deeper, rewrites))];
    expect(found[third]).toBeCloseTo(relative(after.get(third)!, before.get(second)!), 4);
    expect(found[second]).toBeCloseTo(relative(after.get(second)!, before.get(third)!), 4);
    swapped.dispose();
  });

  it('is zero everywhere without a rewrite', async () => {
    const found = await divergence(session, () => undefined);
    expect(new Set(Object.values(found))).toEqual(new Set([0]));
    expect(Object.keys(found)).toHaveLength(blocks.length + 2);
  });

  it('ends when another pass comes', () => interrupted(() => divergence(session, () => undefined)));
});

describe('gradients by channel', () => {
  /** Central differences of the reference's logit, in double precision. */
  function slopes(rewritten: typeof graph, node: string, target: number): number[] {
    const value = evaluate(rewritten).get(node)!;
    const step = 1e-6;
    return value.map((_, at) => {
      const along = (sign: number) => {
        const moved = value.map((x, i) => (i === at ? x + sign * step : x));
        return evaluate(rewritten, new Map([[node, moved]])).get('head')![target];
      };
      return (along(1) - along(-1)) / (2 * step);
    });
  }

  it.each([
    ['a block’s output', 'stage2_block2', []],
    ['a value before batch norm', 'stage3_block1_conv1', []],
    ['a value before its ReLU, in a rewritten network', 'stage3_block1_add', cut],
    ['the pooled features', 'avg_pool', []],
  ] as const)('of %s are the slopes of the logit', async (_, node, rewrites) => {
    const target = 2;
    const expected = slopes(applyRewrites(graph, rewrites), node, target);
    const { l2, mean } = await channelGradients(session, { node, target, rewrites });
    const channels = l2.length;
    for (let c = 0; c < channels; c++) {
      const all = expected.filter((_, i) => i % channels === c);
      expect(l2[c]).toBeCloseTo(Math.hypot(...all), 3);
      expect(mean[c]).toBeCloseTo(all.reduce((sum, x) => sum + x, 0) / all.length, 4);
    }
    expect(Math.max(...l2)).toBeGreaterThan(0.01);
  });

  it('of the logits are one for the target; of what comes after them, zero', async () => {
    const head = await channelGradients(session, { node: 'head', target: 1 });
    expect([...head.mean]).toEqual([0, 1, 0]);
    const prob = await channelGradients(session, { node: 'prob', target: 1 });
    expect([...prob.l2, ...prob.mean]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('are refused for a node or a class that is not there, and end when cancelled', async () => {
    const ask = (node: string, target: number, signal?: AbortSignal) =>
      channelGradients(session, { node, target, signal });
    await expect(ask('nonsense', 0)).rejects.toMatchObject({ code: 'unknownNode' });
    await expect(ask('stage1_block1', 3)).rejects.toMatchObject({ code: 'unknownClass' });
    await expect(ask('stage1_block1', 0, aborted())).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('walks back', () => {
  it('asked for together are made one after the other', async () => {
    const told: string[] = [];
    const ask = (name: string) =>
      session.gradients({ target: 0, onBlock: ({ block }) => told.push(`${name} ${block}`) });
    const [first, second] = await Promise.all([ask('first'), ask('second')]);
    const order = ['conv1', ...blocks, 'head'];
    expect(told).toEqual([
      ...order.map((block) => `first ${block}`),
      ...order.map((block) => `second ${block}`),
    ]);
    expect(second.blocks).toEqual(first.blocks);
  });

  it('as far as a deep node hold less than those to the picture', async () => {
    const peakOf = async (node: string) => {
      let peak = 0;
      const onBlock = () => (peak = Math.max(peak, tf.memory().numBytes));
      const seed = (value: Float32Array) => value.map(() => 1);
      await session.walkBack({ from: 'head', seed, wanted: new Set([node]), onBlock }, () => undefined);
      return peak;
    };
    expect(await peakOf(blocks.at(-1)!)).toBeLessThan(await peakOf('input'));
  });
});

describe('maps of another pass', () => {
  const other = Float32Array.from(numbersFrom('another', 8 * 8 * 2));

  it.each([
    ['of another picture', 'stage2_block2_norm1', [], other],
    ['of a rewritten network', 'stage3_block2_add', cut, undefined],
    ['of both, at the input', 'input', cut, other],
    ['of the current picture, at the output', 'prob', [], undefined],
  ] as const)('%s are what the reference computes; the last pass stays', async (_, node, rewrites, input) => {
    const before = await session.maps('stage3_block2');
    const known = new Map([['input', [...(input ?? picture)]]]);
    const expected = evaluate(applyRewrites(graph, rewrites), known);
    const { maps, top } = await sideMaps(session, { node, rewrites, input });
    const value = expected.get(node)!;
    const channels = maps.shape.at(-1)!;
    expect(maps.values).toHaveLength(value.length);
    value.forEach((x, i) =>
      expect(maps.values[(i % channels) * (value.length / channels) + Math.floor(i / channels)]).toBeCloseTo(
        x,
        4,
      ),
    );
    top.forEach(({ index, probability }) => expect(probability).toBeCloseTo(expected.get('prob')![index], 5));
    const after = await session.maps('stage3_block2');
    expect(after.pass).toBe(before.pass);
    expect(after.values).toEqual(before.values);
  });

  it('are refused for a node that the network does not have, and end when cancelled', async () => {
    const ask = (node: string, signal?: AbortSignal) => sideMaps(session, { node, rewrites: [], signal });
    await expect(ask('stage3_block1_mute')).rejects.toMatchObject({ code: 'unknownNode' });
    await expect(ask('prob', aborted())).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('timings', () => {
  it('are of every operation as it runs, and name those that each holds', async () => {
    const told: number[] = [];
    const onProgress = (done: number, all: number) => told.push(done / all);
    const { nodes, fusedInto, units, passes } = await measureTimings(session, {
      passes: 3,
      backend: 'wasm',
      onProgress,
    });
    expect(passes).toBe(3);
    expect(fusedInto).toMatchObject({
      stem_conv: 'stem',
      stem_norm: 'stem',
      stage2_block2_conv2: 'stage2_block2_norm2',
    });
    const all = [...Object.keys(nodes), ...Object.keys(fusedInto)].toSorted();
    expect(all).toEqual(
      graph.nodes
        .map(({ id }) => id)
        .filter((id) => id !== 'input')
        .toSorted(),
    );
    for (const time of Object.values(nodes)) expect(time).toBeGreaterThanOrEqual(0);
    expect(Object.keys(units)).toEqual(['stem', ...blocks, 'head']);
    const sum = (times: Record<string, number>) => Object.values(times).reduce((a, b) => a + b, 0);
    expect(sum(units)).toBeCloseTo(sum(nodes), 6);
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  it('are of the rewritten network of the last pass', async () => {
    await session.forward({ rewrites: cut });
    const { nodes } = await measureTimings(session, { passes: 1, backend: 'wasm' });
    expect(nodes).toHaveProperty('stage3_block1_mute');
    await session.forward();
  });

  it('end when another pass comes', () => interrupted(() => measureTimings(session, { backend: 'wasm' })));
});
