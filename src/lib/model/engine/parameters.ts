/** The network's weights: kept as stored, and as tensors in the form in which operations want them. */
import * as tf from '@tensorflow/tfjs-core';
import type { Graph } from '../architecture/graph.ts';
import { weightShapes } from '../architecture/shapes.ts';
import { AtlasError } from '../errors.ts';
import { decodeFloat16 } from '../weights/float16.ts';
import type { StoredTensor } from '../weights/manifest.ts';
import { backwardKernel } from './backwardKernel.ts';
import type { BackwardTensor } from './convolution.ts';
import type { FusedConvolution } from './steps.ts';

interface Folded {
  readonly kernel: tf.Tensor4D;
  readonly bias: tf.Tensor1D | undefined;
}

/**
 * Owns every tensor it hands out: callers must not dispose them. Filled shard by shard while the weights
 * arrive; `whenPresent` waits for those that are still under way.
 */
export class Parameters {
  readonly #stored: Map<string, StoredTensor>;
  readonly #vectors = new Map<string, tf.Tensor>();
  readonly #folded = new Map<string, Folded>();
  readonly #backward = new Map<string, BackwardTensor>();
  #waiting: (() => void)[] = [];
  #failure: unknown;

  /** @param shared another set whose stored weights to use, with tensors of its own (for another backend). */
  constructor(shared?: Parameters) {
    this.#stored = shared ? shared.#stored : new Map();
  }

  /** Of a network whose weights are all there, in single precision. */
  static of(graph: Graph, weights: ReadonlyMap<string, Float32Array>): Parameters {
    const parameters = new Parameters();
    const stored = Array.from(weightShapes(graph), ([name, shape]): [string, StoredTensor] => {
      const data = weights.get(name);
      if (!data) throw new AtlasError('notReady', { what: name });
      return [name, { shape, type: 'float32', data }];
    });
    parameters.add(new Map(stored));
    return parameters;
  }

  add(tensors: ReadonlyMap<string, StoredTensor>): void {
    for (const [name, tensor] of tensors) this.#stored.set(name, tensor);
    this.#wake();
  }

  /** Nothing more will come: whoever waits is told why. Cleared by `expect`. */
  fail(reason: unknown): void {
    this.#failure = reason;
    this.#wake();
  }

  /** Weights are on their way (again). */
  expect(): void {
    this.#failure = undefined;
  }

  has(name: string): boolean {
    return this.#stored.has(name);
  }

  /** Resolves when all are here; rejects with the loader's error, or when the signal is aborted. */
  async whenPresent(names: readonly string[], signal?: AbortSignal): Promise<void> {
    while (!names.every((name) => this.#stored.has(name))) {
      if (this.#failure) throw this.#failure;
      signal?.throwIfAborted();
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
        signal?.addEventListener('abort', () => resolve(), { once: true });
      });
    }
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }

  /** As float32, in plain memory. */
  values(name: string): Float32Array {
    const { data } = this.stored(name);
    return data instanceof Float32Array ? data : decodeFloat16(data);
  }

  stored(name: string): StoredTensor {
    const tensor = this.#stored.get(name);
    if (!tensor) throw new AtlasError('notReady', { what: name });
    return tensor;
  }

  /** A vector (bias, γ, β, moving mean or variance) or the dense kernel; kept. */
  tensor(name: string): tf.Tensor {
    let tensor = this.#vectors.get(name);
    if (!tensor) {
      tensor = tf.keep(tf.tensor(this.values(name), [...this.stored(name).shape]));
      this.#vectors.set(name, tensor);
    }
    return tensor;
  }

  /** Kernel and bias of a convolution with its batch norm folded in, in float32; kept. */
  folded(step: FusedConvolution): Folded {
    const key = keyOf(step);
    let folded = this.#folded.get(key);
    if (!folded) {
      const { kernel, bias, shape } = this.#fold(step);
      folded = {
        kernel: tf.keep(tf.tensor4d(kernel, shape)),
        bias: bias && tf.keep(tf.tensor1d(bias)),
      };
      this.#folded.set(key, folded);
    }
    return folded;
  }

  /** The folded kernel, arranged for the gradient at the convolution's input; kept until `releaseBackward`. */
  backward(step: FusedConvolution): BackwardTensor {
    const key = keyOf(step);
    let result = this.#backward.get(key);
    if (!result) {
      const { kernel, shape } = this.#fold(step);
      const { stride } = step.attributes.convolution.attributes;
      const {
        values,
        shape: arranged,
        ...rest
      } = backwardKernel(kernel, shape, stride, step.attributes.padding);
      result = { ...rest, kernel: tf.keep(tf.tensor4d(values, arranged)) };
      this.#backward.set(key, result);
    }
    return result;
  }

  /**
   * Batch norm in inference mode is affine, γ (y − μ) / √(σ² + ε) + β, and so is a convolution: with
   * s = γ / √(σ² + ε) together they are a convolution with kernel s·w and bias s (b − μ) + β.
   */
  #fold(step: FusedConvolution) {
    const { convolution, batchNorm } = step.attributes;
    const name = `${convolution.id}/kernel`;
    const shape = this.stored(name).shape as [number, number, number, number];
    const filters = shape[3];
    let kernel = this.values(name);
    let bias = convolution.attributes.bias ? this.values(`${convolution.id}/bias`) : undefined;
    if (batchNorm) {
      const [gamma, beta, mean, variance] = ['gamma', 'beta', 'movingMean', 'movingVariance'].map((role) =>
        this.values(`${batchNorm.id}/${role}`),
      );
      const scale = Float64Array.from(
        gamma,
        (g, c) => g / Math.sqrt(variance[c] + batchNorm.attributes.epsilon),
      );
      const unscaled = kernel;
      kernel = new Float32Array(unscaled.length);
      for (let row = 0; row < kernel.length; row += filters) {
        for (let c = 0; c < filters; c++) kernel[row + c] = unscaled[row + c] * scale[c];
      }
      bias = Float32Array.from(scale, (s, c) => ((bias?.[c] ?? 0) - mean[c]) * s + beta[c]);
    }
    return { kernel, bias, shape };
  }

  /** Frees kernels that were wanted without their batch norm, by whoever inspected one. */
  releaseUnfolded(): void {
    for (const [key, { kernel, bias }] of this.#folded) {
      if (!key.endsWith(' ')) continue;
      kernel.dispose();
      bias?.dispose();
      this.#folded.delete(key);
    }
    for (const [key, { kernel }] of this.#backward) {
      if (!key.endsWith(' ')) continue;
      kernel.dispose();
      this.#backward.delete(key);
    }
  }

  /** Frees what only backward passes use: about as much as the forward kernels. */
  releaseBackward(): void {
    for (const { kernel } of this.#backward.values()) kernel.dispose();
    this.#backward.clear();
  }

  /** Frees all tensors; the stored weights stay. */
  releaseTensors(): void {
    this.releaseBackward();
    for (const tensor of this.#vectors.values()) tensor.dispose();
    for (const { kernel, bias } of this.#folded.values()) {
      kernel.dispose();
      bias?.dispose();
    }
    this.#vectors.clear();
    this.#folded.clear();
  }
}

function keyOf({ attributes: { convolution, batchNorm } }: FusedConvolution): string {
  return `${convolution.id} ${batchNorm?.id ?? ''}`;
}
