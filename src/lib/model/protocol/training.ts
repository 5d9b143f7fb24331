/** Networks that are trained beside each other (`training/trainer.ts`, `training/runs.ts`). */
import type { BlockId, Shape } from '../architecture/graph.ts';

/** What is trained on, with the files that it needs. */
export type TaskChoice =
  | { readonly name: 'gratings' }
  | {
      readonly name: 'shapes';
      /** From 0 to 1. */
      readonly difficulty: number;
    }
  | {
      readonly name: 'emoji';
      /** URL of the folder with `emoji.json` and `emoji.webp`. */
      readonly folder: string;
    }
  | {
      readonly name: 'cifar10';
      /** The official binary files, from the reader's own copy. */
      readonly files: readonly File[];
    }
  | {
      readonly name: 'folders';
      /** The reader's own pictures: the folder that a picture is in names its class. */
      readonly pictures: readonly { readonly folder: string; readonly file: File }[];
    };

export interface TaskFacts {
  readonly name: TaskChoice['name'];
  /** Of one picture, [height, width, channels]. */
  readonly shape: Shape;
  /** Of the classes, by index. */
  readonly classNames: readonly string[];
  /** Pictures that are never trained on: whether there are such. */
  readonly hasHeldOut: boolean;
  /** Pictures that are trained on; null where every batch is new. */
  readonly pictures: number | null;
  /** How levels between 0 (dark) and 1 become a network's input: (v − mean) / deviation, for each channel. */
  readonly colours: { readonly mean: readonly number[]; readonly deviation: readonly number[] };
  /**
   * Of each class the first three pictures that a run with seed 0 sees, in their order, [n, height, width, channels] as
   * the network gets them.
   */
  readonly examples: { readonly inputs: Float32Array; readonly labels: Int32Array };
}

/** Everything that decides a run but the task; all of it is in a recording. */
export interface TrainingOptions {
  /** 6n + 2. */
  readonly depth: number;
  readonly net: 'plain' | 'residual';
  /** Of the residual network. */
  readonly shortcut: 'A' | 'B';
  readonly norm: 'batch' | 'none';
  readonly zeroGamma: boolean;
  readonly init: 'he' | 'glorot' | 'pytorch';
  /** Filters in the first stage. */
  readonly width: number;
  readonly batch: number;
  readonly optimizer: 'sgd' | 'adam';
  readonly rate: number;
  /** SGD's. */
  readonly momentum: number;
  /** L2 penalty on kernels. */
  readonly decay: number;
  readonly schedule: 'constant' | 'step' | 'cosine';
  /** Steps over which the rate rises linearly. */
  readonly warmup: number;
  /** Largest norm of all gradients together; 0: no clipping. */
  readonly clip: number;
  /** Of the whole run: what the schedule is laid out for. */
  readonly steps: number;
  readonly seed: number;
}

export const defaultTraining: TrainingOptions = {
  depth: 20,
  net: 'residual',
  shortcut: 'A',
  norm: 'batch',
  zeroGamma: false,
  init: 'he',
  width: 8,
  batch: 32,
  optimizer: 'sgd',
  rate: 0.05,
  momentum: 0.9,
  decay: 1e-4,
  schedule: 'constant',
  warmup: 0,
  clip: 0,
  steps: 200,
  seed: 0,
};

/** A network that is being trained. */
export interface RunFacts {
  readonly params: number;
  /** Multiply-adds of one picture, forward. */
  readonly macs: number;
  /** Convolutions (projections too) and the dense layer, in the order of the pass: what a measurement tells of. */
  readonly layers: readonly string[];
  /** Residual blocks with a shortcut, in order; none in a plain network. */
  readonly blocks: readonly BlockId[];
}

/**
 * Of one step's batch, before its update (`update`: of its update). One number per layer of `RunFacts.layers`, in that
 * order. Norms are L2. NaN and Infinity stand where they arose.
 */
