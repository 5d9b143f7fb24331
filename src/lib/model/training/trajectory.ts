/** The weights that a run has had on its way. */

export interface Snapshot {
  /** Steps that had been made. */
  readonly step: number;
  /** All weights, by name. */
  readonly weights: ReadonlyMap<string, Float32Array>;
}

/**
 * Evenly spaced snapshots of a run, from its initial weights on. When there are more than `limit`, every second one is
 * given up and the spacing doubles; so any number of steps leaves between half of them and all.
 */
export class Trajectory {
  readonly #limit: number;
  #spacing = 1;
  #snapshots: Snapshot[] = [];

  constructor(limit = 40) {
    this.#limit = limit;
  }

  /** In order of their steps. */
  get snapshots(): readonly Snapshot[] {
    return this.#snapshots;
  }

  /**
   * To be called with the initial weights and after every step.
   *
   * @param step steps that have been made
   * @param weights copies of all weights; asked for only where they are kept
   */
  follow(step: number, weights: () => ReadonlyMap<string, Float32Array>): void {
    if (step % this.#spacing !== 0) return;
    this.#snapshots.push({ step, weights: weights() });
    if (this.#snapshots.length <= this.#limit) return;
    this.#spacing *= 2;
    this.#snapshots = this.#snapshots.filter(({ step }) => step % this.#spacing === 0);
  }
}
