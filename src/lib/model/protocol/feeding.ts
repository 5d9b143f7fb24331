/** One picture, given to the network in several ways. */
import type { Feed } from '../feeding.ts';
import type { Prediction } from '../protocol.ts';

/** What the network makes of a picture that was given to it in one way. */
export interface Fed {
  /** What it takes the input for: the picture that gives the same input when prepared as in training. RGBA. */
  readonly seen: {
    readonly width: number;
    readonly height: number;
    readonly data: Uint8ClampedArray<ArrayBuffer>;
  };
  /** Of the input's numbers. */
  readonly input: { readonly mean: number; readonly std: number; readonly min: number; readonly max: number };
  /** The five most probable classes, most probable first. */
  readonly top: readonly Prediction[];
  readonly probabilities: Float32Array;
  /** The value of the node that was asked for, as [height, width, channels] or [features]; null when none was. */
  readonly value: Float32Array | null;
}

export interface FeedingRequests {
  /**
   * The unmodified network's answer to a picture for each of several ways of giving it; with the value of a node where
   * one is named. The current picture and the last pass stay as they are.
   */
  feeding: {
    request: {
      readonly feeds: readonly Feed[];
      readonly file: Blob;
      readonly name?: string;
      readonly node?: string;
    };
    response: readonly Fed[];
    /** One is known. What it holds is in the response too. */
    progress: { readonly index: number; readonly fed: Fed };
  };
}
