import * as tf from '@tensorflow/tfjs-core';
import { blocksOf } from '../architecture/blocks.ts';
import { pathCounts } from '../architecture/paths.ts';
import type { FewPaths, PathGradient, PathLength, PathsReport } from '../protocol/paths.ts';
import { followPaths, gradientsByLength, wholeGradient, type Pause } from './blockPaths.ts';
import { blockWalks, pull, type BlockWalk } from './blockWalk.ts';
import { allPaths, samplePaths, type Path } from './samplePaths.ts';
import { logitsOf } from './segments.ts';
import { crossEntropy, crossEntropyGradient, innerProduct, l2Norm } from './statistics.ts';
import { passToWalkBack, type PassToWalkBack, type WalkedPass } from './walkBack.ts';
import { yieldToEvents } from './yieldToEvents.ts';

export interface PathsOptions extends Pick<PassToWalkBack, 'graph' | 'input' | 'parameters' | 'signal'> {
  readonly target: number;
  /** Paths to be drawn of each length, all of them different; fewer where there are no more. */
  readonly samples: number;
  readonly seed: number;
  readonly onProgress?: (progress: { done: number; all: number; report: PathsReport }) => void;
}

/** Of the last blocks, so many, each path is measured. */
const fewBlocks = 3;

/**
 * The gradient along the paths of a residual network, on one forward pass: first each path through the last blocks,
 * then all paths of each length together, then paths drawn at random, as Veit et al. 2016 do (section 5).
 */
export async function measurePaths(options: PathsOptions): Promise<PathsReport> {
  const { graph, target, signal } = options;
  const from = logitsOf(graph);
  const pass = await passToWalkBack({ ...options, from, wanted: new Set([blocksOf(graph)[0].input]) });
  let gradient: tf.Tensor | undefined;
  try {
    const logits = (await pass.values.get(from)!.data()) as Float32Array;
    const walks = blockWalks(graph, pass);
    gradient = headGradient(pass, from, crossEntropyGradient(logits, target), walks.at(-1)!.block.output);
    const pause = async () => {
      await yieldToEvents();
      signal?.throwIfAborted();
    };
    return await measure(options, { walks, gradient, pause }, crossEntropy(logits, target));
  } finally {
    gradient?.dispose();
    for (const tensor of pass.values.values()) tensor.dispose();
  }
}

/** What every walk needs: the blocks' ways back, and the gradient at the last block's output. */
interface Start {
  readonly walks: readonly BlockWalk[];
  readonly gradient: tf.Tensor;
  readonly pause: Pause;
}

async function measure(options: PathsOptions, start: Start, loss: number): Promise<PathsReport> {
  const { graph, target, samples, seed, onProgress } = options;
  const { walks, gradient, pause } = start;
  const counts = pathCounts(graph);
  const all =
    (walks.length * (walks.length + 1)) / 2 +
    counts.reduce((sum, count) => sum + Math.min(samples, count), 0);
  let done = 0;
  const tell = () => onProgress?.({ done, all, report });
  const step = async () => {
    done++;
    tell();
    await pause();
  };

  const whole = await valuesOf(await wholeGradient(walks, gradient, pause));
  const part = partOf(whole);
  let report: PathsReport = {
    target,
    loss,
    node: walks[0].block.input,
    norm: l2Norm(whole),
    lengths: counts.map((paths) => ({ paths, together: null, sampled: [] })),
    few: await measureFew({ ...start, walks: walks.slice(-fewBlocks) }),
  };
  const update = (change: (one: PathLength, length: number) => Partial<PathLength>) => {
    const lengths = report.lengths.map((one, length) => ({ ...one, ...change(one, length) }));
    report = { ...report, lengths };
    tell();
  };
  tell();

  const parts = await gradientsByLength(walks, gradient, step);
  const together = await Promise.all(parts.map(async (tensor) => part(await valuesOf(tensor))));
  update((_, length) => ({ together: together[length] }));

  const rounds = samplePaths(counts, seed);
  for (let round = 0; round < samples; round++) {
    const paths = rounds.next().value;
    if (paths.length === 0) break;
    const norms = new Map<number, number>();
    await followPaths(
      walks,
      gradient,
      paths,
      (path, values) => norms.set(lengthOf(path), l2Norm(values)),
      pause,
    );
    done += paths.length;
    update(({ sampled }, length) => {
      const norm = norms.get(length);
      return norm === undefined ? {} : { sampled: [...sampled, norm] };
    });
  }
  return report;
}

const lengthOf = (path: Path) => path.filter(Boolean).length;

/** ∂L/∂(the last block's output), from ∂L/∂logits; the caller's to dispose. */
function headGradient(pass: WalkedPass, from: string, seed: Float32Array, output: string): tf.Tensor {
  const gradient = tf.tensor(seed, pass.values.get(from)!.shape);
  try {
    const head = pass.steps.slice(pass.steps.findIndex(({ id }) => id === output) + 1);
    return pull(pass, head, { id: from, gradient }, output);
  } finally {
    gradient.dispose();
  }
}

/** Every path through these blocks. */
async function measureFew({ walks, gradient, pause }: Start): Promise<FewPaths> {
  const paths = allPaths(walks.length);
  const found = new Map<Path, Float32Array>();
  await followPaths(walks, gradient, paths, (path, values) => found.set(path, values), pause);
  const whole = new Float64Array(found.get(paths[0])!.length);
  for (const values of found.values()) for (let i = 0; i < whole.length; i++) whole[i] += values[i];
  const part = partOf(whole);
  return {
    blocks: walks.map(({ block }) => block.id),
    node: walks[0].block.input,
    norm: l2Norm(whole),
    paths: paths.map((takes) => ({ takes, ...part(found.get(takes)!) })),
  };
}

/** The values of a tensor, which is freed. */
async function valuesOf(tensor: tf.Tensor): Promise<Float32Array> {
  try {
    return (await tensor.data()) as Float32Array;
  } finally {
    tensor.dispose();
  }
}

/** A gradient as a part of the whole. */
const partOf = (whole: ArrayLike<number>) => {
  const squares = innerProduct(whole, whole);
  return (values: ArrayLike<number>): PathGradient => ({
    norm: l2Norm(values),
    share: innerProduct(values, whole) / squares,
  });
};
