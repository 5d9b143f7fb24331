/** The four networks of the lesson, and what is kept of a measurement of them. */
import type { IdentityFigures, IdentityNetwork } from '../../../src/lib/state/gradients/identityNetworks.ts';

const depth = 56;
export const blocks = 27;
export const lambda = 0.5;

/** The undamaged network first. */
export const networks = {
  identity: { depth, order: 'original', lambda: 1 },
  scaled: { depth, order: 'original', lambda },
  normAfterAdd: { depth, order: 'normAfterAdd', lambda: 1 },
  preActivation: { depth, order: 'preActivation', lambda: 1 },
} as const satisfies Readonly<Record<string, IdentityNetwork>>;

export type NetworkName = keyof typeof networks;
export const networkNames = Object.keys(networks) as NetworkName[];

export interface Result {
  /** Of each network, ‖∂L/∂x‖ before the first block divided by that after the last. */
  readonly ratios: Readonly<Record<NetworkName, number>>;
  /** The standard deviation of the last block's output. */
  readonly deviations: Readonly<Record<NetworkName, number>>;
}

export function resultOf(figures: Readonly<Record<NetworkName, IdentityFigures>>): Result {
  const each = (value: (one: IdentityFigures) => number) =>
    Object.fromEntries(networkNames.map((name) => [name, value(figures[name])])) as Record<
      NetworkName,
      number
    >;
  return { ratios: each(({ ratio }) => ratio), deviations: each(({ deviation }) => deviation.at(-1)!) };
}
