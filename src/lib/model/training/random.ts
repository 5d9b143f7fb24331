/** Random numbers that are the same for a seed on every machine and backend. */

/**
 * xoshiro128** (Blackman and Vigna 2018): whole numbers from 0 to 2³² − 1.
 *
 * @param state four 32-bit words, not all zero; changed by every call
 */
export function xoshiro128(state: Int32Array): () => number {
  const rotate = (x: number, by: number) => (x << by) | (x >>> (32 - by));
  return () => {
    const result = Math.imul(rotate(Math.imul(state[1], 5), 7), 9) >>> 0;
    const shifted = state[1] << 9;
    state[2] ^= state[0];
    state[3] ^= state[1];
    state[1] ^= state[2];
    state[0] ^= state[3];
    state[2] ^= shifted;
    state[3] = rotate(state[3], 11);
    return result;
  };
}

/** Four words that differ in about half of their bits for another seed or another name. */
function stateOf(seed: number, name: string): Int32Array {
  // FNV-1a over the text, then the finaliser of MurmurHash 3 on a counter that starts there.
  let hash = 2166136261;
  for (const character of `${seed}/${name}`) hash = Math.imul(hash ^ character.codePointAt(0)!, 16777619);
  return Int32Array.from({ length: 4 }, () => {
    hash = (hash + 0x9e3779b9) | 0;
    let word = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
    return word ^ (word >>> 16);
  });
}

/** A stream of its own for each pair of seed and name: what one takes does not move another. */
export class RandomStream {
  readonly #next: () => number;
  #spare: number | null = null;

  constructor(seed: number, name = '') {
    this.#next = xoshiro128(stateOf(seed, name));
  }

  /** Uniform in [0, 1), a multiple of 2⁻⁵³. */
  uniform(): number {
    const high = this.#next() >>> 5;
    return (high * 2 ** 26 + (this.#next() >>> 6)) / 2 ** 53;
  }

  /** A whole number from 0 to `below` − 1, `below` at most 2³². */
  integer(below: number): number {
    return Math.floor(this.uniform() * below);
  }

  /** Standard normal, by the polar method (Marsaglia and Bray 1964). */
  normal(): number {
    if (this.#spare !== null) {
      const spare = this.#spare;
      this.#spare = null;
      return spare;
    }
    for (;;) {
      const u = 2 * this.uniform() - 1;
      const v = 2 * this.uniform() - 1;
      const square = u * u + v * v;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      this.#spare = v * factor;
      return u * factor;
    }
  }

  /** As many normal numbers as are asked for, with this standard deviation. */
  normals(count: number, deviation = 1): Float32Array {
    return Float32Array.from({ length: count }, () => deviation * this.normal());
  }
}
