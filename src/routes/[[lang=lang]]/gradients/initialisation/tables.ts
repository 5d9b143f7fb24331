/** The page's numbers as tables: columns are named for programs, in English in both languages. */
import type { Cell, Table } from '$lib/export/table.ts';
import { referenceRatio, theoreticalGrowth, theoryOf } from '$lib/state/gradients/expectedGrowth.ts';
import { gradientRatio, type ShownNetwork } from '$lib/state/gradients/initialisationFigures.ts';
import { stepNets, type StepCurves } from '$lib/state/gradients/stepSettings.ts';

/** All figures of all convolutions. */
export function layersTable(networks: readonly ShownNetwork[]): Table {
  return {
    columns: [
      'network',
      'source',
      'seeds',
      'convolution',
      'weight_gradient_l2',
      'activation_gradient_l2',
      'activation_std',
    ],
    rows: networks.flatMap(({ id, source, figures }): Cell[][] =>
      figures
        ? figures.weightGradient.map((gradient, i) => [
            id,
            source,
            figures.seeds,
            i + 1,
            gradient,
            figures.activationGradient[i],
            figures.activationStd[i],
          ])
        : [],
    ),
  };
}

/** A row for each network. */
export function growthTable(networks: readonly ShownNetwork[]): Table {
  return {
    columns: [
      'network',
      'source',
      'seeds',
      'growth_per_convolution',
      'theory',
      'ratio_first_last',
      'ratio_first_last_pytorch',
      'loss',
    ],
    rows: networks.flatMap(({ id, configuration, source, figures }): Cell[][] => {
      if (!figures) return [];
      const theory = theoryOf(configuration);
      return [
        [
          id,
          source,
          figures.seeds,
          figures.growthPerConvolution,
          theory && theoreticalGrowth[theory],
          gradientRatio(figures),
          referenceRatio(configuration),
          figures.loss,
        ],
      ];
    }),
  };
}

/** var(F) / var(shortcut) of every block. */
export function varianceTable(networks: readonly ShownNetwork[]): Table {
  return {
    columns: ['network', 'source', 'seeds', 'block', 'branch_over_shortcut_variance'],
    rows: networks.flatMap(({ id, source, figures }): Cell[][] =>
      (figures?.varianceRatio ?? []).map((ratio, i) => [id, source, figures!.seeds, i + 1, ratio]),
    ),
  };
}

/** Every step of both networks. */
export function stepsTable(curves: StepCurves): Table {
  return {
    columns: [
      'network',
      'step',
      'loss',
      'accuracy',
      'first_gradient_l2',
      'last_gradient_l2',
      'first_weight_l2',
      'last_weight_l2',
    ],
    rows: stepNets.flatMap((net) =>
      curves[net].map((one): Cell[] => [
        net,
        one.step,
        one.loss,
        one.accuracy,
        one.firstGradient,
        one.lastGradient,
        one.firstWeight,
        one.lastWeight,
      ]),
    ),
  };
}
