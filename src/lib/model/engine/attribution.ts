/**
 * Which parts of the picture a class's score rests on. Each map is in the network's own geometry: a map of a
 * block's output has that output's height and width, and its position (i, j) is centred at pixel jump · i (see
 * `receptiveField.ts`); maps at the input have the picture's.
 */
import { randomLcg, randomNormal } from 'd3';
import { blocksOf } from '../architecture/blocks.ts';
import type { Graph, NodeOf } from '../architecture/graph.ts';
import { inferShapes } from '../architecture/shapes.ts';
import { applyRewrites } from '../architecture/rewrites.ts';
import type { Rewrite } from '../architecture/rewrite.ts';
import { nodesById } from '../architecture/subgraph.ts';
import { AtlasError } from '../errors.ts';
import type { AttributionMap } from '../protocol.ts';
import { logitsOf } from './segments.ts';
import type { Session } from './session.ts';
import { softmax } from './statistics.ts';

export interface AttributionOptions {
  readonly rewrites?: readonly Rewrite[];
  readonly target: number;
  readonly signal?: AbortSignal;
  /** Told how far it has come, with the map so far where it grows. */
  readonly onProgress?: (done: number, all: number, map?: AttributionMap) => void;
  /** Runs one pass of many, so that other requests get their turn in between; at once when absent. */
  readonly inTurn?: <T>(pass: () => Promise<T>) => Promise<T>;
}

const atOnce = <T>(pass: () => Promise<T>) => pass();

const onehot = (target: number) => (logits: Float32Array) => logits.map((_, i) => (i === target ? 1 : 0));

/** Σ_k factor[k] · value[position, k]. */
function weightedSum(values: Float32Array, factors: Float32Array): Float32Array {
  const channels = factors.length;
  const result = new Float32Array(values.length / channels);
  for (let position = 0; position < result.length; position++) {
    let sum = 0;
    for (let k = 0; k < channels; k++) sum += factors[k] * values[position * channels + k];
    result[position] = sum;
  }
  return result;
}

/** What the head reads: the maps before its pool, and by how much each channel is multiplied on the way from it. */
function headOf(graph: Graph, channelsOf: (node: string) => number) {
  const byId = nodesById(graph);
  const dense = byId.get(logitsOf(graph))!;
  const scales: NodeOf<'scale'>[] = [];
  let node = byId.get(dense.inputs[0])!;
  // An intervention may have put a scale between pool and dense layer.
  while (node.kind === 'scale') {
    scales.push(node);
    node = byId.get(node.inputs[0])!;
  }
  const maps = node.inputs[0];
  const factors = new Float32Array(channelsOf(maps)).fill(1);
  for (const { attributes } of scales) {
    for (const channel of attributes.channels ?? factors.keys()) factors[channel] *= attributes.factor;
  }
  return { dense: dense.id, maps, factors };
}

/**
 * Class activation map (Zhou et al. 2016): Σ_k w[k, target] · A_k at what the head's pool reads. Exact for a head
 * of global average pool and dense layer: its mean plus the class's bias is the class's logit, and both come with
 * it. Needs a last pass.
 */
export async function classActivationMap(
  session: Session,
  { rewrites = [], target }: AttributionOptions,
): Promise<AttributionMap> {
  session.requireClass(target);
  const graph = applyRewrites(session.graph, rewrites);
  const shapes = inferShapes(graph);
  const { dense, maps, factors } = headOf(graph, (node) => shapes.get(node)!.at(-1)!);
  const [height, width] = shapes.get(maps)!;
  const kernel = session.parameters.values(`${dense}/kernel`);
  const classes = shapes.get(dense)![0];
  factors.forEach((factor, k) => (factors[k] = factor * kernel[k * classes + target]));
  const values = await session.values([maps, dense]);
  return {
    height,
    width,
    values: weightedSum(values.get(maps)!, factors),
    node: maps,
    head: {
      bias: session.parameters.values(`${dense}/bias`)[target],
      logit: values.get(dense)![target],
    },
  };
}

