import * as tf from '@tensorflow/tfjs-core';
import { blocksOf } from '../architecture/blocks.ts';
import type { Graph } from '../architecture/graph.ts';
import type { Rewrite } from '../architecture/rewrite.ts';
import { applyRewrites } from '../architecture/rewrites.ts';
import { inferShapes } from '../architecture/shapes.ts';
import { subgraph } from '../architecture/subgraph.ts';
import { AtlasError } from '../errors.ts';
import type { BackwardReport, BlockProgress, ForwardReport, MapsReport } from '../protocol.ts';
import type { PathsReport } from '../protocol/paths.ts';
import { run } from './forward.ts';
import { Gate } from './gate.ts';
import { mapsOf } from './maps.ts';
import { alias } from './weightlessOperations.ts';
import type { Parameters } from './parameters.ts';
import { passThrough } from './passThrough.ts';
import { boundariesOf, logitsOf, runSegments, stepsBySegment } from './segments.ts';
import { measurePaths, type PathsOptions } from './paths.ts';
import { crossEntropy, crossEntropyGradient, l2Norm, largest, topFive } from './statistics.ts';
import { fuse } from './steps.ts';
import { walkBack, type WalkBack } from './walkBack.ts';

export interface PassOptions {
  readonly rewrites?: readonly Rewrite[];
  readonly onBlock?: (progress: BlockProgress) => void;
  readonly signal?: AbortSignal;
}

export interface GradientOptions extends PassOptions {
  readonly target?: number;
}

/** A walk through the (rewritten) network; for the picture, or another input, preprocessed. */
export interface WalkOptions extends PassOptions, Pick<WalkBack, 'from' | 'seed' | 'wanted' | 'read'> {
  readonly input?: Float32Array;
}

/** One forward pass: its graph, and the values kept from it, from which any other is computed again. */
interface Pass {
  readonly number: number;
  readonly graph: Graph;
  readonly rewrites: readonly Rewrite[];
  readonly checkpoints: Map<string, tf.Tensor>;
}

/**
 * A network, its weights and one picture, on the current backend. Runs block by block and yields to other
 * events in between. Of a forward pass it keeps the blocks' outputs (some 23 MB) and computes any other
 * node's value from the nearest of them.
 */
