import type { Rewrite } from '../architecture/rewrite.ts';

/** How a network does with or without some of its parts, on one picture. */
export interface LesionOutcome {
  /** Of the class that is followed. */
  readonly probability: number;
  /** Its natural logarithm, finite also where the probability is rounded to zero. */
  readonly logProbability: number;
  /** The class that is then the most probable one. */
  readonly top1: number;
}

export interface LesionsReport {
  /** The class that is followed. */
  readonly target: number;
  /** Of the unmodified network. */
  readonly base: LesionOutcome;
  /** Of each lesion, in the order in which they were asked for. */
  readonly outcomes: readonly LesionOutcome[];
}

/** One lesion is known; `index` null: the unmodified network is. */
export interface LesionProgress {
  readonly index: number | null;
  readonly target: number;
  readonly outcome: LesionOutcome;
}

export interface LesionRequests {
  /**
   * What each lesion, a list of rewrites, does to a class's probability for one picture: `file`, or the current one.
   * Without a target: the class that the unmodified network finds most probable there. Picture and last pass stay.
   */
  lesions: {
    request: {
      lesions: readonly (readonly Rewrite[])[];
      target?: number;
      file?: Blob;
      name?: string;
    };
    response: LesionsReport;
    progress: LesionProgress;
  };
}
