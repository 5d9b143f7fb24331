/** The numbers of each view as a table: one pure function per table, from what the engine answered. */
import type { Facts } from '../model/architecture/facts.ts';
import type {
  AdditionReport,
  AttributionMap,
  ForwardReport,
  MapsReport,
  ResidualFigures,
} from '../model/protocol.ts';
import type { Comparison, Difference } from '../viz/comparison.ts';
import type { Cell, Table } from './table.ts';

/**
 * All classes, most probable first.
 * @param before the pass of the unmodified network, where the one shown is of a changed one
 */
export function probabilitiesTable(
  labels: readonly string[],
  report: Pick<ForwardReport, 'probabilities'>,
  before: Pick<ForwardReport, 'probabilities'> | null,
): Table {
  const order = [...report.probabilities.keys()].sort(
    (a, b) => report.probabilities[b] - report.probabilities[a] || a - b,
  );
  return {
    columns: ['rank', 'class_index', 'class', 'probability', ...(before ? ['probability_unmodified'] : [])],
    rows: order.map((index, rank) => [
      rank + 1,
      index,
      labels[index],
      report.probabilities[index],
      ...(before ? [before.probabilities[index]] : []),
    ]),
  };
}

/** Statistics of every channel, and in the first row those of the whole value. */
export function statisticsTable({ node, statistics, channels }: MapsReport): Table {
  return {
    columns: ['node', 'channel', 'mean', 'std', 'min', 'max', 'zeros_share', 'l2'],
    rows: [
      [
        node,
        'all',
        statistics.mean,
        statistics.std,
        statistics.min,
        statistics.max,
        statistics.zeros,
        statistics.l2,
      ],
      ...Array.from(channels.mean, (mean, channel): Cell[] => {
        const [std, low] = [channels.std[channel], channels.min[channel]];
        return [node, channel, mean, std, low, channels.max[channel], channels.zeros[channel], null];
      }),
    ],
  };
}

/** One channel's map, row by row. */
export function mapTable({ shape, values }: MapsReport, channel: number): Table {
  const [height, width] = shape;
  return {
    columns: ['channel', 'row', 'column', 'value'],
    rows: Array.from({ length: height * width }, (_, i) => [
      channel,
      Math.floor(i / width),
      i % width,
      values[channel * height * width + i],
    ]),
  };
}

/** A value without height and width: an entry a row, with its name where entries have one. */
export function vectorTable({ values }: MapsReport, names: readonly string[] | null): Table {
  return {
    columns: ['index', ...(names ? ['class'] : []), 'value'],
    rows: Array.from(values, (value, index) => [index, ...(names ? [names[index]] : []), value]),
  };
}

/** What the blocks add. A block without a branch has no figures, one without a shortcut only some. */
export function residualsTable(
  blocks: readonly { readonly id: string; readonly figures: ResidualFigures | null }[],
): Table {
  return {
    columns: ['block', 'branch_l2', 'shortcut_l2', 'branch_over_shortcut', 'cosine', 'clipped_share'],
    rows: blocks.map(({ id, figures }) => [
      id,
      figures && figures.branch,
      figures && figures.shortcut,
      figures?.shortcut ? figures.branch / figures.shortcut : null,
      figures && figures.cosine,
      figures && figures.clipped,
    ]),
  };
}

/** One channel of a block's sum: its four values at every place. */
export function additionTable({ shortcut, branch, sum, output }: AdditionReport, channel: number): Table {
  const [height, width] = sum.shape;
  const parts = [shortcut, branch, sum, output];
  return {
    columns: ['channel', 'row', 'column', 'x', 'F', 'x_plus_F', 'relu'],
    rows: Array.from({ length: height * width }, (_, i) => [
      channel,
      Math.floor(i / width),
      i % width,
      ...parts.map((part) => (part ? part.values[channel * height * width + i] : null)),
    ]),
  };
}

/** A map of what the score of a class rests on. */
export function attributionTable(target: number, { width, values }: AttributionMap): Table {
  return {
    columns: ['class_index', 'row', 'column', 'value'],
    rows: Array.from(values, (value, i) => [target, Math.floor(i / width), i % width, value]),
  };
}

/** How far two values of one shape are apart, channel by channel; in the first row as a whole. */
export function differencesTable({ all, channels }: Comparison): Table {
  const figures = ({ distance, relative, cosine, mean, std, min, max }: Difference): Cell[] => [
    distance,
    relative,
    cosine,
    mean,
    std,
    min,
    max,
  ];
  return {
    columns: [
      'channel',
      'difference_l2',
      'difference_over_b',
      'cosine',
      'difference_mean',
      'difference_std',
      'difference_min',
      'difference_max',
    ],
    rows: [['all', ...figures(all)], ...channels.map((one, channel): Cell[] => [channel, ...figures(one)])],
  };
}

/** One channel of two values of one shape, a and b, and their difference a − b. */
export function pairTable(a: MapsReport, b: MapsReport, { difference }: Comparison, channel: number): Table {
  const [height, width] = a.shape;
  return {
    columns: ['channel', 'row', 'column', 'a', 'b', 'a_minus_b'],
    rows: Array.from({ length: height * width }, (_, i) => {
      const at = channel * height * width + i;
      return [channel, Math.floor(i / width), i % width, a.values[at], b.values[at], difference[at]];
    }),
  };
}

/** What every node is and costs, for a picture of 224 × 224. One multiply-add counts as one. */
export function costsTable({ nodes }: Facts): Table {
  return {
    columns: [
      'node',
      'kind',
      'stage',
      'block',
      'height',
      'width',
      'channels',
      'parameters',
      'multiply_adds',
      'receptive_field_px',
      'jump_px',
    ],
    rows: nodes.map(({ id, kind, stage, block, shape, params, macs, receptiveField, jump }) => {
      const [height, width, channels] = shape.length === 3 ? shape : [null, null, shape[0]];
      return [id, kind, stage, block, height, width, channels, params, macs, receptiveField, jump];
    }),
  };
}
