/**
 * A network as plain data: a list of nodes in topological order. Shapes, costs, receptive fields, layout,
 * execution, gradients and exported code are functions of this list; an intervention is a function from one
 * graph to another.
 */

export type StageId = 'conv1' | 'conv2' | 'conv3' | 'conv4' | 'conv5';

/**
 * A block's name as in He's release: stage digit and letter, '2a' … '5c', in the long stages of ResNet-101 and 152
 * '4a', '4b1', '4b2' …; in CIFAR nets 'stage1_block1' and so on.
 */
export type BlockId = string;

/** Which of a block's two paths a node is on; the sum and what follows it are on neither. */
export type Branch = 'residual' | 'shortcut';

/** [height, width, channels] of an image-like value, or [features] of a vector; no batch axis. */
export type Shape = readonly number[];

/**
 * The registry of kinds and their attributes. Open: a module that adds a kind declares it here by
 * interface merging and registers its rules (see `kinds.ts`).
 */
export interface KindAttributes {
  input: { readonly shape: Shape };
  /** Zero padding, the same on all four sides. */
  pad: { readonly size: number };
  /** Square kernel, one stride for both axes, zero padding of `padding` on every side. */
  conv: {
    readonly kernel: number;
    readonly stride: number;
    readonly padding: number;
    readonly filters: number;
    readonly groups: number;
    readonly bias: boolean;
  };
  batchNorm: { readonly epsilon: number };
  relu: Record<never, never>;
  /** Padding counts as minus infinity (after a ReLU: the same as zero). */
  maxPool: { readonly kernel: number; readonly stride: number; readonly padding: number };
  /** The sum of its inputs; one input alone passes through. */
  add: Record<never, never>;
  /** Multiplies by `factor`: all channels, or only those listed. */
  scale: { readonly factor: number; readonly channels?: readonly number[] };
  /** Keeps every `stride`-th row and column, beginning with the first (shortcut option A). */
  subsample: { readonly stride: number };
  /** Appends channels of zeros after the existing ones (shortcut option A). */
  padChannels: { readonly channels: number };
  /** The mean over height and width. */
  globalAvgPool: Record<never, never>;
  dense: { readonly units: number; readonly bias: boolean };
  softmax: Record<never, never>;
}

export type Kind = keyof KindAttributes;

/** One operation. `inputs` are ids of nodes that stand before it in the list. */
export interface NodeOf<K extends Kind> {
  readonly id: string;
  readonly kind: K;
  readonly inputs: readonly string[];
  readonly attributes: Readonly<KindAttributes[K]>;
  readonly stage?: StageId;
  readonly block?: BlockId;
  readonly branch?: Branch;
}

export type Node = { [K in Kind]: NodeOf<K> }[Kind];

export interface Graph {
  /** As on the command line: 'resnet50', 'resnet18-optionA', 'cifar-plain-20' … */
  readonly name: string;
  /** In topological order; the first is the only `input`, the last is the network's output. */
  readonly nodes: readonly Node[];
}
