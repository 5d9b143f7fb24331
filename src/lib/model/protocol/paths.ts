/** Gradients along the paths of a residual network (Veit et al. 2016), measured for the current picture. */

export interface PathsRequests {
  /**
   * Measures the gradient of −log p(target) that arrives by paths of each length, and of single paths sampled at
   * random. `target`: the top class when absent; `samples` per length: 8 when absent; `seed`: 0.
   */
  paths: {
    request: { target?: number; samples?: number; seed?: number };
    response: PathsReport;
    /** The report as far as it has come. */
    progress: { readonly done: number; readonly all: number; readonly report: PathsReport };
  };
}

/**
 * One forward pass, then only walks back: a path's gradient passes through the branch of the blocks that the path takes
 * and through the shortcut of the others, with all ReLUs as the forward pass left them. The sum over all paths is the
 * gradient.
 */
export interface PathsReport {
  readonly target: number;
  /** −log p(target). */
  readonly loss: number;
  /** The node at which gradients are measured: the input of the first block. */
  readonly node: string;
  /** L2 norm of the gradient there, all paths together. */
  readonly norm: number;
  /** By the number of branches taken, from none to all of the blocks. */
  readonly lengths: readonly PathLength[];
  /** The last blocks of the network, and each path through them. */
  readonly few: FewPaths;
}

export interface PathLength {
  /** How many paths take this many branches. */
  readonly paths: number;
  /** What all paths of this length carry together, none left out; null as long as it is not known. */
  readonly together: PathGradient | null;
  /** L2 norms of single paths' gradients, of different paths drawn at random, in the order in which they were drawn. */
  readonly sampled: readonly number[];
}

export interface PathGradient {
  /** L2 norm of the gradient that arrives by the path, or the sum of those that arrive by the paths. */
  readonly norm: number;
  /** ⟨that gradient, the whole gradient⟩ / ‖the whole gradient‖²: adds up to 1 over all paths; may be negative. */
  readonly share: number;
}

export interface FewPaths {
  /** The blocks, in order. */
  readonly blocks: readonly string[];
  /** The node at which these gradients are measured: the input of the first of the blocks. */
  readonly node: string;
  readonly norm: number;
  /** All of them, first the one that takes no branch. */
  readonly paths: readonly (PathGradient & { readonly takes: readonly boolean[] })[];
}
