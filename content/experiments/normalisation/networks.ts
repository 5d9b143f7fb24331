/** The networks of the lesson, and what is kept of a measurement of them. */
import { gradientRatio } from '../../../src/lib/state/gradients/initialisationFigures.ts';
import {
  parseConfiguration,
  type NetworkConfiguration,
} from '../../../src/lib/state/gradients/networkConfiguration.ts';
import type { NetworkFigures } from '../../../src/lib/state/gradients/networkFigures.ts';

/** As they are written in links: 'none' is without batch norm, and He's initial weights are not named. */
export const networkIds = [
  'plain-56',
  'residual-56',
  'plain-56-none',
  'residual-56-none',
  'plain-20',
  'residual-20',
  'plain-20-none',
  'residual-20-none',
  'plain-56-none-glorot',
  'plain-56-glorot',
] as const;
export type NetworkId = (typeof networkIds)[number];

/** Those that are drawn over each other. */
export const drawn = networkIds.slice(0, 4);

export const configurationOf = (id: NetworkId): NetworkConfiguration => parseConfiguration(id)!;

export interface Figures {
  /** ‖∂L/∂x‖ after the first convolution divided by that after the last. */
  readonly ratio: number;
  /** Its root: the growth from one convolution to the one before. */
  readonly growth: number;
  /** The standard deviation of the last convolution's value (of the last block's output). */
  readonly deviation: number;
  readonly loss: number;
}

export interface Result {
  readonly networks: Readonly<Record<NetworkId, Figures>>;
}

const short = (value: number) => Number(value.toPrecision(4));

export function figuresOf(figures: NetworkFigures): Figures {
  return {
    ratio: short(gradientRatio(figures)),
    growth: figures.growthPerConvolution,
    deviation: figures.activationStd.at(-1)!,
    loss: figures.loss,
  };
}

export const resultOf = (figures: (id: NetworkId) => NetworkFigures): Result => ({
  networks: Object.fromEntries(networkIds.map((id) => [id, figuresOf(figures(id))])) as Result['networks'],
});
