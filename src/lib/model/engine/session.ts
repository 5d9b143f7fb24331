import * as tf from '@tensorflow/tfjs-core';
import { blocksOf } from '../architecture/blocks.ts';
import type { Graph } from '../architecture/graph.ts';
import type { Rewrite } from '../architecture/rewrite.ts';
import { applyRewrites } from '../architecture/rewrites.ts';
import { inferShapes, weightShapes } from '../architecture/shapes.ts';
import { subgraph } from '../architecture/subgraph.ts';
import { AtlasError } from '../errors.ts';
import type { BackwardReport, BlockProgress, ForwardReport, MapsReport, Prediction } from '../protocol.ts';
import { backward, valuesForBackward } from './backward.ts';
import { run } from './forward.ts';
import { alias } from './operations.ts';
import type { Parameters } from './parameters.ts';
import { byChannel, crossEntropy, l2Norm, largest, statistics } from './statistics.ts';
import { fuse, splitAfter, type Step } from './steps.ts';
import { yieldToEvents } from './yieldToEvents.ts';

export interface PassOptions {
  readonly rewrites?: readonly Rewrite[];
  readonly onBlock?: (progress: BlockProgress) => void;
  readonly signal?: AbortSignal;
}

export interface GradientOptions extends PassOptions {
  readonly target?: number;
}

/** The parts in which a pass is run: the stem, each block, the head; and the node that ends each. */
interface Segment {
  readonly block: string;
  readonly node: string;
}

/** One forward pass: its graph, and the values kept from it, from which any other is computed again. */
interface Pass {
  readonly number: number;
  readonly graph: Graph;
  readonly checkpoints: Map<string, tf.Tensor>;
}

/**
 * A network, its weights and one picture, on the current backend. Runs block by block and yields to other
 * events in between. Of a forward pass it keeps the blocks' outputs (some 23 MB) and computes any other
 * node's value from the nearest of them.
 */
export class Session {
  #passes = 0;
  #pass: Pass | undefined;
  #input: tf.Tensor | undefined;
  #unmodifiedTop: number | undefined;

  constructor(
    readonly graph: Graph,
    readonly parameters: Parameters,
    readonly precision: 'float16' | 'float32',
  ) {}

  /** @param input the preprocessed picture, [height · width · 3], BGR, of the graph's input shape. Ends the last pass. */
  setPicture(input: Float32Array): void {
    this.#forget();
    this.#input?.dispose();
    this.#unmodifiedTop = undefined;
    const [height, width, channels] = inferShapes(this.graph).get(this.graph.nodes[0].id)!;
    this.#input = tf.keep(tf.tensor4d(input, [1, height, width, channels]));
  }

