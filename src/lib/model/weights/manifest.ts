/** What `static/weights/<model>/manifest.json` says: the shards, one per block, in the order the network uses them. */
export interface Manifest {
  readonly format: 'resnet-atlas-weights';
  readonly version: 1;
  /** The graph these weights belong to, e.g. 'resnet50'. */
  readonly model: string;
  /** Number of classes, the length of `fc1000/bias`. */
  readonly classes: number;
  /** Of the batch norms, where it is not the graph's own (1e-3 in He's release, 1.001e-5 in Keras' later files). */
  readonly epsilon?: number;
  /** What kernels are stored as; biases and batch-norm vectors are always float32. */
  readonly precision: 'float16' | 'float32';
  readonly source: { readonly name: string; readonly sha256: string; readonly licence: string };
  /** JSON array of class names, by index; file name relative to the manifest, carrying the content's hash. */
  readonly labels: string;
  /** Sum of the shards' bytes. */
  readonly bytes: number;
  readonly shards: readonly Shard[];
}

export interface Shard {
  /** 'conv1', '2a' … '5c', 'fc1000'. */
  readonly name: string;
  /** File name relative to the manifest, carrying the first eight hex digits of its sha256. */
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly tensors: readonly TensorRecord[];
}

export interface TensorRecord {
  /** `<node id>/<role>`: 'conv1/kernel', 'conv1/bias', 'bn_conv1/gamma', '…/beta', '…/movingMean', '…/movingVariance', 'fc1000/kernel'. */
  readonly name: string;
  /** Kernels are [height, width, in, out] (HWIO), dense kernels [in, out]. */
  readonly shape: readonly number[];
  readonly type: 'float16' | 'float32';
  /** In bytes from the start of the shard; a multiple of 4. Little endian. */
  readonly offset: number;
}

/** A decoded tensor still as stored: float16 as raw bits in a Uint16Array (half the memory), float32 as floats. */
export interface StoredTensor {
  readonly shape: readonly number[];
  readonly type: 'float16' | 'float32';
  readonly data: Uint16Array | Float32Array;
}

/** Told as bytes arrive; `received` and `bytes` of this shard, `totalReceived` and `totalBytes` of all. */
export interface WeightsProgress {
  readonly shard: string;
  readonly received: number;
  readonly bytes: number;
  readonly totalReceived: number;
  readonly totalBytes: number;
  readonly fromCache: boolean;
  /** All of this shard is here, checked and decoded. */
  readonly complete: boolean;
}
