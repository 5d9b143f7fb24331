/** The block that all residual networks here are made of: y = ReLU(F(x) + x) (He et al. 2015, equation 1). */
import type { BlockId, StageId } from './graph.ts';
import type { GraphBuilder } from './graphBuilder.ts';

/** What comes with every convolution: a bias or not, and batch norm with this epsilon or none. */
export interface ConvolutionStyle {
  readonly bias: boolean;
  readonly epsilon: number | null;
}

/** How a block brings its input to the sum. Identity and padding have no weights. */
export type Shortcut = 'identity' | 'zeroPadding' | 'projection' | 'none';

/** Ids of a block's nodes; the convolutions of the residual branch are counted from 0. */
export interface BlockNames {
  conv(index: number): string;
  norm(index: number): string;
  relu(index: number): string;
  readonly projection: string;
  readonly projectionNorm: string;
  readonly subsample: string;
  readonly padChannels: string;
  readonly sum: string;
  /** The value after the last ReLU. */
  readonly output: string;
}

export interface BlockPlan {
  readonly id: BlockId;
  readonly stage: StageId;
  readonly names: BlockNames;
  readonly style: ConvolutionStyle;
  readonly input: string;
  readonly inputChannels: number;
  readonly convolutions: readonly {
    readonly kernel: number;
    readonly stride: number;
    readonly filters: number;
  }[];
  readonly shortcut: Shortcut;
}

/** A convolution that keeps the size (but for its stride) and, where the style says so, a batch norm. */
export function addConvolution(
  builder: GraphBuilder,
  ids: { conv: string; norm: string },
  input: string,
  { kernel, stride, filters }: { kernel: number; stride: number; filters: number },
  style: ConvolutionStyle,
  place: Parameters<GraphBuilder['add']>[4],
): string {
  const padding = (kernel - 1) / 2;
  const attributes = { kernel, stride, padding, filters, groups: 1, bias: style.bias };
  const conv = builder.add(ids.conv, 'conv', [input], attributes, place);
  if (style.epsilon === null) return conv;
  return builder.add(ids.norm, 'batchNorm', [conv], { epsilon: style.epsilon }, place);
}

/** Adds a block's nodes (branch, shortcut, sum, ReLU, in this order) and answers with its output's id. */
export function addResidualBlock(builder: GraphBuilder, plan: BlockPlan): string {
  const { names, convolutions } = plan;
  const place = { stage: plan.stage, block: plan.id };
  const onBranch = { ...place, branch: 'residual' } as const;

  let branch = plan.input;
  convolutions.forEach((convolution, index) => {
    if (index > 0) branch = builder.add(names.relu(index - 1), 'relu', [branch], {}, onBranch);
    const ids = { conv: names.conv(index), norm: names.norm(index) };
    branch = addConvolution(builder, ids, branch, convolution, plan.style, onBranch);
  });

  const shortcut = addShortcut(builder, plan);
  const sum = builder.add(names.sum, 'add', shortcut === null ? [branch] : [branch, shortcut], {}, place);
  return builder.add(names.output, 'relu', [sum], {}, place);
}

function addShortcut(builder: GraphBuilder, plan: BlockPlan): string | null {
  const { names, convolutions, input, inputChannels } = plan;
  const onShortcut = { stage: plan.stage, block: plan.id, branch: 'shortcut' } as const;
  const stride = convolutions.reduce((product, convolution) => product * convolution.stride, 1);
  const filters = convolutions.at(-1)!.filters;
  switch (plan.shortcut) {
    case 'none':
      return null;
    case 'identity':
      return input;
    case 'projection': {
      const ids = { conv: names.projection, norm: names.projectionNorm };
      return addConvolution(builder, ids, input, { kernel: 1, stride, filters }, plan.style, onShortcut);
    }
    case 'zeroPadding': {
      let value = input;
      if (stride > 1) value = builder.add(names.subsample, 'subsample', [value], { stride }, onShortcut);
      const channels = filters - inputChannels;
      if (channels > 0)
        value = builder.add(names.padChannels, 'padChannels', [value], { channels }, onShortcut);
      return value;
    }
  }
}

/** A block's shortcut options: zero padding where the shape changes; projection there; projection in every block. */
export type ShortcutOption = 'A' | 'B' | 'C' | 'none';

/** The shortcut that an option (He et al. 2015, section 4.1) gives a block. */
export function shortcutOf(option: ShortcutOption, shapeChanges: boolean): Shortcut {
  if (option === 'none') return 'none';
  if (option === 'C') return 'projection';
  if (!shapeChanges) return 'identity';
  return option === 'A' ? 'zeroPadding' : 'projection';
}
