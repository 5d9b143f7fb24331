/** The networks of the page as they are named, drawn and exported. */
import type { Cell, Table } from '$lib/export/table.ts';
import type { identity } from '$lib/i18n/messages/identity.en.ts';
import { activationOrders, type ActivationOrder } from '$lib/model/architecture/activationOrder.ts';
import {
  identityId,
  type IdentityFigures,
  type IdentityNetwork,
} from '$lib/state/gradients/identityNetworks.ts';
import { dashes, markers, type ChartSeries } from '$lib/ui/chart/series.ts';

export interface ShownIdentityNetwork {
  readonly id: string;
  readonly network: IdentityNetwork;
  readonly figures: IdentityFigures | null;
  /** Measured here and now, or an earlier run of this program; null: neither. */
  readonly source: 'live' | 'recorded' | null;
}

export function shownIdentity(
  networks: readonly IdentityNetwork[],
  live: (network: IdentityNetwork) => IdentityFigures | undefined,
  recorded: Readonly<Record<string, IdentityFigures | undefined>>,
): readonly ShownIdentityNetwork[] {
  return networks.map((network) => {
    const id = identityId(network);
    const here = live(network);
    const figures = here ?? recorded[id] ?? null;
    return { id, network, figures, source: here ? 'live' : figures ? 'recorded' : null };
  });
}

/** What tells a network from the others of its chart: its λ, or its order. */
export function nameOf(
  { order, lambda }: IdentityNetwork,
  by: 'lambda' | 'order',
  t: typeof identity,
  number: (value: number) => string,
): string {
  if (by === 'order') return t.orders[order];
  return lambda === 1 ? t.undamaged : t.scaled(number(lambda));
}

/** An order has its colour, dash and marker, whichever others are chosen; a damaged shortcut has the last. */
export function styleOf({
  order,
  lambda,
}: IdentityNetwork): Required<Pick<ChartSeries, 'colour' | 'dash' | 'marker'>> {
  const index = lambda === 1 ? activationOrders.indexOf(order) : activationOrders.length;
  return {
    colour: `var(--series-${index + 1})`,
    dash: dashes[index % dashes.length],
    marker: markers[index],
  };
}

/** Each order's block, as in figure 4 of He et al. 2016. */
export const sequences: Readonly<Record<ActivationOrder, string>> = {
  original: 'conv BN ReLU conv BN + ReLU',
  normAfterAdd: 'conv BN ReLU conv + BN ReLU',
  reluBeforeAdd: 'conv BN ReLU conv BN ReLU +',
  reluOnlyPreActivation: 'ReLU conv BN ReLU conv BN +',
  preActivation: 'BN ReLU conv BN ReLU conv +',
};

/** Test errors on CIFAR-10 in per cent, ResNet-110 and ResNet-164 (He et al. 2016, table 2). */
export const publishedErrors: Readonly<Record<ActivationOrder, readonly [number, number]>> = {
  original: [6.61, 5.93],
  normAfterAdd: [8.17, 6.5],
  reluBeforeAdd: [7.84, 6.14],
  reluOnlyPreActivation: [6.71, 5.91],
  preActivation: [6.37, 5.46],
};

/** Test errors of ResNet-110 on CIFAR-10 in per cent (He et al. 2016, table 1); null: above 20. */
export const damagedErrors: readonly {
  readonly id: keyof (typeof identity)['published']['rows'];
  readonly error: number | null;
}[] = [
  { id: 'identity', error: 6.61 },
  { id: 'zero', error: null },
  { id: 'half', error: null },
  { id: 'halves', error: 12.35 },
  { id: 'gatedLow', error: null },
  { id: 'gated6', error: 8.7 },
  { id: 'gated7', error: 9.81 },
  { id: 'shortcutGate0', error: 12.86 },
  { id: 'shortcutGate6', error: 6.91 },
  { id: 'convolution', error: 12.22 },
  { id: 'dropout', error: null },
];

/** Both figures of every block. */
export function blocksTable(networks: readonly ShownIdentityNetwork[]): Table {
  return {
    columns: ['network', 'source', 'seeds', 'block', 'gradient_l2', 'output_std'],
    rows: networks.flatMap(({ id, source, figures }): Cell[][] =>
      (figures?.gradient ?? []).map((gradient, i) => [
        id,
        source,
        figures!.seeds,
        i + 1,
        gradient,
        figures!.deviation[i],
      ]),
    ),
  };
}

/** A row for each network. */
export function networksTable(networks: readonly ShownIdentityNetwork[]): Table {
  return {
    columns: ['network', 'source', 'seeds', 'gradient_ratio_first_last', 'output_std_last', 'loss'],
    rows: networks.flatMap(({ id, source, figures }): Cell[][] =>
      figures
        ? [[id, source, figures.seeds, figures.ratio, figures.deviation.at(-1) ?? null, figures.loss]]
        : [],
    ),
  };
}