/**
 * Grad-CAM (Selvaraju et al. 2017) at a block's output: ReLU(Σ_k α_k A_k), where α_k is the mean over all
 * positions of ∂logit/∂A_k.
 */
export async function gradCam(
  session: Session,
  { rewrites = [], target, signal, block }: AttributionOptions & { block: string },
): Promise<AttributionMap> {
  session.requireClass(target);
  const graph = applyRewrites(session.graph, rewrites);
  const blocks = blocksOf(graph);
  const output = blocks.find(({ id }) => id === block)?.output;
  if (output === undefined) {
    throw new AtlasError('unknownBlock', { block, known: blocks.map(({ id }) => id).join(', ') });
  }
  const [height, width, channels] = inferShapes(graph).get(output)!;
  const gradients = await gradientAt(session, output, { rewrites, target, signal });
  const factors = new Float32Array(channels);
  gradients.forEach((gradient, i) => (factors[i % channels] += gradient / (height * width)));
  const values = (await session.values([output])).get(output)!;
  const map = weightedSum(values, factors).map((value) => Math.max(0, value));
  return { height, width, values: map, node: output };
}

/** ∂logit/∂(a node's value), row-major; empty for a node that comes after the logits. */
export async function gradientAt(
  session: Session,
  node: string,
  { rewrites = [], target, signal }: AttributionOptions,
  input?: Float32Array,
): Promise<Float32Array> {
  const graph = applyRewrites(session.graph, rewrites);
  let found = new Float32Array();
  const options = {
    rewrites,
    from: logitsOf(graph),
    seed: onehot(target),
    // The walk lets other events in wherever it gives a gradient: at every block's output on the way, too.
    wanted: new Set([node, ...blocksAfter(graph, node)]),
    input,
    signal,
  };
  await session.walkBack(options, (id, gradient) => {
    if (id === node) found = gradient as Float32Array<ArrayBuffer>;
  });
  return found;
}

/** Outputs of the blocks that come after a node. */
function blocksAfter(graph: Graph, node: string): string[] {
  const outputs = blocksOf(graph).map(({ output }) => output);
  return outputs.slice(outputs.indexOf(node) + 1);
}

/** max over the channels of |value|. */
function largestOverChannels(values: Float32Array, channels: number): Float32Array {
  return Float32Array.from({ length: values.length / channels }, (_, position) => {
    let largest = 0;
    for (let c = 0; c < channels; c++) largest = Math.max(largest, Math.abs(values[position * channels + c]));
    return largest;
  });
}

/** Gradient saliency (Simonyan et al. 2014): max over the channels of |∂logit/∂input|. */
export async function saliency(session: Session, options: AttributionOptions): Promise<AttributionMap> {
  session.requireClass(options.target);
  const { node, height, width, channels } = inputOf(session);
  const gradient = await gradientAt(session, node, options);
  return { height, width, values: largestOverChannels(gradient, channels), node };
}

/**
 * SmoothGrad (Smilkov et al. 2017): the gradient averaged over noisy copies of the picture, then as in
 * `saliency`. `noise`: standard deviation as a share of the picture's range.
 */
export async function smoothGrad(
  session: Session,
  options: AttributionOptions & { samples?: number; noise?: number; seed?: number },
): Promise<AttributionMap> {
  const { target, signal, onProgress, samples = 16, noise = 0.15, seed = 0 } = options;
  session.requireClass(target);
  const { node, height, width, channels } = inputOf(session);
  const picture = await session.input();
  let [min, max] = [Infinity, -Infinity];
  for (const value of picture) [min, max] = [Math.min(min, value), Math.max(max, value)];
  const normal = randomNormal.source(randomLcg(seed))(0, noise * (max - min));
  const sum = new Float32Array(picture.length);
  for (let sample = 0; sample < samples; sample++) {
    signal?.throwIfAborted();
    const gradient = await gradientAt(
      session,
      node,
      options,
      picture.map((value) => value + normal()),
    );
    gradient.forEach((value, i) => (sum[i] += value / samples));
    const scaled = sum.map((value) => (value * samples) / (sample + 1));
    onProgress?.(sample + 1, samples, { height, width, values: largestOverChannels(scaled, channels), node });
  }
  return { height, width, values: largestOverChannels(sum, channels), node };
}

