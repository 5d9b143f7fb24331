/** Changes weights by their gradients. */
export interface Optimiser {
  /** May be changed between steps. */
  rate: number;
  /** Changes `values` in place, once a step for each weight. `decays`: whether weight decay is meant for this weight. */
  update(name: string, values: Float32Array, gradient: Float32Array, decays: boolean): void;
}

export interface SgdOptions {
  readonly rate: number;
  /** Default 0. */
  readonly momentum?: number;
  /** L2 penalty: added to the gradient of weights that decay, times the weight. Default 0. */
  readonly decay?: number;
}

/** v ← momentum · v + (g + decay · w); w ← w − rate · v, as PyTorch's SGD. */
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
    const velocity = stateOf(this.#velocities, name, values.length);
    const decay = decays ? this.#decay : 0;
    for (let i = 0; i < values.length; i++) {
      velocity[i] = this.#momentum * velocity[i] + gradient[i] + decay * values[i];
      values[i] -= this.rate * velocity[i];
    }
  }
}

export interface AdamOptions {
  readonly rate: number;
  /** As for SGD. */
  readonly decay?: number;
}

/** Adam (Kingma and Ba 2015, algorithm 1) with the paper's β₁ = 0.9, β₂ = 0.999, ε = 1e-8; decay as in PyTorch's `Adam`. */
export class Adam implements Optimiser {
  rate: number;
  readonly #decay: number;
  readonly #means = new Map<string, Float32Array>();
  readonly #squares = new Map<string, Float32Array>();
  readonly #steps = new Map<string, number>();

  constructor({ rate, decay = 0 }: AdamOptions) {
    this.rate = rate;
    this.#decay = decay;
  }

  update(name: string, values: Float32Array, gradient: Float32Array, decays: boolean): void {
    const mean = stateOf(this.#means, name, values.length);
    const square = stateOf(this.#squares, name, values.length);
    const step = (this.#steps.get(name) ?? 0) + 1;
    this.#steps.set(name, step);
    const decay = decays ? this.#decay : 0;
    const forMean = this.rate / (1 - 0.9 ** step);
    const forSquare = 1 / (1 - 0.999 ** step);
    for (let i = 0; i < values.length; i++) {
      const slope = gradient[i] + decay * values[i];
      mean[i] += 0.1 * (slope - mean[i]);
      square[i] += 0.001 * (slope * slope - square[i]);
      values[i] -= (forMean * mean[i]) / (Math.sqrt(forSquare * square[i]) + 1e-8);
    }
  }
}

function stateOf(all: Map<string, Float32Array>, name: string, length: number): Float32Array {
  let state = all.get(name);
  if (!state) all.set(name, (state = new Float32Array(length)));
  return state;
}