  /** A forward pass of the current picture through the (rewritten) network. Waits for weights still under way. */
  async forward({ rewrites = [], onBlock, signal }: PassOptions = {}): Promise<
    ForwardReport & { logits: Float32Array }
  > {
    const graph = applyRewrites(this.graph, rewrites);
    const input = this.#requireInput();
    this.#forget();
    const checkpoints = new Map<string, tf.Tensor>([[graph.nodes[0].id, alias(input)]]);
    const pass: Pass = { number: ++this.#passes, graph, checkpoints };
    this.#pass = pass;

    const segments = segmentsOf(graph);
    const logitsNode = logitsOf(graph);
    const exact = new Set([...segments.map(({ node }) => node), logitsNode]);
    /** Another picture or pass may have come while this one waited: its values are gone. */
    const goOn = () => {
      signal?.throwIfAborted();
      if (this.#pass !== pass) throw new DOMException('A newer pass or picture has come.', 'AbortError');
    };
    let milliseconds = 0;
    let logits = new Float32Array();
    let probabilities = new Float32Array();
    for (const { segment, steps } of stepsBySegment(graph, exact, segments)) {
      await this.parameters.whenPresent(weightNames(graph, steps), signal);
      goOn();
      const start = performance.now();
      const wanted = new Set([...exact].filter((id) => steps.some((step) => step.id === id)));
      const values = run(steps, checkpoints, wanted, this.parameters);
      for (const [id, value] of values) checkpoints.set(id, value);
      const meanMap = segment.block === 'head' ? null : await meanOverChannels(values.get(segment.node)!);
      if (segment.block === 'head') {
        [logits, probabilities] = (await Promise.all(
          [logitsNode, segment.node].map((id) => values.get(id)!.data()),
        )) as Float32Array<ArrayBuffer>[];
      }
      const elapsed = performance.now() - start;
      milliseconds += elapsed;
      goOn();
      onBlock?.({ block: segment.block, node: segment.node, milliseconds: elapsed, meanMap });
      await yieldToEvents();
      goOn();
    }
    const top = topFive(probabilities);
    if (rewrites.length === 0) this.#unmodifiedTop = top[0].index;
    const { numTensors: tensors, numBytes: bytes } = tf.memory();
    const memory = { tensors, bytes };
    return { pass: pass.number, milliseconds, precision: this.precision, probabilities, logits, top, memory };
  }

  /** Folds and uploads the weights that a pass will use, where they are there; so that the pass alone is timed. */
  prepare(rewrites: readonly Rewrite[] = []): void {
    const graph = applyRewrites(this.graph, rewrites);
    const exact = new Set([...segmentsOf(graph).map(({ node }) => node), logitsOf(graph)]);
    for (const step of fuse(graph, exact)) {
      if (step.kind === 'fusedConvolution') this.parameters.folded(step);
    }
  }

  /** A node's value in the last pass: read, or computed again from the nearest values that were kept. */
  async maps(node: string): Promise<MapsReport> {
    const pass = this.#pass;
    if (!pass) throw new AtlasError('notReady', { what: node });
    const { value, shape } = await this.#value(pass, node);
    const { planar, channels } = byChannel(value, shape.at(-1)!);
    return { node, pass: pass.number, shape, values: planar, statistics: statistics(value), channels };
  }

  /** Values of the given nodes in the last pass, [height, width, channels] row-major. */
  async values(nodes: Iterable<string>): Promise<Map<string, Float32Array>> {
    const pass = this.#pass;
    if (!pass) throw new AtlasError('notReady', { what: 'a forward pass' });
    const wanted = new Set(nodes);
    const tensors = this.#evaluate(pass, wanted);
    const result = new Map<string, Float32Array>();
    for (const [id, tensor] of tensors) {
      result.set(id, (await tensor.data()) as Float32Array);
      tensor.dispose();
    }
    return result;
  }

  async #value(pass: Pass, node: string) {
    const shape = inferShapes(pass.graph).get(node);
    if (!shape) throw new AtlasError('unknownNode', { node });
    const tensor = this.#evaluate(pass, new Set([node])).get(node)!;
    const value = (await tensor.data()) as Float32Array;
    tensor.dispose();
    return { value, shape };
  }

  /** The caller disposes the values. */
  #evaluate(pass: Pass, wanted: ReadonlySet<string>): Map<string, tf.Tensor> {
    const { nodes } = subgraph(pass.graph, wanted, new Set(pass.checkpoints.keys()));
    const steps = fuse({ nodes }, wanted);
    try {
      return run(steps, pass.checkpoints, wanted, this.parameters);
    } finally {
      this.parameters.releaseUnfolded();
    }
  }

