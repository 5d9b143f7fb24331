/** The one protocol between the page and the worker that holds the network. Plain, transferable data only. */
import type { Rewrite } from './architecture/rewrite.ts';
import type { Shape } from './architecture/graph.ts';
import type { PlainError } from './errors.ts';
import type { PictureCut } from './pictureCut.ts';
import type { FeedingRequests } from './protocol/feeding.ts';
import type { GradientFlowRequests } from './protocol/gradientFlow.ts';
import type { LaboratoryRequests } from './protocol/laboratory.ts';
import type { PathsRequests } from './protocol/paths.ts';
import type { RefinementRequests } from './protocol/refinement.ts';
import type { LesionRequests } from './protocol/lesions.ts';
import type { WeightsProgress } from './weights/manifest.ts';

export type BackendName = 'webgpu' | 'webgl' | 'wasm' | 'cpu';

/** Why a backend was not taken. `details`: of what is here, or what its library said, in English. */
export interface PassedOver {
  readonly backend: BackendName;
  readonly code: 'absent' | 'software' | 'notStarted' | 'wrongResult' | 'failed';
  readonly details: string;
}

/** Tensors that the backend holds, and their bytes. */
export interface EngineMemory {
  readonly tensors: number;
  readonly bytes: number;
}

/** What computes now, and how it came to be chosen. */
export interface BackendReport {
  readonly backend: BackendName;
  /** The graphics adapter or renderer string; for wasm its features ('SIMD, 4 threads'). */
  readonly renderer: string;
  /** Of wasm. */
  readonly features: { readonly simd: boolean; readonly threads: number } | null;
  /** A graphics API emulated on the processor (SwiftShader, llvmpipe, WARP): never called a GPU. */
  readonly softwareRenderer: boolean;
  /** Arithmetic in half precision: gradients and training are then run elsewhere. */
  readonly halfPrecision: boolean;
  readonly requested: BackendName | 'auto';
  /** Backends that were tried before this one, and why each was passed over. */
  readonly passedOver: readonly PassedOver[];
}

/** A decoded picture: upright, composited on white, 8 bits per channel. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** RGBA or RGB, row by row, `channels` bytes each. */
  readonly channels: 3 | 4;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** The picture as the network sees it. */
export interface PictureReport {
  /** 224 × 224 RGBA, for the page to show. */
  readonly crop: {
    readonly width: number;
    readonly height: number;
    readonly data: Uint8ClampedArray<ArrayBuffer>;
  };
  readonly originalWidth: number;
  readonly originalHeight: number;
  /** The square that was cut out; null: the middle one. */
  readonly cut: PictureCut | null;
}

/** One block's output has been computed in the pass under way. */
export interface BlockProgress {
  /** 'conv1' (up to pool1), '2a' … '5c', 'head'. */
  readonly block: string;
  /** The node whose value this is: 'pool1', 'res2a' … 'res5c', 'prob'. */
  readonly node: string;
  readonly milliseconds: number;
  /** Mean over the channels, for a thumbnail; null for 'head'. */
  readonly meanMap: { readonly width: number; readonly height: number; readonly values: Float32Array } | null;
}

/** What a block's sum is made of. Null where a shortcut is cut (shortcut, cosine). */
export interface ResidualFigures {
  /** ‖F‖, the L2 norm of the residual branch's value at the sum. */
  readonly branch: number;
  /** ‖x‖, the norm of the shortcut's value at the sum (after the projection where there is one). */
  readonly shortcut: number | null;
  /** cos(x, F). */
  readonly cosine: number | null;
  /** Share of the sum that is below zero, and so set to zero by the last ReLU. */
  readonly clipped: number;
}

export interface Prediction {
  readonly index: number;
  readonly probability: number;
}

export interface ForwardReport {
  /** Counts this worker's passes. */
  readonly pass: number;
  /** Sum of the time the segments took; waiting for bytes not included. */
  readonly milliseconds: number;
  readonly precision: 'float16' | 'float32';
  readonly probabilities: Float32Array;
  /** The five most probable classes, most probable first. */
  readonly top: readonly Prediction[];
  /** After the pass. */
  readonly memory: EngineMemory;
}

/** Statistics over a whole tensor, `std` of the population. */
export interface Statistics {
  readonly mean: number;
  readonly std: number;
  readonly min: number;
  readonly max: number;
  readonly l2: number;
  /** Share of values that are exactly zero. */
  readonly zeros: number;
}

/** A node's value in the last pass. */
export interface MapsReport {
  readonly node: string;
  readonly pass: number;
  /** [height, width, channels] or [features]. */
  readonly shape: Shape;
  /** Channel by channel: value (channel, row, column) at `(channel · height + row) · width + column`. */
  readonly values: Float32Array;
  readonly statistics: Statistics;
  /** The same per channel, each of length `channels`. */
  readonly channels: {
    readonly mean: Float32Array;
    readonly std: Float32Array;
    readonly min: Float32Array;
    readonly max: Float32Array;
    readonly zeros: Float32Array;
  };
}

