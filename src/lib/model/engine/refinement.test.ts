/** Iterative refinement on a small network against plain loops in double precision, and on the real one against PyTorch. */
import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPicture, openSession } from '../../../../scripts/host.ts';
import { blocksOf, type Block } from '../architecture/blocks.ts';
import { cifarNetwork } from '../architecture/families.ts';
import { applyRewrites } from '../architecture/rewrites.ts';
import { evaluate, numbersFrom, type Values } from '../architecture/testing/reference.ts';
import { startBackend } from './backends.ts';
import { refinement } from './refinement.ts';
import { estimationError, oppositeCosine } from './refinementFigures.ts';
import { Session } from './session.ts';
import { crossEntropyGradient } from './statistics.ts';
import { referenceParameters } from './testing/referenceWeights.ts';

const norm = (values: Values) => Math.hypot(...values);
const mean = (values: Values) => values.reduce((sum, x) => sum + x, 0) / values.length;
const deviation = (values: Values) => {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((x) => (x - middle) ** 2)));
};

describe('figures', () => {
  it('an estimation error is in units of the last output’s standard deviation', () => {
    // Two channels at two places. The last output's deviation is 2; errors are 4, −4 in one channel, 2, −2 … in none.
    const last = Float32Array.of(0, 4, 0, 4);
    const x = Float32Array.of(4, 0, 4, 0);
    const { mean, std, bias } = estimationError(x, last, 2);
    expect([mean, std, bias]).toEqual([0, 2, 2]);
    // The same errors, but cancelling within each channel: no channel is biased.
    expect(estimationError(Float32Array.of(4, 0, -4, 8), last, 2)).toEqual({ mean: 0, std: 2, bias: 0 });
    expect(estimationError(last, last, 2)).toEqual({ mean: 0, std: 0, bias: 0 });
  });

  it('the loss’s gradient keeps its digits where the target is nearly certain', () => {
    const gradient = crossEntropyGradient(Float32Array.of(30, 0, 0), 0);
    expect(gradient[0] / (-2 * Math.exp(-30))).toBeCloseTo(1, 5);
    expect(gradient[1] / Math.exp(-30)).toBeCloseTo(1, 5);
  });

  it('a cosine is that with the opposite vector, and none with a vector of length zero', () => {
    expect(oppositeCosine(Float32Array.of(1, 0), Float32Array.of(-3, 0))).toBe(1);
    expect(oppositeCosine(Float32Array.of(1e-30, 0), Float32Array.of(1e-30, 1e-30))).toBeCloseTo(
      -Math.SQRT1_2,
      6,
    );
    expect(oppositeCosine(Float32Array.of(1, 2), new Float32Array(2))).toBeNull();
  });
});

