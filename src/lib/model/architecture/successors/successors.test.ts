import { describe, expect, it } from 'vitest';
import { blocksOf } from '../blocks.ts';
import { costs } from '../costs.ts';
import { buildModel } from '../families.ts';
import { inferShapes } from '../shapes.ts';
import { buildSuccessor, successorNames, type SuccessorName } from './index.ts';

/**
 * Parameters as published with the weights, moving statistics not counted, and 10⁹ multiply-adds: torchvision
 * (`num_params` and `_ops` of the weights' metadata); se-resnet50 and resnet50-d: timm (`seresnet50`, `resnet50d`).
 */
const published: readonly [SuccessorName, params: number, macs: number | null][] = [
  ['wide-resnet50-2', 68_883_240, 11.398],
  ['resnext50-32x4d', 25_028_904, 4.23],
  ['densenet121', 7_978_856, 2.834],
  ['se-resnet50', 28_088_024, null],
  ['mobilenet-v2', 3_504_872, 0.301],
  ['resnet50-d', 25_576_264, null],
  ['vit-b16', 86_567_656, 17.564],
  ['convnext-tiny', 28_589_128, 4.456],
];

describe('networks after ResNet-50', () => {
  it.each(published)('%s has the published parameters and multiply-adds', (name, params, macs) => {
    const { totals } = costs(buildSuccessor(name));
    expect(totals.trainable).toBe(params);
    if (macs !== null) expect(totals.macs / 1e9 / macs).toBeCloseTo(1, 2);
  });

  it('pre-activation moves norms, not convolutions: only the norms’ widths change', () => {
    const kernels = (graph: ReturnType<typeof buildSuccessor>) =>
      graph.nodes.filter(({ kind }) => kind === 'conv').map(({ attributes }) => attributes);
    const pre = buildSuccessor('preact-resnet50');
    const original = buildModel('resnet50-v1.5');
    expect(kernels(pre).length).toBe(kernels(original).length);
    expect(costs(pre).totals.macs).toBe(costs(original).totals.macs);
    // γ and β of the norms: the stem’s 64; of each block its input’s width and twice the inner one; the last one’s 2048.
    const widths = [3, 4, 6, 3].flatMap((count, stage) =>
      Array.from({ length: count }, (_, i) =>
        i === 0 ? (stage === 0 ? 64 : 128 * 2 ** stage) : 256 * 2 ** stage,
      ),
    );
    const inner = [3, 4, 6, 3].reduce((sum, count, stage) => sum + count * 2 * 64 * 2 ** stage, 0);
    const norms = 64 + widths.reduce((sum, width) => sum + width, 0) + inner + 2048;
    const norm53 = 26_560;
    expect(costs(pre).totals.trainable - costs(original).totals.trainable).toBe(2 * (norms - norm53));
  });

  it.each(successorNames)('%s ends in 1000 classes, its blocks are found', (name) => {
    const graph = buildSuccessor(name);
    expect(inferShapes(graph).get(graph.nodes.at(-1)!.id)).toEqual([1000]);
    const additions = graph.nodes.filter(({ kind }) => kind === 'add').length;
    expect(blocksOf(graph).length).toBe(additions);
    expect(additions).toBe(
      { densenet121: 0, 'mobilenet-v2': 10, 'vit-b16': 24, 'convnext-tiny': 18 }[name as string] ?? 16,
    );
  });
});