  /**
   * Forward and backward: L2 norms of ∂loss/∂(block output) and at the input, for loss = −log p(target).
   * Without a target: the top class of the unmodified network.
   */
  async gradients({ target, ...options }: GradientOptions = {}): Promise<BackwardReport> {
    const { rewrites = [], onBlock, signal } = options;
    const graph = applyRewrites(this.graph, rewrites);
    const input = this.#requireInput();
    const shapes = inferShapes(graph);
    const logitsNode = logitsOf(graph);
    const classes = shapes.get(logitsNode)![0];
    if (target !== undefined && !(Number.isInteger(target) && target >= 0 && target < classes)) {
      throw new AtlasError('unknownClass', { target: String(target), classes });
    }
    target ??= await this.#topOfUnmodified(signal);

    const inputNode = graph.nodes[0].id;
    const segments = segmentsOf(graph);
    const wanted = new Set([inputNode, ...blocksOf(graph).map(({ output }) => output)]);
    const exact = new Set([...wanted, ...segments.map(({ node }) => node), logitsNode]);
    const parts = stepsBySegment(graph, exact, segments);
    const steps = upTo(
      parts.flatMap((part) => part.steps),
      logitsNode,
    );
    const kept = valuesForBackward(steps);
    const values = new Map<string, tf.Tensor>([[inputNode, alias(input)]]);
    let milliseconds = 0;
    try {
      for (const { segment, steps } of parts) {
        await this.parameters.whenPresent(weightNames(graph, steps), signal);
        signal?.throwIfAborted();
        const start = performance.now();
        const retained = steps.map(({ id }) => id).filter((id) => kept.has(id) || exact.has(id));
        for (const [id, value] of run(steps, values, new Set(retained), this.parameters))
          values.set(id, value);
        milliseconds += performance.now() - start;
        onBlock?.({ block: segment.block, node: segment.node, milliseconds, meanMap: null });
        await yieldToEvents();
      }

      const logits = (await values.get(logitsNode)!.data()) as Float32Array;
      const gradient = tf.tidy(() =>
        tf.sub(tf.softmax(values.get(logitsNode)!), tf.oneHot([target!], classes)),
      );
      const norms = new Map<string, number>();
      try {
        const seed = { id: logitsNode, gradient };
        let start = performance.now();
        for (const found of backward({ steps, values, shapes, seed, wanted, parameters: this.parameters })) {
          norms.set(found.id, l2Norm(await found.gradient.data()));
          found.gradient.dispose();
          milliseconds += performance.now() - start;
          await yieldToEvents();
          signal?.throwIfAborted();
          start = performance.now();
        }
      } finally {
        gradient.dispose();
      }
      const blocks = Object.fromEntries(
        blocksOf(graph).map(({ id, output }) => [id, norms.get(output) ?? 0]),
      );
      return {
        target,
        loss: crossEntropy(logits, target),
        input: norms.get(inputNode) ?? 0,
        blocks,
        milliseconds,
      };
    } finally {
      for (const value of values.values()) value.dispose();
    }
  }

  async #topOfUnmodified(signal?: AbortSignal): Promise<number> {
    if (this.#unmodifiedTop === undefined) await this.forward({ signal });
    return this.#unmodifiedTop!;
  }

  #requireInput(): tf.Tensor {
    if (!this.#input) throw new AtlasError('notReady', { what: 'a picture' });
    return this.#input;
  }

  #forget(): void {
    for (const value of this.#pass?.checkpoints.values() ?? []) value.dispose();
    this.#pass = undefined;
  }

  /** Frees the picture, the last pass and the weights' tensors. */
  dispose(): void {
    this.#forget();
    this.#input?.dispose();
    this.#input = undefined;
    this.parameters.releaseTensors();
  }
}

function segmentsOf(graph: Graph): Segment[] {
  const blocks = blocksOf(graph);
  return [
    { block: 'conv1', node: blocks[0].input },
    ...blocks.map(({ id, output }) => ({ block: id, node: output })),
    { block: 'head', node: graph.nodes.at(-1)!.id },
  ];
}

/** The network's logits: what its softmax reads. */
function logitsOf(graph: Graph): string {
  const last = graph.nodes.at(-1)!;
  return last.kind === 'softmax' ? last.inputs[0] : last.id;
}

function stepsBySegment(graph: Graph, exact: ReadonlySet<string>, segments: readonly Segment[]) {
  const steps = fuse(graph, exact).filter(({ kind }) => kind !== 'input');
  const parts = splitAfter(
    steps,
    segments.map(({ node }) => node),
  );
  return segments.map((segment, i) => ({ segment, steps: parts[i] }));
}

const upTo = (steps: readonly Step[], id: string) =>
  steps.slice(0, steps.findIndex((step) => step.id === id) + 1);

/** Names of the weights that the steps use. */
function weightNames(graph: Graph, steps: readonly Step[]): string[] {
  const ids = new Set<string>();
  for (const step of steps) {
    if (step.kind !== 'fusedConvolution') ids.add(step.id);
    else
      for (const part of [step.attributes.convolution, step.attributes.batchNorm]) if (part) ids.add(part.id);
  }
  return [...weightShapes(graph).keys()].filter((name) => ids.has(name.slice(0, name.lastIndexOf('/'))));
}

async function meanOverChannels(value: tf.Tensor): Promise<NonNullable<BlockProgress['meanMap']>> {
  const mean = tf.tidy(() => tf.mean(value, 3));
  const values = (await mean.data()) as Float32Array;
  mean.dispose();
  return { height: value.shape[1]!, width: value.shape[2]!, values };
}

const topFive = (probabilities: Float32Array): Prediction[] =>
  largest(probabilities, 5).map(({ index, value }) => ({ index, probability: value }));
