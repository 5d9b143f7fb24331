/** The loss on a plane through the weights of a network that was trained here (`training/landscape.ts`). */

/** Through the weights along two random directions, or along those in which training went furthest. */
export type LandscapePlane = 'random' | 'trajectory';

export interface LandscapeOptions {
  readonly plane: LandscapePlane;
  /** Points along each axis, at least 2. */
  readonly resolution: number;
  /** Of the random plane: both coordinates go from −extent to extent; 1 moves every filter by its own length. */
  readonly extent: number;
  /** Of the random directions. */
  readonly seed: number;
  /** Training pictures over which loss and accuracy are the mean: the same ones at every point. */
  readonly pictures: number;
  /** What batch norm normalises with, at every point alike: statistics of these pictures, or the moving ones. */
  readonly statistics: 'batch' | 'moving';
}

export const defaultLandscape: LandscapeOptions = {
  plane: 'random',
  resolution: 13,
  extent: 1,
  seed: 0,
  pictures: 128,
  statistics: 'batch',
};

/** The way of training as it falls on a plane; the origin is where it has come to. */
export interface TrajectoryPath {
  /** Steps that had been made at each point. */
  readonly steps: readonly number[];
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** Shares of the variance of the weights on their way that lie along a and along b. */
  readonly explained: readonly [number, number];
}

/** Where the points of a grid lie: at θ + a δ + b η for all pairs. */
export interface LandscapeAxes {
  /** Of the columns. */
  readonly a: readonly number[];
  /** Of the rows. */
  readonly b: readonly number[];
  /** Of the trajectory's plane. */
  readonly path: TrajectoryPath | null;
}

export interface Landscape extends LandscapeAxes {
  /** Mean cross entropy in nats, row by row; NaN and Infinity where they arose. */
  readonly loss: Float32Array;
  /** Share of the pictures whose class is told. */
  readonly accuracy: Float32Array;
  /** Steps of training that the weights at the origin have seen. */
  readonly step: number;
}

export interface LandscapeRow extends LandscapeAxes {
  /** From 0; rows come in order. */
  readonly row: number;
  readonly loss: Float32Array;
  readonly accuracy: Float32Array;
}

export interface LandscapeRequests {
  /** Of an open run as it is now; its training is not touched. Throws 'trajectoryTooShort', 'weightsNotFinite'. */
  landscape: {
    request: LandscapeOptions & { readonly id: string };
    response: Landscape;
    progress: LandscapeRow;
  };
}
