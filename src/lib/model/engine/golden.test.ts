/** The engine against PyTorch, on three pictures, with both precisions of the weights. */
import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lossFunction } from '../../../../bench/baselines.ts';
import { openPicture, openSession, type Host, type Precision } from '../../../../scripts/host.ts';
import { blocksOf } from '../architecture/blocks.ts';
import type { Rewrite } from '../architecture/rewrite.ts';
import { applyRewrites } from '../architecture/rewrites.ts';
import { gradientFlow } from './gradientFlow.ts';
import { lesions } from './lesions.ts';
import { residualFigures, statistics } from './statistics.ts';

interface Statistic {
  mean: number;
  std: number;
  min: number;
  max: number;
  l2: number;
}
interface Gradient {
  loss: number;
  input: number;
  blocks: Record<string, number>;
}
interface Golden {
  top5: { index: number; label: string; probability: number }[];
  nodes: Record<string, Statistic>;
  gradients: Record<'skips' | 'cutAll' | 'cut4d', Gradient>;
  gradientsOtherTarget: Gradient & { target: number };
  lesions: Record<string, { probabilityOfTop1: number; top1: number }>;
  cutAllTop1: { index: number; probability: number };
  residualRatio: Record<string, { F: number; shortcut: number; cosine: number; clipped: number }>;
}

const fixture = (name: string) => `${import.meta.dirname}/fixtures/${name}`;
const pictures = ['chelsea', 'coffee', 'rocket'];

/** Rounding the weights to float16 alone moves values by more than float32 arithmetic does. */
const tolerances = {
  float32: { probability: 1e-4, mean: 2e-4, norm: 5e-4, extreme: 1e-3, gradient: 0.01 },
  float16: { probability: 2e-3, mean: 2e-3, norm: 5e-3, extreme: 1.5e-2, gradient: 0.1 },
};