export class Session {
  readonly #walks = new Gate();
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
    this.#input = tf.keep(tf.tensor4d(input, this.#inputShape()));
  }

  /** A forward pass of the current picture through the (rewritten) network. Waits for weights still under way. */
  async forward({ rewrites = [], onBlock, signal }: PassOptions = {}): Promise<
    ForwardReport & { logits: Float32Array }
  > {
    const graph = applyRewrites(this.graph, rewrites);
    const input = this.#requireInput();
    this.#forget();
    const checkpoints = new Map<string, tf.Tensor>([[graph.nodes[0].id, alias(input)]]);
    const pass: Pass = { number: ++this.#passes, graph, rewrites, checkpoints };
    this.#pass = pass;

    const logitsNode = logitsOf(graph);
    const output = graph.nodes.at(-1)!.id;
    const kept = new Set([...boundariesOf(graph), logitsNode]);
    let milliseconds = 0;
    let logits = new Float32Array();
    let probabilities = new Float32Array();
    await runSegments({
      graph,
      parts: stepsBySegment(graph, kept),
      values: checkpoints,
      retain: (id) => kept.has(id),
      parameters: this.parameters,
      signal,
      goOn: () => {
        signal?.throwIfAborted();
        // Another picture or pass may have come while this one waited: its values are gone.
        if (this.#pass !== pass) throw new DOMException('A newer pass or picture has come.', 'AbortError');
      },
      onSegment: async ({ block, node }, start) => {
        let meanMap = null;
        if (node === output) {
          [logits, probabilities] = (await Promise.all(
            // Some backends hand out the very array that they hold; the report's is sent away.
            [logitsNode, output].map(async (id) => (await checkpoints.get(id)!.data()).slice()),
          )) as Float32Array<ArrayBuffer>[];
        } else meanMap = await meanOverChannels(checkpoints.get(node)!);
        const elapsed = performance.now() - start;
        milliseconds += elapsed;
        if (this.#pass === pass && !signal?.aborted)
          onBlock?.({ block, node, milliseconds: elapsed, meanMap });
      },
    });
    const top = topFive(probabilities);
    if (rewrites.length === 0) this.#unmodifiedTop = top[0].index;
    const { numTensors: tensors, numBytes: bytes } = tf.memory();
    const memory = { tensors, bytes };
    return { pass: pass.number, milliseconds, precision: this.precision, probabilities, logits, top, memory };
  }

  /** Folds and uploads the weights that a pass will use, where they are there; so that the pass alone is timed. */
  prepare(rewrites: readonly Rewrite[] = []): void {
    const graph = applyRewrites(this.graph, rewrites);
    for (const step of fuse(graph, new Set([...boundariesOf(graph), logitsOf(graph)]))) {
      if (step.kind === 'fusedConvolution') this.parameters.folded(step);
    }
  }

  /** A node's value in the last pass: read, or computed again from the nearest values that were kept. */
  async maps(node: string): Promise<MapsReport> {
    const pass = this.#pass;
    if (!pass) throw new AtlasError('notReady', { what: node });
    const { value, shape } = await this.#value(pass, node);
    return mapsOf({ node, pass: pass.number, shape, value });
  }

  /** The graph of the last pass. @throws AtlasError notReady */
  lastGraph(): Graph {
    if (!this.#pass) throw new AtlasError('notReady', { what: 'a forward pass' });
    return this.#pass.graph;
  }

  /** Number of the last pass; 0 when there is none. When it changes, that pass's values are gone. */
  get lastPass(): number {
    return this.#pass?.number ?? 0;
  }

  /** The rewrites of the last pass. */
  lastRewrites(): readonly Rewrite[] {
    return this.#pass?.rewrites ?? [];
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
    const graph = applyRewrites(this.graph, options.rewrites ?? []);
    const blocks = blocksOf(graph);
    const [inputNode] = graph.nodes;
    this.requireClass(target);
    const wantedTarget = target ?? (await this.topOfUnmodified(options.signal));
    const norms = new Map<string, number>();
    const start = performance.now();
    const logits = await this.walkBack(
      {
        ...options,
        from: logitsOf(graph),
        seed: (z) => crossEntropyGradient(z, wantedTarget),
        wanted: new Set([inputNode.id, ...blocks.map(({ output }) => output)]),
      },
      (id, gradient) => void norms.set(id, l2Norm(gradient)),
    );
    return {
      target: wantedTarget,
      loss: crossEntropy(logits, wantedTarget),
      input: norms.get(inputNode.id) ?? 0,
      blocks: Object.fromEntries(blocks.map(({ id, output }) => [id, norms.get(output) ?? 0])),
      milliseconds: performance.now() - start,
    };
  }

  /** See `walkBack`. Leaves the last pass as it is. One walk at a time: each holds values of all blocks, some 60 MB. */
  async walkBack(
    { rewrites = [], input, ...walk }: WalkOptions,
    receive: (id: string, gradient: Float32Array) => void,
  ): Promise<Float32Array> {
    const graph = applyRewrites(this.graph, rewrites);
    const { parameters } = this;
    const options = { ...walk, graph, parameters, input: this.inputTensor(input) };
    return this.#walks.alone(() => walkBack(options, receive));
  }

  /** The gradient along the paths of the unmodified network; without a target, of its top class. Leaves the last pass as it is. */
  async paths(
    options: Partial<Omit<PathsOptions, 'graph' | 'input' | 'parameters'>> = {},
  ): Promise<PathsReport> {
    const { signal, samples = 8, seed = 0 } = options;
    this.requireClass(options.target);
    const target = options.target ?? (await this.topOfUnmodified(signal));
    const { graph, parameters } = this;
    const run = { ...options, target, samples, seed, graph, parameters, input: this.inputTensor() };
    return this.#walks.alone(() => measurePaths(run));
  }

  /** The network's logits for the picture or another input; leaves the last pass as it is. */
  async logits({
    rewrites = [],
    input,
    signal,
  }: PassOptions & { input?: Float32Array } = {}): Promise<Float32Array> {
    const graph = applyRewrites(this.graph, rewrites);
    const last = logitsOf(graph);
    let logits = new Float32Array();
    await passThrough({
      graph,
      input: this.inputTensor(input),
      last,
      parameters: this.parameters,
      signal,
      onSegment: async (_, values) => {
        const found = values.get(last);
        if (found) logits = (await found.data()) as Float32Array<ArrayBuffer>;
      },
    });
    return logits;
  }

  /** The class that the unmodified network finds most probable. */
  async topOfUnmodified(signal?: AbortSignal): Promise<number> {
    this.#unmodifiedTop ??= largest(await this.logits({ signal }), 1)[0].index;
    return this.#unmodifiedTop;
  }

  /** @throws AtlasError unknownClass */
  requireClass(target: number | undefined): void {
    if (target === undefined) return;
    const classes = inferShapes(this.graph).get(logitsOf(this.graph))![0];
    if (!Number.isInteger(target) || target < 0 || target >= classes) {
      throw new AtlasError('unknownClass', { target: String(target), classes });
    }
  }

  /** The picture as the network gets it, [height · width · channels]. */
  async input(): Promise<Float32Array> {
    return (await this.#requireInput().data()) as Float32Array;
  }

  /** The picture, or another input, as a tensor that is the caller's to dispose. @throws AtlasError notReady */
  inputTensor(input?: Float32Array): tf.Tensor {
    return input ? tf.tensor(input, this.#inputShape()) : alias(this.#requireInput());
  }

  #inputShape(): [number, number, number, number] {
    const [height, width, channels] = inferShapes(this.graph).get(this.graph.nodes[0].id)!;
    return [1, height, width, channels];
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

async function meanOverChannels(value: tf.Tensor): Promise<NonNullable<BlockProgress['meanMap']>> {
  const mean = tf.tidy(() => tf.mean(value, 3));
  const values = (await mean.data()) as Float32Array;
  mean.dispose();
  return { height: value.shape[1]!, width: value.shape[2]!, values };
}
