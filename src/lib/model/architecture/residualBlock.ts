/** The block that all residual networks here are made of: y = ReLU(F(x) + x) (He et al. 2015, equation 1). */
import { activatesBefore, leavesSumAlone, type ActivationOrder } from './activationOrder.ts';
import type { BlockId, StageId } from './graph.ts';
import type { GraphBuilder, Place } from './graphBuilder.ts';

/** What comes with every convolution: a bias or not, and batch norm with this epsilon or none. */
export interface ConvolutionStyle {
  readonly bias: boolean;
  readonly epsilon: number | null;
}

/** How a block brings its input to the sum. Identity and padding have no weights. */
export type Shortcut = 'identity' | 'zeroPadding' | 'projection' | 'none';

/** Ids of a block's nodes. */
export interface BlockNames {
  /** The convolutions of the residual branch, counted from 0. */
  conv(index: number): string;
  /** The batch norm and the ReLU that belong to that convolution: behind it, in a pre-activation block before it. */
  norm(index: number): string;
  relu(index: number): string;
  readonly projection: string;
  readonly projectionNorm: string;
  readonly subsample: string;
  readonly padChannels: string;
  readonly sum: string;
  /** The value after the last ReLU; without a ReLU after the sum there is no such node. */
  readonly output: string;
}

export interface BlockPlan {
  readonly id: BlockId;
  readonly stage: StageId;
  readonly names: BlockNames;
  readonly style: ConvolutionStyle;
  readonly input: string;
  readonly inputChannels: number;
  readonly convolutions: readonly ConvolutionPlan[];
  readonly shortcut: Shortcut;
  /** Default 'original'. */
  readonly order?: ActivationOrder;
  /** What stands at the branch's end, before the sum. Answers with its last node's id. */
  endBranch?(builder: GraphBuilder, branch: string, place: Place): string;
  /** What stands on a shortcut before its projection, and the stride that is left for that. */
  beforeProjection?(
    builder: GraphBuilder,
    input: string,
    stride: number,
    place: Place,
  ): { readonly value: string; readonly stride: number };
}

export interface ConvolutionPlan {
  readonly kernel: number;
  readonly stride: number;
  readonly filters: number;
  /** Default 1. */
  readonly groups?: number;
}

/** A batch norm where the style has them, else the value itself. */
export function addNorm(
  builder: GraphBuilder,
  id: string,
  input: string,
  { epsilon }: ConvolutionStyle,
  place: Place,
): string {
  return epsilon === null ? input : builder.add(id, 'batchNorm', [input], { epsilon }, place);
}

/** A convolution that keeps the size (but for its stride) and, where the style says so, a batch norm. */
export function addConvolution(
  builder: GraphBuilder,
  ids: { conv: string; norm: string },
  input: string,
  { kernel, stride, filters, groups = 1 }: ConvolutionPlan,
  style: ConvolutionStyle,
  place: Place,
): string {
  const padding = (kernel - 1) / 2;
  const attributes = { kernel, stride, padding, filters, groups, bias: style.bias };
  const conv = builder.add(ids.conv, 'conv', [input], attributes, place);
  return addNorm(builder, ids.norm, conv, style, place);
}

/** Adds a block's nodes (branch, shortcut, sum, and what follows it, in this order) and answers with its output's id. */
export function addResidualBlock(builder: GraphBuilder, plan: BlockPlan): string {
  const { names, convolutions, style, order = 'original' } = plan;
  const place = { stage: plan.stage, block: plan.id };
  const branch = addBranch(builder, plan, order);
  const shortcut = addShortcut(builder, plan);
  const sum = builder.add(names.sum, 'add', shortcut === null ? [branch] : [branch, shortcut], {}, place);
  if (leavesSumAlone(order)) return sum;
  const norm = names.norm(convolutions.length - 1);
  const normed = order === 'normAfterAdd' ? addNorm(builder, norm, sum, style, place) : sum;
  return builder.add(names.output, 'relu', [normed], {}, place);
}

function addBranch(builder: GraphBuilder, plan: BlockPlan, order: ActivationOrder): string {
  const { names, convolutions, style } = plan;
  const place = { stage: plan.stage, block: plan.id, branch: 'residual' } as const;
  const bare = { ...style, epsilon: null };
  const last = convolutions.length - 1;
  const relu = (index: number, input: string) => builder.add(names.relu(index), 'relu', [input], {}, place);

  let value = plan.input;
  convolutions.forEach((convolution, index) => {
    const ids = { conv: names.conv(index), norm: names.norm(index) };
    if (order === 'preActivation') value = addNorm(builder, ids.norm, value, style, place);
    if (activatesBefore(order)) value = relu(index, value);
    const isNormedLater = order === 'preActivation' || (order === 'normAfterAdd' && index === last);
    value = addConvolution(builder, ids, value, convolution, isNormedLater ? bare : style, place);
    const isActivatedHere = index < last ? !activatesBefore(order) : order === 'reluBeforeAdd';
    if (isActivatedHere) value = relu(index, value);
  });
  return plan.endBranch ? plan.endBranch(builder, value, place) : value;
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
      const from = plan.beforeProjection?.(builder, input, stride, onShortcut) ?? { value: input, stride };
      const projection = { kernel: 1, stride: from.stride, filters };
      return addConvolution(builder, ids, from.value, projection, plan.style, onShortcut);
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