describe.each<Precision>(['float32', 'float16'])('%s weights', (precision) => {
  const tolerance = tolerances[precision];
  let host: Host;
  const blocks = () => blocksOf(host.session.graph);
  const cutAll = (): Rewrite[] => blocks().map(({ id }) => ({ kind: 'cutShortcut', block: id }));
  const near = (actual: number, expected: number, within: number, what: string) =>
    expect(Math.abs(actual - expected), `${what}: ${actual}, expected ${expected}`).toBeLessThanOrEqual(
      within,
    );

  beforeAll(async () => {
    host = await openSession(precision);
  });
  afterAll(() => host.session.dispose());

  if (precision === 'float32') {
    it(
      'has, with any shortcuts cut and paths scaled, the norms that tf.grads gives',
      { timeout: 60_000 },
      async () => {
        const { session } = host;
        await openPicture(session, fixture('chelsea.png'));
        const target = 285;
        const rewrites: Rewrite[] = [
          ...['2b', '3a', '3c', '4b', '4f', '5b'].map((block): Rewrite => ({ kind: 'cutShortcut', block })),
          ...blocksOf(session.graph).map(({ id: block }): Rewrite => ({
            kind: 'scaleBranch',
            block,
            factor: 0.8,
          })),
          { kind: 'scaleShortcut', block: '4d', factor: 0.6 },
        ];
        const report = await gradientFlow(session, { rewrites, target });
        const graph = applyRewrites(session.graph, rewrites);
        const { loss, zeros } = lossFunction(graph, session.parameters, { target, folded: true });
        const input = session.inputTensor();
        const expected = tf.tidy(() => {
          const { value, grads } = tf.valueAndGrads(loss)([input, ...zeros()]);
          return [value, ...grads.map((gradient) => tf.norm(gradient))].map((scalar) => scalar.dataSync()[0]);
        });
        input.dispose();
        const { norm } = report.input;
        const actual = [report.loss, norm, ...Object.values(report.blocks).map((block) => block.norm)];
        expect(actual).toHaveLength(18);
        actual.forEach((value, i) => expect(Math.abs(value / expected[i] - 1), `${i}`).toBeLessThan(0.01));
      },
    );
  }

  describe.each(pictures)('%s', (picture) => {
    const golden: Golden = JSON.parse(readFileSync(fixture(`${picture}.json`), 'utf8'));

    function checkGradient(report: Gradient, expected: Gradient) {
      near(report.loss, expected.loss, Math.max(0.02 * expected.loss, 3e-3), 'loss');
      near(report.input / expected.input, 1, tolerance.gradient, 'input');
      for (const [block, norm] of Object.entries(expected.blocks)) {
        near(report.blocks[block] / norm, 1, tolerance.gradient, block);
      }
    }

    beforeAll(() => openPicture(host.session, fixture(`${picture}.png`)));

    it('predicts the same classes with the same probabilities', async () => {
      const { top } = await host.session.forward();
      golden.top5.forEach(({ index, probability }, i) => {
        const next = golden.top5[i + 1]?.probability ?? 0;
        const before = golden.top5[i - 1]?.probability ?? 1;
        if (before - probability > 0.01 && probability - next > 0.01) expect(top[i].index).toBe(index);
        const found = top.find((prediction) => prediction.index === index);
        if (probability > 0.01)
          near(found!.probability, probability, tolerance.probability, `class ${index}`);
      });
    });

    it('has the same statistics at every node, and the same residual figures', async () => {
      await host.session.forward();
      const values = await host.session.values(host.session.graph.nodes.map(({ id }) => id));
      const shortcuts = new Map(blocks().map((block) => [`res${block.id}_shortcut`, block.shortcutEnd!]));
      expect(Object.keys(golden.nodes).length).toBeGreaterThan(150);
      for (const [id, expected] of Object.entries(golden.nodes)) {
        const actual = statistics(values.get(shortcuts.get(id) ?? id)!);
        near(actual.mean, expected.mean, tolerance.mean * expected.std, `${id} mean`);
        near(actual.std / expected.std, 1, tolerance.norm, `${id} std`);
        near(actual.l2 / expected.l2, 1, tolerance.norm, `${id} l2`);
        const range = expected.max - expected.min;
        near(actual.min, expected.min, tolerance.extreme * range, `${id} min`);
        near(actual.max, expected.max, tolerance.extreme * range, `${id} max`);
      }
      for (const { id, branchEnd, shortcutEnd, sum } of blocks()) {
        const expected = golden.residualRatio[id];
        const actual = residualFigures(values.get(branchEnd!)!, values.get(shortcutEnd!)!, values.get(sum)!);
        near(actual.branch / expected.F, 1, 0.01, `${id} branch`);
        near(actual.shortcut! / expected.shortcut, 1, 0.01, `${id} shortcut`);
        near(actual.cosine!, expected.cosine, 0.01, `${id} cosine`);
        near(actual.clipped, expected.clipped, 0.01, `${id} clipped`);
      }
    });

    it('has the same gradient norms: uncut, all cut, one cut, another target', async () => {
      const { session } = host;
      checkGradient(await session.gradients(), golden.gradients.skips);
      checkGradient(await session.gradients({ rewrites: cutAll() }), golden.gradients.cutAll);
      checkGradient(
        await session.gradients({ rewrites: [{ kind: 'cutShortcut', block: '4d' }] }),
        golden.gradients.cut4d,
      );
      const { target } = golden.gradientsOtherTarget;
      checkGradient(await session.gradients({ target }), golden.gradientsOtherTarget);
    });

    it('loses as much as it should when a block is removed, or all shortcuts cut', async () => {
      const asked = blocks().map(({ id }): Rewrite[] => [{ kind: 'removeBlock', block: id }]);
      const { target, outcomes } = await lesions(host.session, { lesions: asked });
      expect(target).toBe(golden.top5[0].index);
      for (const [i, { id }] of blocks().entries()) {
        const expected = golden.lesions[id];
        if (expected) {
          near(outcomes[i].probability, expected.probabilityOfTop1, 3e-3, `without ${id}`);
          expect(outcomes[i].top1, `without ${id}`).toBe(expected.top1);
        }
        if (picture !== 'chelsea' || precision !== 'float16') continue;
        // What a whole pass with `--remove` gives, to the last bit.
        const { probabilities } = await host.session.forward({ rewrites: asked[i] });
        expect(outcomes[i].probability, `whole pass without ${id}`).toBe(probabilities[target]);
      }
      const { top } = await host.session.forward({ rewrites: cutAll() });
      near(top[0].probability, golden.cutAllTop1.probability, 3e-3, 'all cut');
      expect(top[0].index).toBe(golden.cutAllTop1.index);
    });
  });
});

it('holds no more tensors after fifty forward and ten backward passes than after the first', async () => {
  const { session } = await openSession('float16');
  await openPicture(session, fixture('chelsea.png'));
  await session.forward();
  await session.gradients();
  const before = tf.memory();
  for (let pass = 0; pass < 50; pass++) {
    if (pass % 10 === 0) await openPicture(session, fixture(`${pictures[(pass / 10) % 3]}.png`));
    await session.forward();
    if (pass % 5 === 0) await session.gradients();
    if (pass % 10 === 5) await session.maps('res3b_branch2b');
  }
  const after = tf.memory();
  expect([after.numTensors, after.numBytes]).toEqual([before.numTensors, before.numBytes]);
  session.dispose();
});
