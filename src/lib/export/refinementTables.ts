/** Iterative refinement as tables: a row for every picture and block. */
import type { RefinementReport } from '../model/protocol/refinement.ts';
import type { Cell, Table } from './table.ts';

interface Measured {
  readonly picture: string;
  readonly live: boolean;
  readonly report: RefinementReport;
}

const of = ({ picture, live, report }: Measured): Cell[] => [
  picture,
  live ? 'live' : 'recorded',
  report.target,
  report.loss,
];
const columns = ['picture', 'origin', 'class_index', 'loss'];

/** Errors in standard deviations of the stage's last output. */
export function refinementTable(all: readonly Measured[]): Table {
  return {
    columns: [
      ...columns,
      'block',
      'stage',
      'error_mean',
      'error_std',
      'error_channel_bias_rms',
      'cos_branch_minus_gradient_at_shortcut',
      'cos_branch_minus_gradient_at_sum',
      'branch_norm_over_shortcut_norm',
    ],
    rows: all.flatMap((one) =>
      Object.entries(one.report.blocks).map(([id, { stage, error, cosine, cosineAtSum, ratio }]) => [
        ...of(one),
        id,
        stage,
        error.mean,
        error.std,
        error.bias,
        cosine,
        cosineAtSum,
        ratio,
      ]),
    ),
  };
}

/** The five most probable classes after each block of the last stage. */
export function exitsTable(all: readonly Measured[], labels: readonly string[]): Table {
  return {
    columns: [
      ...columns,
      'block',
      'class_probability',
      'class_loss',
      'rank',
      'answer_index',
      'answer',
      'answer_probability',
    ],
    rows: all.flatMap((one) =>
      one.report.exits.flatMap(({ block, probability, loss, top }) =>
        top.map((answer, rank) => [
          ...of(one),
          block,
          probability,
          loss,
          rank + 1,
          answer.index,
          labels[answer.index] ?? '',
          answer.probability,
        ]),
      ),
    ),
  };
}
