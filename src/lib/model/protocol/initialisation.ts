/** Networks at their initial weights, and over their first steps (`training/initialisation.ts`, `firstSteps.ts`). */

import type { ActivationOrder } from '../architecture/activationOrder.ts';

/** Which network, and how it is initialised. */
export interface InitialisationOptions {
  readonly family: 'cifar' | 'resnet50';
  /** 6n + 2 in the family 'cifar', else 50. */
  readonly depth: number;
  readonly net: 'plain' | 'residual';
  /** Batch norm in training mode, or none. */
  readonly norm: 'batch' | 'none';
  readonly init: 'he' | 'glorot' | 'pytorch';
  /** γ of each block's last batch norm is 0. */
  readonly zeroGamma?: boolean;
  /** SkipInit: each residual branch is multiplied by it; 1 when absent. */
  readonly alpha?: number;
  /** Each shortcut is multiplied by it; 1 when absent. */
  readonly lambda?: number;
  /** Where norm and ReLU stand, in the family 'cifar'; 'original' when absent. */
  readonly order?: ActivationOrder;
  /** Filters in the first stage of the family 'cifar'; 16 when absent. */
  readonly width?: number;
  /** Gaussian pictures with random labels; 64 of 32 × 32 × 3 when absent, for ResNet-50 16 of 128 × 128 × 3. */
  readonly batch?: number;
  /** The seeds are seed … seed + seeds − 1. */
  readonly seed: number;
  readonly seeds: number;
}

/** A convolution: ‖∂L/∂W‖; ‖∂L/∂x‖ and the standard deviation of x, the value after it (at a block's end the block's output). */
export interface LayerFigures {
  readonly id: string;
  readonly weightGradient: number;
  readonly activationGradient: number;
  readonly activationStd: number;
}

/** A block's output, and how much of the sum's variance comes from the branch. */
export interface BlockFigures {
  readonly id: string;
  readonly activationGradient: number;
  readonly activationStd: number;
  /** var(F) / var(shortcut) at the sum; null where there is no shortcut. */
  readonly varianceRatio: number | null;
}

/** Geometric means over the seeds, but the loss: its arithmetic mean. NaN and Infinity stand where they arose. */
export interface InitialisationReport {
  /** In the order of the pass, the first one after the picture; projections are not among them. */
  readonly layers: readonly LayerFigures[];
  readonly blocks: readonly BlockFigures[];
  /** ‖∂L/∂W‖ of the dense layer. */
  readonly head: { readonly weightGradient: number };
  /** (‖∂L/∂x‖ after the first convolution ÷ that after the last) ^ (1 / convolutions between them). */
  readonly growthPerConvolution: number;
  readonly loss: number;
  /** How many seeds are in it. */
  readonly seeds: number;
}

export interface FirstStepsOptions {
  readonly depth: number;
  readonly net: 'plain' | 'residual';
  readonly norm: 'batch' | 'none';
  readonly init: 'he' | 'glorot' | 'pytorch';
  /** SGD with momentum; decay on kernels only. */
  readonly rate: number;
  /** How many updates; figures come of one step more, the last without its update. */
  readonly steps: number;
  readonly seed: number;
}

/** A step on gratings, before its update; `step` counts from 0. */
export interface StepFigures {
  readonly step: number;
  readonly loss: number;
  readonly accuracy: number;
  /** ‖∂L/∂W‖ and ‖W‖ of the first convolution and of the last one. */
  readonly firstGradient: number;
  readonly lastGradient: number;
  readonly firstWeight: number;
  readonly lastWeight: number;
}

export interface InitialisationRequests {
  /** `done` of `all` pieces of work over all seeds; `report` after each seed: of the seeds so far. */
  initialise: {
    request: InitialisationOptions;
    response: InitialisationReport;
    progress: { readonly done: number; readonly all: number; readonly report?: InitialisationReport };
  };
  /** 8 filters in the first stage, 32 gratings of 16 × 16 a step, momentum 0.9, decay 1e-4. */
  firstSteps: {
    request: FirstStepsOptions;
    response: readonly StepFigures[];
    progress: StepFigures;
  };
}
