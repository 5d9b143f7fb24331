import type { MapsReport } from '../../../src/lib/model/protocol.ts';

/** The outputs of conv2_x … conv5_x: what detectors call C2 … C5. */
export const levels = [
  { name: 'C2', node: 'res2c', stride: 4 },
  { name: 'C3', node: 'res3d', stride: 8 },
  { name: 'C4', node: 'res4f', stride: 16 },
  { name: 'C5', node: 'res5c', stride: 32 },
] as const;

export interface Level {
  readonly name: string;
  /** Height, width, channels. */
  readonly shape: readonly number[];
  readonly mean: number;
  /** √(mean of squares). */
  readonly rms: number;
  /** Share of values that are exactly zero. */
  readonly zeros: number;
  /** Channels that are zero everywhere. */
  readonly silent: number;
}

export interface Result {
  /** A sample's id, or the name of the reader's file. */
  readonly picture: string;
  readonly levels: readonly Level[];
}

export function levelOf(
  name: string,
  { shape, statistics, channels }: Pick<MapsReport, 'shape' | 'statistics' | 'channels'>,
): Level {
  const count = shape.reduce((product, length) => product * length, 1);
  return {
    name,
    shape,
    mean: statistics.mean,
    rms: statistics.l2 / Math.sqrt(count),
    zeros: statistics.zeros,
    silent: channels.max.reduce((silent, max) => silent + (max === 0 ? 1 : 0), 0),
  };
}

/** Mean of the values that are not zero. */
export const typicalOf = ({ mean, zeros }: Pick<Level, 'mean' | 'zeros'>): number => mean / (1 - zeros);

/** Index of the level where something is largest. */
export function largestBy(all: readonly Level[], of: (level: Level) => number): number {
  return all.reduce((largest, level, i) => (of(level) > of(all[largest]) ? i : largest), 0);
}

/** Norm over the channels at each place, row by row. */
export function normMap({ shape: [height, width, channels], values }: Pick<MapsReport, 'shape' | 'values'>) {
  const area = height * width;
  const map = new Float32Array(area);
  for (let channel = 0; channel < channels; channel++)
    for (let place = 0; place < area; place++) map[place] += values[channel * area + place] ** 2;
  return { height, width, values: map.map(Math.sqrt) };
}
