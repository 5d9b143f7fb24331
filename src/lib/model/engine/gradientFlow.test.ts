/** Norms and maps of the gradient against slopes of the reference in double precision, on any set of cuts. */
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { blocksOf } from '../architecture/blocks.ts';
import { cifarNetwork } from '../architecture/families.ts';
import { applyRewrites } from '../architecture/rewrites.ts';
import type { Rewrite } from '../architecture/rewrite.ts';
import { evaluate, numbersFrom, type Values } from '../architecture/testing/reference.ts';
import type { GradientAt } from '../protocol/gradientFlow.ts';
import { startBackend } from './backends.ts';
import { gradientFlow, overChannels } from './gradientFlow.ts';
import { Session } from './session.ts';
import { crossEntropy, crossEntropyGradient } from './statistics.ts';
import { referenceParameters } from './testing/referenceWeights.ts';

const side = 8;
const channels = 2;
const target = 1;
const graph = cifarNetwork({ depth: 14, width: 2, classes: 3, inputShape: [side, side, channels] });
const blocks = blocksOf(graph);
const picture = Float32Array.from(numbersFrom('input', side * side * channels));

let session: Session;
beforeAll(async () => {
  await startBackend('wasm');
  session = new Session(graph, referenceParameters(graph), 'float32');
  session.setPicture(picture);
});
afterAll(() => session.dispose());

/** Some shortcuts cut, all branches and all other shortcuts scaled. */
const networks = fc.record({
  cut: fc.subarray(blocks.map(({ id }) => id)),
  branch: fc.constantFrom(1, 0.5, 1.5),
  shortcut: fc.constantFrom(1, 0.7, 1.2),
});
const rewritesOf = ({ cut, branch, shortcut }: { cut: string[]; branch: number; shortcut: number }) => [
  ...cut.map((block): Rewrite => ({ kind: 'cutShortcut', block })),
  ...blocks.flatMap(({ id: block }): Rewrite[] => [
    { kind: 'scaleBranch', block, factor: branch },
    { kind: 'scaleShortcut', block, factor: shortcut },
  ]),
];

it('has the slopes of the reference: position by position, along equal steps in all channels', async () => {
  await fc.assert(
    fc.asyncProperty(networks, fc.nat(), async (network, seed) => {
      const rewrites = rewritesOf(network);
      const rewritten = applyRewrites(graph, rewrites);
      const values = evaluate(rewritten);
      const logits = values.get('head')!;
      // Of a class that the network is sure of, the loss is so flat that float32 logits have no digits for its slope.
      const target = logits.indexOf(Math.min(...logits));
      const report = await gradientFlow(session, { rewrites, target });
      expect(Math.abs(report.loss / crossEntropy(logits, target) - 1)).toBeLessThan(1e-3);
      const loss = (node: string, base: Values, moves: ReadonlyMap<number, number>) => {
        const moved = base.map((value, i) => value + (moves.get(i) ?? 0));
        return crossEntropy(evaluate(rewritten, new Map([[node, moved]])).get('head')!, target);
      };
      const step = 1e-6;
      const slope = (node: string, base: Values, moved: readonly number[]) =>
        (loss(node, base, new Map(moved.map((i) => [i, step]))) -
          loss(node, base, new Map(moved.map((i) => [i, -step])))) /
        (2 * step);
      for (const found of [report.input, ...Object.values(report.blocks)]) {
        const base = values.get(found.node)!;
        const count = base.length / (found.height * found.width);
        const positions = Array.from(
          { length: 2 },
          (_, i) => (seed + 7 * i) % (found.height * found.width),
        ).filter((position) =>
          // Where a ReLU has made a zero, a further ReLU has a kink: no slope to compare with.
          base.slice(position * count, (position + 1) * count).every((value) => value !== 0),
        );
        for (const position of positions) {
          const at = Array.from({ length: count }, (_, c) => position * count + c);
          const sum = slope(found.node, base, at);
          const l2 = Math.hypot(...at.map((i) => slope(found.node, base, [i])));
          expect(Math.abs(found.sum[position] - sum) / found.norm, found.node).toBeLessThan(2e-3);
          expect(Math.abs(found.l2[position] - l2) / found.norm, found.node).toBeLessThan(2e-3);
        }
        expect(found.norm / Math.hypot(...found.l2)).toBeCloseTo(1, 5);
      }
    }),
    { numRuns: 20 },
  );
});

