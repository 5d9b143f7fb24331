/** Whether a stage's blocks refine one estimate: measured block by block on one picture. */
import type { PictureReport, Prediction } from '../protocol.ts';

export interface BlockRefinement {
  readonly stage: string;
  /**
   * Estimation error e = x_l − x_last: the block's output less the output of its stage's last block, over all places
   * and channels, divided by the standard deviation of x_last; all zero in the stage's last block itself. `bias` is
   * the root mean square, over channels, of a channel's mean error: it sees channels whose means cancel in `mean`.
   */
  readonly error: { readonly mean: number; readonly std: number; readonly bias: number };
  /**
   * cos(F, −∂L/∂h), h what the shortcut brings to the sum: the block's input, or its projection in a block that opens
   * a stage. Positive where F moves h down the slope of the loss. Null where either vector is zero.
   */
  readonly cosine: number | null;
  /**
   * cos(F, −∂L/∂s), s = h + F before the last ReLU. Its sign is that of −∂L/∂α for a branch scaled by α, at α = 1:
   * positive where a little more of F would lower the loss.
   */
  readonly cosineAtSum: number | null;
  /** ‖F‖ / ‖h‖. */
  readonly ratio: number;
}

/** The network's own classifier applied to the output of a block of the last stage. */
export interface EarlyExit {
  readonly block: string;
  readonly top: readonly Prediction[];
  /** Of the target. */
  readonly probability: number;
  /** −log of it. */
  readonly loss: number;
}

export interface RefinementReport {
  readonly target: number;
  /** −log p(target) of the whole network: L, whose gradient is taken. */
  readonly loss: number;
  /** By block, in order. */
  readonly blocks: Readonly<Record<string, BlockRefinement>>;
  /** After each block of the last stage; the last one is the network's own answer. */
  readonly exits: readonly EarlyExit[];
  /** The other picture; null for the current one. */
  readonly picture: PictureReport | null;
}

export interface RefinementRequests {
  /**
   * Measures the network as it was trained on the current picture, or on another (`file`). The target is a class, or
   * the class of this rank in the network's own answer, 1 (the most probable) when absent. Picture and last pass stay
   * as they are.
   */
  refinement: {
    request: { target?: number; rank?: number; file?: Blob; name?: string };
    response: RefinementReport;
    progress: { readonly done: number; readonly all: number };
  };
}
