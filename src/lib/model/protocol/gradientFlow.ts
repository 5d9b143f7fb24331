/** The gradient of a class's loss on its way back through the network (`engine/gradientFlow.ts`). */
import type { Rewrite } from '../architecture/rewrite.ts';
import type { Prediction } from '../protocol.ts';

/** ∂loss/∂(a value), as a norm and as maps over its positions. */
export interface GradientAt {
  /** The block whose output it is taken at; null at the picture. */
  readonly block: string | null;
  readonly node: string;
  readonly height: number;
  readonly width: number;
  /** The L2 norm of all of it. */
  readonly norm: number;
  /** Per position, row by row: the sum over the channels, signed; and their L2 norm. */
  readonly sum: Float32Array;
  readonly l2: Float32Array;
}

/** The gradient at the preprocessed picture, besides channel by channel in the order red, green, blue. */
export interface InputGradient extends GradientAt {
  readonly channels: Float32Array;
}

/** The loss −log p(target), its gradient at the picture and at every block's output, and what the network answers. */
export interface GradientFlowReport {
  readonly target: number;
  readonly loss: number;
  /** Of the target. */
  readonly probability: number;
  /** The five most probable classes; none where the answer is no numbers. */
  readonly top: readonly Prediction[];
  readonly input: InputGradient;
  readonly blocks: Readonly<Record<string, GradientAt>>;
  readonly milliseconds: number;
}

export interface GradientFlowRequests {
  /** As `backward`, with a map of the gradient at every block's output and at the picture; blocks are told as they come. */
  gradientFlow: {
    request: { rewrites: readonly Rewrite[]; target?: number };
    response: GradientFlowReport;
    progress: { readonly forward: string } | { readonly gradient: GradientAt };
  };
}