export interface BackwardReport {
  readonly target: number;
  /** −log p(target). */
  readonly loss: number;
  /** L2 norm of ∂loss/∂input, in preprocessed BGR units. */
  readonly input: number;
  /** L2 norm of ∂loss/∂(block output), per block. */
  readonly blocks: Readonly<Record<string, number>>;
  readonly milliseconds: number;
}

/** A place in a node's value; for a vector row and column are 0. */
export interface Unit {
  readonly row: number;
  readonly column: number;
  readonly channel: number;
}

/** One product, or one addend, of the sum. */
export interface AuditTerm {
  /** Node that the value comes from. */
  readonly node: string;
  /** Position and channel in that node's value; for a vector row and column are 0. */
  readonly row: number;
  readonly column: number;
  readonly channel: number;
  readonly value: number;
  /** What the value is multiplied by: a weight, a factor, 1 for an addend. */
  readonly factor: number;
  readonly product: number;
}

export interface Audit {
  /** Largest in size first. Empty positions of the padding are no terms. */
  readonly terms: readonly AuditTerm[];
  /** Added to the sum of products; 0 where the operation has none. */
  readonly bias: number;
  /** Bias and all products. */
  readonly sum: number;
  /** What the operation makes of the sum: the same number unless a ReLU, a softmax or a division follows. */
  readonly result: number;
  /** Σ |terms| + |bias|: the scale against which the engine's difference is to be judged. */
  readonly magnitude: number;
}

export interface AttributionMap {
  readonly height: number;
  readonly width: number;
  readonly values: Float32Array;
  /** The node in whose geometry the map is. */
  readonly node: string;
  /** For a class activation map: the class's bias and its logit in the last pass, which is the map's mean plus the bias. */
  readonly head?: { readonly bias: number; readonly logit: number };
}

/** One unit, its engine's value beside the sum in plain arithmetic. */
export interface AuditReport extends Unit {
  readonly node: string;
  /** What the engine computed. */
  readonly engine: number;
  readonly audit: Audit;
}

export type AttributionMethod = 'cam' | 'gradCam' | 'saliency' | 'smoothGrad' | 'occlusion';

export interface AttributionProgress {
  readonly done: number;
  readonly all: number;
  readonly map?: AttributionMap;
}

/** Weights of one node, as the engine uses them (float32, not folded). */
export interface WeightsReport {
  readonly node: string;
  /** By role: kernel [height, width, in, out] or [in, out], bias, gamma, beta, movingMean, movingVariance. */
  readonly tensors: Readonly<Record<string, { readonly shape: Shape; readonly values: Float32Array }>>;
}

/** What a block adds: x, F(x), their sum and its ReLU, each as maps; null where a path is cut or removed. */
export interface AdditionReport {
  readonly block: string;
  readonly shortcut: MapsReport | null;
  readonly branch: MapsReport | null;
  readonly sum: MapsReport;
  readonly output: MapsReport;
  /** Null where the branch is removed. */
  readonly figures: ResidualFigures | null;
}

/** Measured time of the network's operations as they run: most of them several nodes in one. */
export interface TimingsReport {
  /**
   * Milliseconds, median over the passes. What runs as one operation is named by its last node; the other nodes in
   * it are in `fusedInto`. On a graphics card each operation is waited for, and reading one number back is in its time.
   */
  readonly nodes: Readonly<Record<string, number>>;
  /** Node → the node whose time holds it: padding, convolution and batch norm → the ReLU that ends their operation. */
  readonly fusedInto: Readonly<Record<string, string>>;
  /** By unit ('stem', '2a' … '5c', 'head'): the sum of its nodes' times. */
  readonly units: Readonly<Record<string, number>>;
  readonly passes: number;
  readonly backend: BackendName;
}

/** ∂(logit of the target)/∂(a node's value), over all places of each channel; zero where the logit does not depend on it. */
export interface ChannelGradients {
  readonly node: string;
  readonly target: number;
  /** Of length channels: the L2 norm, and the mean (Grad-CAM's α). */
  readonly l2: Float32Array;
  readonly mean: Float32Array;
}

/** A node's value beside that of the last pass: for another picture, another network, or both. */
export interface SideReport {
  /** Its `pass` is 0: it is of none that is kept. */
  readonly maps: MapsReport;
  readonly top: readonly Prediction[];
  /** The other picture; null for the current one. */
  readonly picture: PictureReport | null;
}

/**
 * Requests: name → what is sent, what comes back, and what is told meanwhile. An answer's float arrays are its own:
 * they are moved to the page, and gone from the worker.
 */
export interface Requests extends HostRequests, LaboratoryRequests {}

