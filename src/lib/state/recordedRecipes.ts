/** Runs with recipes other than the usual one, as `scripts/recordRecipes.ts` writes them. */
import type { TrainingOptions } from '../model/protocol/training.ts';

/** To four digits; what is not finite is told by its name. */
export type Rounded = number | string;

export interface RecipeRun {
  readonly command: string;
  /** What differs from the usual recipe. */
  readonly options: Partial<TrainingOptions>;
  /** How many pictures there are to train on; null where every batch is new. */
  readonly pictures: number | null;
  /** Of every step. */
  readonly loss: readonly Rounded[];
  readonly accuracy: readonly number[];
  readonly heldOut: readonly { readonly step: number; readonly loss: number; readonly accuracy: number }[];
  readonly measured: readonly {
    readonly step: number;
    /** Of the first convolution: norms of gradient and kernel, and how far the step moves it, relative to its norm. */
    readonly first: { readonly gradient: Rounded; readonly weight: Rounded; readonly update: Rounded };
    /** Of all convolutions together. */
    readonly kernels: { readonly weight: Rounded; readonly update: Rounded };
  }[];
}

interface KernelFound {
  readonly loss: number;
  readonly weight: number;
  readonly gradient: number;
  /** Of the angle between kernel and gradient. */
  readonly cosine: number;
}

/** A kernel in front of a batch norm: as it is drawn, and `factor` times as large. */
export interface ScaledKernel {
  readonly factor: number;
  readonly drawn: KernelFound;
  readonly larger: KernelFound;
}

export interface Recipes {
  /** ISO 8601. */
  readonly recorded: string;
  readonly backend: string;
  readonly scaled: ScaledKernel;
  readonly runs: Readonly<Record<string, RecipeRun>>;
}