export interface LayerFigures {
  /** ‖∂L/∂kernel‖ */
  readonly gradient: readonly number[];
  /** ‖kernel‖ */
  readonly weight: readonly number[];
  /** ‖Δkernel‖ / ‖kernel‖: how far the step moves the kernel. */
  readonly update: readonly number[];
  /** Of the activation after the layer (behind norm and ReLU; at a block's end the block's output), over the batch. */
  readonly mean: readonly number[];
  /** The population's standard deviation of the same. */
  readonly std: readonly number[];
  /** Share of the activation's channels that are 0 at every position of every picture of the batch. */
  readonly dead: readonly number[];
  /** ‖F‖ / ‖x‖ at the sum, one per block of `RunFacts.blocks`. */
  readonly branch: readonly number[];
}

/** In the order in which files have them. All have a number for each layer, but `branch`: one for each block. */
export const layerFigureNames = [
  'gradient',
  'weight',
  'update',
  'mean',
  'std',
  'dead',
  'branch',
] as const satisfies readonly (keyof LayerFigures)[];

export interface TrainedStep {
  /** From 0. */
  readonly step: number;
  /** Mean cross entropy of the step's batch before its update, in nats. */
  readonly loss: number;
  /** Share of the same batch whose class is told. */
  readonly accuracy: number;
  readonly rate: number;
  /** On the steps that were to be measured. */
  readonly figures?: LayerFigures;
  /** Of held-out pictures, batch norm with its moving statistics; on the steps on which they were to be tested. */
  readonly heldOut?: { readonly loss: number; readonly accuracy: number };
}

/** Named values of what a run begins with: row-major. */
export interface StartTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array | Int32Array;
}

/** So many steps at the end of a run tell how it stands: by the mean of their losses and accuracies. */
export const lastSteps = 20;

export interface TrainRequest {
  /** All open runs are trained, in turn, up to this number of steps. */
  readonly until: number;
  /** Layers are measured on every so manieth step, from 0; 0: never. */
  readonly measureEvery: number;
  /** Held-out pictures are tested on every so manieth step, from 0; 0: never. */
  readonly testEvery: number;
}

export interface TrainingRequests {
  /** Reads a task's files. It becomes the one that runs are opened on; runs that are open are closed. */
  openTask: {
    request: TaskChoice;
    response: TaskFacts;
    progress: { readonly done: number; readonly all: number };
  };
  /** As `openTask`, but the runs stay open, on the task that they were opened on. */
  previewTask: TrainingRequests['openTask'];
  /** Opens runs at their initial weights in place of those that were open; the same options give the same weights. */
  openRuns: {
    request: { readonly runs: readonly { readonly id: string; readonly options: TrainingOptions }[] };
    /** By id. */
    response: Readonly<Record<string, RunFacts>>;
    progress: never;
  };
  /**
   * Trains all open runs, a step of each in turn. Ends when all have come to `until`, or as soon as it is paused: each
   * step that was made has been told. (Cancelled, the last step may have been made without being told.) A run whose
   * loss is not finite takes no further step.
   */
  train: {
    request: TrainRequest;
    response: null;
    progress: { readonly id: string; readonly step: TrainedStep };
  };
  /** Ends `train`, which then answers; the step under way has not been made. Other tasks and runs pause it, too. */
  pauseTraining: { request: Record<never, never>; response: null; progress: never };
  /** The weights of a run as they are now, by name. */
  runWeights: {
    request: { readonly id: string };
    response: Readonly<Record<string, Float32Array>>;
    progress: never;
  };
  /** What runs begin with, were they opened on this task: their initial weights and first batches. */
  trainingStart: {
    request: {
      readonly task: TaskChoice;
      /** All with one seed and one size of batch; the name stands before those of the weights. */
      readonly runs: readonly { readonly name: string; readonly options: TrainingOptions }[];
      readonly batches: number;
    };
    response: readonly StartTensor[];
    progress: TrainingRequests['openTask']['progress'];
  };
}