/** What is asked of the network with its weights and the current picture (`engine/host.ts`). */
export interface HostRequests
  extends FeedingRequests, GradientFlowRequests, LesionRequests, PathsRequests, RefinementRequests {
  /** Chooses and starts a backend. Must come first. `weights` is the URL of the folder with `manifest.json`. */
  start: {
    request: { backend: BackendName | 'auto'; weights: string };
    response: BackendReport;
    progress: never;
  };
  /** Names of the classes by index, from the manifest alone: long before all weights are here. */
  labels: { request: Record<never, never>; response: readonly string[]; progress: never };
  /** Streams all shards in network order; passes may run meanwhile and wait for the bytes they need. */
  loadWeights: {
    request: Record<never, never>;
    response: { bytes: number };
    progress: WeightsProgress;
  };
  /**
   * Decodes, checks and preprocesses a picture, which becomes the current one. On an error the old one stays.
   * A square to cut out that does not lie on the picture is moved onto it.
   */
  setPicture: {
    request: { name: string; file: Blob; cut?: PictureCut | null };
    response: PictureReport;
    progress: never;
  };
  /** A forward pass of the current picture, block by block. */
  forward: { request: { rewrites: readonly Rewrite[] }; response: ForwardReport; progress: BlockProgress };
  /** A node's maps in the last pass (also while it is under way, once its block is done). */
  maps: { request: { node: string }; response: MapsReport; progress: never };
  /** Forward and backward for the current picture; target: the top class of the unmodified network when absent. */
  backward: {
    request: { rewrites: readonly Rewrite[]; target?: number };
    response: BackwardReport;
    progress: BlockProgress;
  };
  /** One number of the last pass, recomputed term by term. */
  audit: { request: { node: string } & Unit; response: AuditReport; progress: never };
  /** ‖F‖, ‖x‖, cosine and clipped share of every block that has a branch, in the last pass. */
  residuals: {
    request: Record<never, never>;
    response: Readonly<Record<string, ResidualFigures>>;
    progress: { readonly block: string; readonly figures: ResidualFigures };
  };
  /** The parts of one block's sum in the last pass. */
  addition: { request: { block: string }; response: AdditionReport; progress: never };
  weights: { request: { node: string }; response: WeightsReport; progress: never };
  /**
   * What the score of a class rests on, in the network of the last pass. `block`: for Grad-CAM; `samples` and `seed`:
   * for SmoothGrad; `side`: of the squares in occlusion, in pixels.
   */
  attribution: {
    request: {
      method: AttributionMethod;
      target: number;
      block?: string;
      samples?: number;
      seed?: number;
      side?: number;
    };
    response: AttributionMap;
    progress: AttributionProgress;
  };
  /** |∂unit/∂input|: the pixels that one unit really depends on here. */
  receptiveField: { request: { node: string } & Unit; response: AttributionMap; progress: never };
  /** Times each operation of the network of the last pass; `passes`: 5 when absent. The last pass stays as it is. */
  timings: {
    request: { passes?: number };
    response: TimingsReport;
    progress: { readonly done: number; readonly all: number };
  };
  /** How much each channel of a node moves a class's logit, in the network of the last pass. */
  channelGradients: {
    request: { node: string; target: number };
    response: ChannelGradients;
    progress: never;
  };
  /**
   * A node's value for another picture (`file`; when absent the current one), in the network with these rewrites.
   * Picture and last pass stay as they are.
   */
  sideMaps: {
    request: { node: string; rewrites: readonly Rewrite[]; file?: Blob; name?: string };
    response: SideReport;
    progress: never;
  };
  /**
   * How far what leaves each unit ('stem', '2a' … '5c', 'head') is, in the last pass, from what leaves the unit in
   * that place of the unmodified network: ‖a − b‖ / ‖b‖ with b the unmodified network's; a unit is told when measured.
   */
  divergence: {
    request: Record<never, never>;
    response: Readonly<Record<string, number>>;
    progress: { readonly unit: string; readonly value: number };
  };
}

export type RequestName = keyof Requests;
export type HostRequestName = keyof HostRequests;

/** What comes with a request in the worker: a signal that ends it, and where to tell how far it is. */
export interface Call<N extends RequestName> {
  readonly signal: AbortSignal;
  readonly progress: (progress: Requests[N]['progress']) => void;
}

export type Handlers<Names extends RequestName> = {
  readonly [N in Names]: (request: Requests[N]['request'], call: Call<N>) => Promise<Requests[N]['response']>;
};

export type ToWorker =
  | {
      [N in RequestName]: { readonly id: number; readonly name: N; readonly request: Requests[N]['request'] };
    }[RequestName]
  | { readonly cancel: number };

export type FromWorker =
  | { readonly id: number; readonly response: unknown }
  | { readonly id: number; readonly progress: unknown }
  | { readonly id: number; readonly error: PlainError }
  /** A newer picture or pass has made the answer pointless. */
  | { readonly id: number; readonly superseded: true }
  /** The graphics context is gone: the client starts a new worker. */
  | { readonly event: 'contextLost' }
  /** Told after every answer. */
  | { readonly event: 'memory'; readonly memory: EngineMemory };