it('has the norms of the plain backward pass, tells blocks from the last to the first, and leaves nothing behind', async () => {
  const told: GradientAt[] = [];
  const forward: string[] = [];
  await session.gradients({ target });
  const before = tf.memory().numTensors;
  const report = await gradientFlow(session, {
    target,
    onForward: ({ block }) => forward.push(block),
    onGradient: (gradient) => told.push(gradient),
  });
  expect(tf.memory().numTensors).toBe(before);
  const names = blocks.map(({ id }) => id);
  expect(told.map(({ block }) => block)).toEqual(names.toReversed());
  expect(forward).toEqual(['conv1', ...names, 'head']);
  const norms = await session.gradients({ target });
  for (const { block, norm } of told) expect(norm / norms.blocks[block!]).toBeCloseTo(1, 6);
  expect(report.input.norm / norms.input).toBeCloseTo(1, 6);
  const total = report.top.reduce((sum, { probability }) => sum + probability, 0);
  expect(total).toBeCloseTo(1, 5);
});

it('stops at the next block when it is cancelled, forward and back, and frees what it held', async () => {
  await gradientFlow(session, { target });
  const before = tf.memory().numTensors;
  for (const on of ['onForward', 'onGradient'] as const) {
    const controller = new AbortController();
    const told: (string | null)[] = [];
    const flow = gradientFlow(session, {
      target,
      signal: controller.signal,
      [on]: ({ block }: { block: string | null }) => {
        told.push(block);
        if (block === 'stage2_block1') controller.abort();
      },
    });
    await expect(flow).rejects.toMatchObject({ name: 'AbortError' });
    expect(told.at(-1)).toBe('stage2_block1');
    expect(tf.memory().numTensors).toBe(before);
  }
});

it('tells values that are no numbers as they are', async () => {
  const parameters = referenceParameters(graph);
  const shape = parameters.stored('head/bias').shape;
  const data = Float32Array.of(Infinity, 0, 0);
  parameters.add(new Map([['head/bias', { shape, type: 'float32', data }]]));
  const broken = new Session(graph, parameters, 'float32');
  broken.setPicture(picture);
  const report = await gradientFlow(broken, { target });
  expect(report.top).toEqual([]);
  expect(report.loss).toBeNaN();
  for (const { norm } of [report.input, ...Object.values(report.blocks)]) expect(norm).toBeNaN();
  broken.dispose();
});

it('keeps its digits where the network is nearly sure of the class', () => {
  const gradient = crossEntropyGradient([0, 20, 0], 1);
  const rest = (2 * Math.exp(-20)) / (1 + 2 * Math.exp(-20));
  expect(gradient[1] / -rest).toBeCloseTo(1, 6);
  expect(gradient[0] / (rest / 2)).toBeCloseTo(1, 6);
});

it('puts the colours of the picture in the order red, green, blue', async () => {
  const { input } = await gradientFlow(session, { target });
  const [last, first] = [0, 1].map((c) => input.channels.subarray(c * side * side, (c + 1) * side * side));
  first.forEach((value, i) => expect(value + last[i]).toBeCloseTo(input.sum[i], 5));
  let whole = new Float32Array();
  await session.walkBack(
    { from: 'head', seed: (z) => crossEntropyGradient(z, target), wanted: new Set(['input']) },
    (_, gradient) => (whole = gradient as Float32Array<ArrayBuffer>),
  );
  first.forEach((value, i) => expect(value).toBeCloseTo(whole[i * channels], 6));
});

it('sums over channels: by hand', () => {
  const { norm, sum, l2 } = overChannels(Float32Array.of(3, -4, 0, 0, 5, 12), 2);
  expect([...sum]).toEqual([-1, 0, 17]);
  expect([...l2]).toEqual([5, 0, 13]);
  expect(norm).toBeCloseTo(Math.sqrt(25 + 169), 10);
});
