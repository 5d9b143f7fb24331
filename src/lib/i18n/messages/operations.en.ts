/** What a message about an operation may need to know of it. */
export interface OperationText {
  readonly kernel: number;
  readonly stride: number;
  /** Zeros that are added on each side. */
  readonly size: number;
  readonly inChannels: number;
  readonly outChannels: number;
  readonly inSide: number;
  readonly outSide: number;
  readonly factor: number;
  /** Channels that it sets to zero; 0 where it multiplies all by the factor. */
  readonly muted: number;
  /** Whether it stands on a projection shortcut. */
  readonly onShortcut: boolean;
  /** Whether it is the last of its block. */
  readonly endsBlock: boolean;
}

/** By kind: how it is called in a small box, in words, and what it does. */
export interface OperationMessages {
  short(operation: OperationText): string;
  name(operation: OperationText): string;
  does(operation: OperationText): string;
}

const operation = (messages: OperationMessages) => messages;

export const operations = {
  input: operation({
    short: () => 'picture',
    name: () => 'Picture',
    does: () =>
      'The picture as the network receives it: blue, green and red, in this order, each with the mean of the training pictures taken off. So its values can be negative.',
  }),
  pad: operation({
    short: () => 'pad',
    name: () => 'Zero padding',
    does: ({ size }) =>
      `Puts a border of ${size} zero${size === 1 ? '' : 's'} round every map, so that the window that follows can be centred on the outermost positions too.`,
  }),
  conv: operation({
    short: ({ kernel }) => `${kernel}×${kernel}`,
    name: ({ kernel, stride }) =>
      `${kernel} × ${kernel} convolution${stride > 1 ? `, stride ${stride}` : ''}`,
    does: ({ kernel, stride, inChannels, outChannels, inSide, outSide, onShortcut }) => {
      const looks = onShortcut
        ? `Brings x to the shape of F, from ${inChannels} channels to ${outChannels}, so that the two can be added.`
        : kernel === 1
          ? `At every position by itself, mixes ${inChannels} channels into ${outChannels}; it does not look at neighbours.`
          : `Looks for ${outChannels} patterns in ${kernel} × ${kernel} neighbourhoods of ${inChannels === 1 ? 'its one channel' : `all ${inChannels} channels`}.`;
      const moves = ` It moves ${stride} positions at a time: ${inSide} × ${inSide} becomes ${outSide} × ${outSide}.`;
      return stride > 1 ? looks + moves : looks;
    },
  }),
  batchNorm: operation({
    short: () => 'BN',
    name: () => 'Batch normalisation',
    does: () =>
      'Shifts and scales each channel by numbers that were fixed in training: away go the mean and the spread that it had on the training pictures, in come a learned scale γ and shift β.',
  }),
  relu: operation({
    short: () => 'ReLU',
    name: () => 'ReLU',
    does: ({ endsBlock }) =>
      endsBlock
        ? 'Keeps what is positive in the sum and sets the rest to zero. This is the block’s output, and the x of the next block.'
        : 'Keeps what is positive and sets the rest to zero.',
  }),
  maxPool: operation({
    short: () => 'max',
    name: ({ kernel, stride }) =>
      `${kernel} × ${kernel} max pooling${stride > 1 ? `, stride ${stride}` : ''}`,
    does: ({ kernel, stride, inSide, outSide }) =>
      `Keeps the largest value of each ${kernel} × ${kernel} neighbourhood, channel by channel${
        stride > 1
          ? `, moving ${stride} positions at a time: ${inSide} × ${inSide} becomes ${outSide} × ${outSide}`
          : ''
      }.`,
  }),
  add: operation({
    short: () => '+',
    name: () => 'Addition',
    does: () =>
      'Adds F, what the residual branch has found, to x, what came past it on the shortcut: position by position, channel by channel.',
  }),
  scale: operation({
    short: ({ factor, muted }) => (muted > 0 ? '∅' : `×${factor}`),
    name: ({ factor, muted }) =>
      muted > 0 ? `${muted} channel${muted === 1 ? '' : 's'} muted` : `Scaling by ${factor}`,
    does: ({ factor, muted }) =>
      muted > 0
        ? 'Sets the muted channels to zero and hands on the others as they are.'
        : `Multiplies every value by ${factor}.`,
  }),
  subsample: operation({
    short: ({ stride }) => `1/${stride}`,
    name: ({ stride }) => `Every ${stride}th position`,
    does: ({ stride }) =>
      `Keeps every ${stride}th row and column and drops the others; nothing is learned here.`,
  }),
  padChannels: operation({
    short: () => '+0',
    name: () => 'Channels of zeros',
    does: ({ inChannels, outChannels }) =>
      `Appends channels of zeros, from ${inChannels} to ${outChannels}, so that x has the shape of F without a learned projection.`,
  }),
  globalAvgPool: operation({
    short: () => 'mean',
    name: () => 'Global average pooling',
    does: ({ inSide, outChannels }) =>
      `Takes the mean of each ${inSide} × ${inSide} map: what is left are ${outChannels} numbers that say how much of each feature there is, and no longer where.`,
  }),
  dense: operation({
    short: () => 'dense',
    name: () => 'Fully connected layer',
    does: ({ inChannels, outChannels }) =>
      `For each of ${outChannels} classes, a weighted sum of the ${inChannels} features plus a bias: the logits.`,
  }),
  softmax: operation({
    short: () => 'softmax',
    name: () => 'Softmax',
    does: ({ outChannels }) =>
      `Turns ${outChannels} logits into probabilities: all positive, and one in sum. A class whose logit is larger by 1 than another’s is e ≈ 2.7 times as probable.`,
  }),
  averagePool: operation({
    short: () => 'mean',
    name: ({ kernel, stride }) =>
      `${kernel} × ${kernel} average pooling${stride > 1 ? `, stride ${stride}` : ''}`,
    does: ({ kernel, inSide, outSide }) =>
      `Takes the mean of each ${kernel} × ${kernel} neighbourhood, channel by channel: ${inSide} × ${inSide} becomes ${outSide} × ${outSide}, and every position has its say.`,
  }),
  concat: operation({
    short: () => '⧺',
    name: () => 'Concatenation',
    does: ({ outChannels }) =>
      `Puts the channels of its inputs one after the other, ${outChannels} in all: nothing is added, everything stays to be read.`,
  }),
  multiply: operation({
    short: () => '×',
    name: () => 'Channel by channel product',
    does: () => 'Multiplies each channel by its own number, the same at all positions.',
  }),
  sigmoid: operation({
    short: () => 'σ',
    name: () => 'Sigmoid',
    does: () => 'Brings each number between 0 and 1: 1 / (1 + e^(−x)).',
  }),
  gelu: operation({
    short: () => 'GELU',
    name: () => 'GELU',
    does: () =>
      'Multiplies each value by the probability that a standard normal number is smaller: a ReLU with its corner rounded off.',
  }),
  relu6: operation({
    short: () => 'ReLU6',
    name: () => 'ReLU6',
    does: () => 'Sets what is negative to zero and what is above 6 to 6.',
  }),
  layerNorm: operation({
    short: () => 'LN',
    name: () => 'Layer normalisation',
    does: () =>
      'At each position by itself, brings the channels to mean 0 and variance 1, then scales and shifts each by learned numbers. It needs no batch.',
  }),
  channelScale: operation({
    short: () => '×γ',
    name: () => 'LayerScale',
    does: () =>
      'Multiplies each channel by a learned number, which begins small: the branch starts almost silent.',
  }),
  tokens: operation({
    short: () => 'tokens',
    name: () => 'Tokens',
    does: () =>
      'Lists the positions of the map one after the other, puts a learned class token before them, and adds a learned vector to each that tells its place.',
  }),
  firstToken: operation({
    short: () => 'class',
    name: () => 'Class token',
    does: ({ outChannels }) => `Keeps the ${outChannels} numbers of the class token and drops the others.`,
  }),
  attention: operation({
    short: () => 'attention',
    name: () => 'Self-attention',
    does: () =>
      'Each token asks all others and takes from each a share of its content; how much, the two of them decide by their content.',
  }),
};
