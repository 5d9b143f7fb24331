/** A picture in clear air and in ever thicker fog: what the network answers, and what a ruler would measure. */
import { usualFog, type Feed } from '../../../src/lib/model/feeding.ts';
import type { Fed } from '../../../src/lib/model/protocol/feeding.ts';
import { statistics } from '../../../src/lib/model/statistics.ts';

/** Visibilities in metres, falling. Meteorologists call it fog below 1000. */
export const visibilities = [3000, 1000, 600, 400, 300, 200, 100, 50] as const;

/** In clear air first. */
export const fogFeeds: readonly Feed[] = [
  {},
  ...visibilities.map((visibility) => ({ fog: { ...usualFog, visibility } })),
];

export interface Seen {
  /** Metres; null: clear air. */
  readonly visibility: number | null;
  /** Of the class that is the most probable one in clear air. */
  readonly probability: number;
  readonly label: string;
  readonly same: boolean;
  /** Standard deviation of the grey levels, as a share of that in clear air. */
  readonly contrast: number;
}

export interface Result {
  /** A sample's id, or the name of the reader's file. */
  readonly picture: string;
  readonly steps: readonly Seen[];
}

/** Standard deviation of luma (ITU-R BT.601: 0.299 R + 0.587 G + 0.114 B) over all pixels. */
export function greyDeviation(data: Uint8ClampedArray): number {
  const greys = Float64Array.from(
    { length: data.length / 4 },
    (_, i) => 0.299 * data[4 * i]! + 0.587 * data[4 * i + 1]! + 0.114 * data[4 * i + 2]!,
  );
  return statistics(greys).std;
}

type Answered = Pick<Fed, 'top' | 'probabilities' | 'seen'>;

/** @param fed answers to `fogFeeds`, in their order */
export function resultOf(picture: string, fed: readonly Answered[], labels: readonly string[]): Result {
  const right = fed[0]!.top[0]!.index;
  const clear = greyDeviation(fed[0]!.seen.data);
  const steps = fed.map(({ top, probabilities, seen }, i): Seen => ({
    visibility: i === 0 ? null : visibilities[i - 1]!,
    probability: probabilities[right]!,
    label: labels[top[0]!.index]!,
    same: top[0]!.index === right,
    contrast: clear > 0 ? greyDeviation(seen.data) / clear : 0,
  }));
  return { picture, steps };
}

/** The greatest visibility at which another class is the most probable one; null when there is none. */
export const lostAt = ({ steps }: Result): number | null =>
  steps.find(({ same }) => !same)?.visibility ?? null;
