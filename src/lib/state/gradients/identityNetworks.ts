/** The networks of the page on identity shortcuts: activation orders, and a factor λ on every shortcut. */
import { activationOrders, type ActivationOrder } from '../../model/architecture/activationOrder.ts';
import type { InitialisationOptions, InitialisationReport } from '../../model/protocol/initialisation.ts';
import { hundredths, oneOf, wholeNumber, type Parameter, type StateOf } from '../parameters.ts';
import type { Seeds } from './measurements.svelte.ts';

export const identityDepths = ['20', '56', '110'] as const;
export const mostLambda = 2;
export const mostSeeds = 5;

/** A list of different orders, in the order of the paper's figure. */
const orders: Parameter<readonly ActivationOrder[]> = {
  fallback: activationOrders,
  parse: (text) => {
    const known = activationOrders.filter((order) => text.split(',').includes(order));
    return text === '' || known.length > 0 ? known : undefined;
  },
  format: (chosen) => chosen.join(','),
  leftOut: (text) =>
    text
      .split(',')
      .filter((part) => part !== '' && !activationOrders.some((order) => order === part))
      .join(','),
};

export const identityTable = {
  depth: oneOf(identityDepths, '56'),
  /** The factor on every shortcut. */
  lambda: hundredths(0, mostLambda, 0.5),
  /** Activation orders that are compared. */
  orders,
  seed: wholeNumber(0, 999_999, 0),
  seeds: wholeNumber(1, mostSeeds, 1),
} as const;

export type IdentityState = StateOf<typeof identityTable>;

export interface IdentityNetwork {
  /** 6n + 2 layers. */
  readonly depth: number;
  readonly order: ActivationOrder;
  readonly lambda: number;
}

/** 'preActivation-56', 'original-56-lambda0.5'. */
export const identityId = ({ depth, order, lambda }: IdentityNetwork): string =>
  `${order}-${depth}${lambda === 1 ? '' : `-lambda${lambda}`}`;

/** Residual blocks: n in each of three stages. */
export const blocksOfDepth = (depth: number): number => (depth - 2) / 2;

/** The undamaged network, and the one with λ on every shortcut; both in the original order. */
export function shortcutNetworks({ depth, lambda }: IdentityState): readonly IdentityNetwork[] {
  const network = (factor: number) => ({ depth: Number(depth), order: 'original' as const, lambda: factor });
  return lambda === 1 ? [network(1)] : [network(1), network(lambda)];
}

/** A network of each chosen order, with λ = 1. */
export const orderNetworks = ({ depth, orders }: IdentityState): readonly IdentityNetwork[] =>
  orders.map((order) => ({ depth: Number(depth), order, lambda: 1 }));

/** All networks of the page, each once. */
export function identityNetworks(state: IdentityState): readonly IdentityNetwork[] {
  const all = [...shortcutNetworks(state), ...orderNetworks(state)];
  return [...new Map(all.map((network) => [identityId(network), network])).values()];
}

export const identityOptions = (
  { depth, order, lambda }: IdentityNetwork,
  { seed, seeds }: Seeds,
): InitialisationOptions => ({
  family: 'cifar',
  depth,
  net: 'residual',
  norm: 'batch',
  init: 'he',
  order,
  lambda,
  seed,
  seeds,
});

/** Arguments of `atlas init` for a network. */
export const identityArguments = (
  { depth, order, lambda }: IdentityNetwork,
  { seed, seeds }: Seeds,
): string[] => [
  ...['--depth', String(depth), '--net', 'residual', '--order', order],
  ...(lambda === 1 ? [] : ['--lambda', String(lambda)]),
  ...['--seed', String(seed)],
  ...(seeds === 1 ? [] : ['--seeds', String(seeds)]),
];

/** What is kept of a measurement: of each block's output, and of the whole. */
export interface IdentityFigures {
  /** ‖∂L/∂x‖ and the standard deviation of x. */
  readonly gradient: readonly number[];
  readonly deviation: readonly number[];
  /** ‖∂L/∂x‖ before the first block, divided by that after the last. */
  readonly ratio: number;
  readonly loss: number;
  readonly seeds: number;
}

/** Of a network with two convolutions in each block. */
export function identityFigures({
  blocks,
  growthPerConvolution,
  loss,
  seeds,
}: InitialisationReport): IdentityFigures {
  return {
    gradient: blocks.map(({ activationGradient }) => activationGradient),
    deviation: blocks.map(({ activationStd }) => activationStd),
    ratio: growthPerConvolution ** (2 * blocks.length),
    loss,
    seeds,
  };
}

/**
 * What is left of a gradient that takes the shortcuts alone, from the last block's output back to the output of each
 * block: λ to the power of the blocks between (He et al. 2016, equation 8, with the same λ everywhere).
 */
export const shortcutProducts = (blocks: number, lambda: number): readonly number[] =>
  Array.from({ length: blocks }, (_, i) => lambda ** (blocks - 1 - i));