describe('on a small network', () => {
  const graph = cifarNetwork({ depth: 14, width: 2, classes: 3, inputShape: [8, 8, 2], shortcut: 'B' });
  const blocks = blocksOf(graph);
  const reference = evaluate(graph);
  /** An identity shortcut, a projection, and one of each in the last stage: of these, gradients too. */
  const differentiated = ['stage1_block2', 'stage2_block1', 'stage3_block1', 'stage3_block2'];
  const target = 1;
  let session: Session;
  let held: number;

  beforeAll(async () => {
    await startBackend('wasm');
    session = new Session(graph, referenceParameters(graph), 'float32');
    session.setPicture(Float32Array.from(numbersFrom('input', 8 * 8 * 2)));
    // All weights are then tensors.
    await refinement(session);
    await session.forward();
  });
  afterAll(() => session.dispose());
  beforeEach(() => (held = tf.memory().numTensors));
  afterEach(() => expect(tf.memory().numTensors).toBe(held));

  /** −log p(target), in double precision, with some values replaced. */
  const loss = (known: ReadonlyMap<string, Values>, of = graph) =>
    -Math.log(evaluate(of, known).get('prob')![target]);

  const gradients = new Map<string, number[]>();
  /** Central differences. */
  function gradientAt(node: string): number[] {
    const known = gradients.get(node);
    if (known) return known;
    const step = 1e-6;
    const value = reference.get(node)!;
    const gradient = value.map((_, at) => {
      const along = (sign: number) =>
        loss(new Map([[node, value.map((x, i) => (i === at ? x + sign * step : x))]]));
      return (along(1) - along(-1)) / (2 * step);
    });
    gradients.set(node, gradient);
    return gradient;
  }
  const oppositeCosineTo = (branch: Values, gradient: Values) =>
    -branch.reduce((sum, x, i) => sum + x * gradient[i], 0) / (norm(branch) * norm(gradient));

  it('has every figure that plain loops and finite differences give', async () => {
    const report = await refinement(session, { target });
    expect(Object.keys(report.blocks)).toEqual(blocks.map(({ id }) => id));
    expect(report.target).toBe(target);
    expect(report.loss).toBeCloseTo(loss(new Map()), 4);
    for (const { id, stage, branchEnd, shortcutEnd, sum, output } of blocks) {
      const actual = report.blocks[id];
      const branch = reference.get(branchEnd!)!;
      const last = reference.get(blocks.findLast((block) => block.stage === stage)!.output)!;
      const error = reference.get(output)!.map((x, i) => x - last[i]);
      expect(actual.stage).toBe(stage);
      expect(actual.error.mean, id).toBeCloseTo(mean(error) / deviation(last), 4);
      expect(actual.error.std, id).toBeCloseTo(deviation(error) / deviation(last), 4);
      expect(actual.ratio, id).toBeCloseTo(norm(branch) / norm(reference.get(shortcutEnd!)!), 4);
      if (!differentiated.includes(id)) continue;
      expect(actual.cosine, id).toBeCloseTo(oppositeCosineTo(branch, gradientAt(shortcutEnd!)), 3);
      expect(actual.cosineAtSum, id).toBeCloseTo(oppositeCosineTo(branch, gradientAt(sum)), 3);
    }
  });

  it('the cosine at the sum is the slope of the loss along the branch’s factor', async () => {
    const report = await refinement(session, { target });
    const step = 1e-5;
    for (const { id, branchEnd, sum } of blocks.filter(({ id }) => differentiated.includes(id))) {
      const scaled = (alpha: number) =>
        loss(new Map(), applyRewrites(graph, [{ kind: 'scaleBranch', block: id, factor: alpha }]));
      const slope = (scaled(1 + step) - scaled(1 - step)) / (2 * step);
      const expected = -slope / (norm(reference.get(branchEnd!)!) * norm(gradientAt(sum)));
      expect(report.blocks[id].cosineAtSum, id).toBeCloseTo(expected, 3);
    }
  });

  it('leaves early through the network’s own head', async () => {
    const { exits } = await refinement(session, { target });
    const stage3 = blocks.filter(({ stage }) => stage === blocks.at(-1)!.stage);
    expect(exits.map(({ block }) => block)).toEqual(stage3.map(({ id }) => id));
    const headAfter = ({ output }: Block) =>
      evaluate(graph, new Map([[stage3.at(-1)!.output, reference.get(output)!]])).get('prob')!;
    exits.forEach((exit, i) => {
      const probabilities = headAfter(stage3[i]);
      expect(exit.probability).toBeCloseTo(probabilities[target], 5);
      expect(exit.loss).toBeCloseTo(-Math.log(probabilities[target]), 4);
      exit.top.forEach(({ index, probability }) => expect(probability).toBeCloseTo(probabilities[index], 5));
    });
    const { probabilities } = await session.forward();
    expect(exits.at(-1)!.probability).toBe(probabilities[target]);
  });

  it('takes the class of a rank in the network’s own answer', async () => {
    const { top } = await session.forward();
    for (const rank of [1, 2]) expect((await refinement(session, { rank })).target).toBe(top[rank - 1].index);
    await expect(refinement(session, { target: 3 })).rejects.toMatchObject({ code: 'unknownClass' });
  });

  it('measures another picture beside the current one, whose pass stays', async () => {
    const other = numbersFrom('another', 8 * 8 * 2);
    const before = await session.maps('stage3_block2');
    const report = await refinement(session, { input: Float32Array.from(other), target });
    expect(report.loss).toBeCloseTo(loss(new Map([['input', other]])), 4);
    const after = await session.maps('stage3_block2');
    expect([after.pass, after.values]).toEqual([before.pass, before.values]);
  });

  it('says how far it is, and ends within a block of a cancel', async () => {
    const told: number[] = [];
    await refinement(session, { onProgress: (done, all) => told.push(done / all) });
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    for (const after of [1, 5, told.length - 3]) {
      const controller = new AbortController();
      let steps = 0;
      const onProgress = () => ++steps === after && controller.abort();
      const work = refinement(session, { signal: controller.signal, onProgress });
      await expect(work).rejects.toMatchObject({ name: 'AbortError' });
      expect(steps).toBeLessThanOrEqual(after + 1);
    }
  });
});

it('on ResNet-50 agrees with PyTorch’s values, and with the pass itself', async () => {
  const { session } = await openSession('float16');
  const fixture = (name: string) => `${import.meta.dirname}/fixtures/${name}`;
  const golden = JSON.parse(readFileSync(fixture('chelsea.json'), 'utf8'));
  await openPicture(session, fixture('chelsea.png'));
  const report = await refinement(session);
  const { probabilities, top } = await session.forward();

  expect(report.target).toBe(golden.top5[0].index);
  expect(Math.abs(report.loss / golden.gradients.skips.loss - 1)).toBeLessThan(0.02);
  expect(report.exits.map(({ block }) => block)).toEqual(['5a', '5b', '5c']);
  expect(report.exits.at(-1)).toMatchObject({ probability: probabilities[report.target], top });
  const lastOf = (id: string) => `res${id[0]}${{ 2: 'c', 3: 'd', 4: 'f', 5: 'c' }[id[0]]}`;
  for (const [id, { error, ratio }] of Object.entries(report.blocks)) {
    const last = golden.nodes[lastOf(id)];
    // A mean of differences is the difference of means.
    const expected = (golden.nodes[`res${id}`].mean - last.mean) / last.std;
    expect(Math.abs(error.mean - expected), `${id} mean`).toBeLessThan(5e-3);
    const { F, shortcut } = golden.residualRatio[id];
    expect(Math.abs(ratio / (F / shortcut) - 1), `${id} ratio`).toBeLessThan(0.01);
  }

  const values = await session.values(['res4d', 'res4f']);
  const [x, last] = [...values.values()].map((value) => Array.from(value));
  const spread = deviation(x.map((value, i) => value - last[i])) / deviation(last);
  expect(report.blocks['4d'].error.std).toBeCloseTo(spread, 5);
  session.dispose();
});
