/** What is asked about the gradient of networks from one number to one number (`training/shattered.ts`). */

export interface ScalarNetwork {
  readonly net: 'plain' | 'residual';
  /** The first, which reads the number, and those after it, each a block in a residual network. From 1. */
  readonly layers: number;
  /** Units in every layer. */
  readonly width: number;
  readonly norm: 'batch' | 'none';
  readonly bias: boolean;
  /** Factor on the residual branch. */
  readonly beta: number;
  readonly seed: number;
}

export type CurveSource =
  | { readonly kind: 'network'; readonly network: ScalarNetwork }
  | { readonly kind: 'whiteNoise' | 'brownNoise'; readonly seed: number };

/** A curve over 256 inputs from −2 to 2: dy/dx of a network, or noise. */
export interface CurveReport {
  readonly values: Float64Array;
  /** Correlation of the curve with itself that many samples on, by lag from 0 to 40; NaN where it is not defined. */
  readonly autocorrelation: readonly number[];
  /** How often it crosses zero, of 255 places where it could. */
  readonly signChanges: number;
}

export interface ShatteredRequests {
  /** The curves of all sources, in order; each is told when it is there. */
  shatter: {
    request: { readonly sources: readonly CurveSource[] };
    response: readonly CurveReport[];
    progress: { readonly index: number; readonly report: CurveReport };
  };
}
