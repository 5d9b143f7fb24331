/** Changes weights by their gradients. */
export interface Optimiser {
  /** Changes `values` in place. `decays`: whether weight decay is meant for this weight. */
  update(name: string, values: Float32Array, gradient: Float32Array, decays: boolean): void;
}

export interface SgdOptions {
  readonly rate: number;
  /** Default 0. */
  readonly momentum?: number;
  /** L2 penalty, added to the gradient of weights that decay; default 0. */
  readonly decay?: number;
}

/** v ← momentum · v + (g + decay · w); w ← w − rate · v, as PyTorch's SGD. The rate may be changed between steps. */
export class Sgd implements Optimiser {
  rate: number;
  readonly #momentum: number;
  readonly #decay: number;
  readonly #velocities = new Map<string, Float32Array>();

  constructor({ rate, momentum = 0, decay = 0 }: SgdOptions) {
    this.rate = rate;
    this.#momentum = momentum;
    this.#decay = decay;
  }

  update(name: string, values: Float32Array, gradient: Float32Array, decays: boolean): void {
    let velocity = this.#velocities.get(name);
    if (!velocity) this.#velocities.set(name, (velocity = new Float32Array(values.length)));
    const decay = decays ? this.#decay : 0;
    for (let i = 0; i < values.length; i++) {
      velocity[i] = this.#momentum * velocity[i] + gradient[i] + decay * values[i];
      values[i] -= this.rate * velocity[i];
    }
  }
}
