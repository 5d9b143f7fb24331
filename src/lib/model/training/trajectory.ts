/** The weights that a run has had on its way. */

export interface Snapshot {
  /** Steps that had been made. */
  readonly step: number;
  /** All weights, by name. */
  readonly weights: ReadonlyMap<string, Float32Array>;
}

/** All runs' snapshots together may take so many bytes. */
const bytesForAll = 256e6;

/** How many snapshots each of some runs keeps, by the size of its network: 6 to 40. */
export const snapshotLimit = (weights: number, runs: number): number =>
  Math.min(40, Math.max(6, Math.floor(bytesForAll / runs / (4 * weights))));

/**
 * Evenly spaced snapshots of a run, from its initial weights on. When there are more than `limit`, every second one is
 * given up and the spacing doubles; so any number of steps leaves between half of them and all.
 */
export class Trajectory {
  readonly #limit: number;
  #spacing = 1;
  #snapshots: Snapshot[] = [];

  /** @param limit at least 6: fewer would not leave enough for a plane */
  constructor(limit: number) {
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
