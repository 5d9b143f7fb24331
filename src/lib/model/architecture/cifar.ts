/** The thin networks of 6n + 2 layers for small pictures (He et al. 2015, section 4.2), in any width. */
import { activatesBefore, type ActivationOrder } from './activationOrder.ts';
import type { Graph, Shape, StageId } from './graph.ts';
import { GraphBuilder } from './graphBuilder.ts';
import {
  addConvolution,
  addNorm,
  addResidualBlock,
  shortcutOf,
  type BlockNames,
  type ConvolutionStyle,
  type ShortcutOption,
} from './residualBlock.ts';

export interface CifarOptions {
  /** 6n + 2: the first convolution, three stages of n two-layer blocks, and the dense layer. */
  readonly depth: number;
  /** Filters in the first stage; the second has twice as many, the third four times. Default 16. */
  readonly width?: number;
  /** Default 10. */
  readonly classes?: number;
  /** [height, width, channels]; default [32, 32, 3]. */
  readonly inputShape?: Shape;
  /** Without batch norm every convolution has a bias. Default 'batch'. */
  readonly norm?: 'batch' | 'none';
  /** A: every second pixel, then zero channels; B: a projection where the shape changes. Default A, as the paper. */
  readonly shortcut?: Exclude<ShortcutOption, 'C'>;
  /**
   * Where norm and ReLU stand; default 'original'. All orders have the same weights. Where blocks begin with an
   * activation, every block does, the first one too, and the first convolution has none (He et al. 2016 put the first
   * block's activation before the split, which takes it into the shortcut).
   */
  readonly order?: ActivationOrder;
  readonly name?: string;
}

/** Whether a network of this form has that many layers. */
export function isCifarDepth(depth: number): boolean {
  return Number.isSafeInteger(depth) && depth >= 8 && (depth - 2) % 6 === 0;
}

/** Builds the graph. Throws RangeError for a depth that is not 6n + 2, and for projections in another order. */
export function cifarNetwork(options: CifarOptions): Graph {
  const {
    depth,
    width = 16,
    classes = 10,
    inputShape = [32, 32, 3],
    norm = 'batch',
    shortcut = 'A',
    order = 'original',
  } = options;
  if (!isCifarDepth(depth)) throw new RangeError(`depth ${depth} is not 6n + 2 with n ≥ 1`);
  if (shortcut === 'B' && order !== 'original') throw new RangeError(`no projections in order '${order}'`);
  const style: ConvolutionStyle =
    norm === 'batch' ? { bias: false, epsilon: 1e-5 } : { bias: true, epsilon: null };
  const builder = new GraphBuilder();

  const stem = { stage: 'conv1' } as const;
  let value = builder.add('input', 'input', [], { shape: inputShape });
  const stemIds = { conv: 'stem_conv', norm: 'stem_norm' };
  const stemStyle = order === 'preActivation' ? { ...style, epsilon: null } : style;
  value = addConvolution(builder, stemIds, value, { kernel: 3, stride: 1, filters: width }, stemStyle, stem);
  if (!activatesBefore(order)) value = builder.add('stem', 'relu', [value], {}, stem);

  let inputChannels = width;
  for (let stage = 1; stage <= 3; stage++) {
    const filters = width * 2 ** (stage - 1);
    for (let index = 1; index <= (depth - 2) / 6; index++) {
      const stride = stage > 1 && index === 1 ? 2 : 1;
      const id = `stage${stage}_block${index}`;
      value = addResidualBlock(builder, {
        id,
        stage: `conv${stage + 1}` as StageId,
        names: blockNames(id),
        style,
        input: value,
        inputChannels,
        convolutions: [
          { kernel: 3, stride, filters },
          { kernel: 3, stride: 1, filters },
        ],
        shortcut: shortcutOf(shortcut, stride > 1 || inputChannels !== filters),
        order,
      });
      inputChannels = filters;
    }
  }

  if (order === 'preActivation') value = addNorm(builder, 'final_norm', value, style, {});
  if (activatesBefore(order)) value = builder.add('final_relu', 'relu', [value], {});
  value = builder.add('avg_pool', 'globalAvgPool', [value], {});
  value = builder.add('head', 'dense', [value], { units: classes, bias: true });
  builder.add('prob', 'softmax', [value], {});
  return builder.build(options.name ?? defaultName(depth, shortcut, order));
}

function defaultName(depth: number, shortcut: CifarOptions['shortcut'], order: ActivationOrder): string {
  const kind = shortcut === 'none' ? 'plain' : 'resnet';
  return `cifar-${kind}-${depth}${shortcut === 'B' ? '-optionB' : ''}${order === 'original' ? '' : `-${order}`}`;
}

function blockNames(block: string): BlockNames {
  return {
    conv: (index) => `${block}_conv${index + 1}`,
    norm: (index) => `${block}_norm${index + 1}`,
    relu: (index) => `${block}_relu${index + 1}`,
    projection: `${block}_projection`,
    projectionNorm: `${block}_projectionNorm`,
    subsample: `${block}_subsample`,
    padChannels: `${block}_padChannels`,
    sum: `${block}_add`,
    output: block,
  };
}