/**
 * Occlusion (Zeiler & Fergus 2014): how much of the class's probability is lost when a square of the picture is
 * replaced by the mean colour (zero in the network's units); each pixel the mean over the squares that cover it.
 * `side` and `step` in pixels; without a step, squares overlap by half.
 */
export async function occlusion(
  session: Session,
  options: AttributionOptions & { side?: number; step?: number },
): Promise<AttributionMap> {
  const { rewrites = [], target, signal, onProgress, inTurn = atOnce } = options;
  const { side = 48, step = Math.ceil(side / 2) } = options;
  session.requireClass(target);
  const { node, height, width, channels } = inputOf(session);
  const picture = await session.input();
  const probability = async (input?: Float32Array) =>
    softmax(await inTurn(() => session.logits({ rewrites, input, signal })))[target];
  const whole = await probability();
  const starts = (length: number) => {
    const last = Math.max(0, length - side);
    const all = Array.from({ length: Math.ceil(last / step) + 1 }, (_, i) => Math.min(i * step, last));
    return [...new Set(all)];
  };
  const squares = starts(height).flatMap((top) => starts(width).map((left) => ({ top, left })));
  const lost = new Float32Array(height * width);
  const covered = new Float32Array(height * width);
  const mean = () => lost.map((value, i) => (covered[i] > 0 ? value / covered[i] : 0));
  for (const [i, { top, left }] of squares.entries()) {
    signal?.throwIfAborted();
    const input = picture.slice();
    const rows = Array.from({ length: Math.min(side, height) }, (_, row) => (top + row) * width + left);
    for (const start of rows) input.fill(0, start * channels, (start + Math.min(side, width)) * channels);
    const drop = whole - (await probability(input));
    for (const start of rows) {
      for (let position = start; position < start + Math.min(side, width); position++) {
        lost[position] += drop;
        covered[position]++;
      }
    }
    onProgress?.(i + 1, squares.length, { height, width, values: mean(), node });
  }
  return { height, width, values: mean(), node };
}

function inputOf(session: Session) {
  const [node] = session.graph.nodes;
  const [height, width, channels] = inferShapes(session.graph).get(node.id)!;
  return { node: node.id, height, width, channels };
}

/**
 * The measured receptive field of one unit: |∂unit/∂input|, the largest over the channels. Only pixels in its
 * theoretical receptive field can be other than zero.
 */
export async function measuredReceptiveField(
  session: Session,
  unit: { node: string; row: number; column: number; channel: number },
  { rewrites = [], signal }: { rewrites?: readonly Rewrite[]; signal?: AbortSignal } = {},
): Promise<AttributionMap> {
  const shape = inferShapes(applyRewrites(session.graph, rewrites)).get(unit.node);
  if (!shape) throw new AtlasError('unknownNode', { node: unit.node });
  const index =
    shape.length === 1 ? unit.channel : (unit.row * shape[1] + unit.column) * shape[2] + unit.channel;
  const { node, height, width, channels } = inputOf(session);
  let gradient = new Float32Array(height * width * channels);
  await session.walkBack(
    {
      rewrites,
      from: unit.node,
      seed: (value) => value.map((_, i) => (i === index ? 1 : 0)),
      wanted: new Set([node]),
      signal,
    },
    (_, found) => (gradient = found as Float32Array<ArrayBuffer>),
  );
  return { height, width, values: largestOverChannels(gradient, channels), node };
}
