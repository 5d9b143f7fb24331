import { formatNumber } from '../format.ts';

const count = (value: number) => formatNumber(value, 'en');

/** The weights of a convolution, a batch norm or the dense layer. */
export const nodeWeights = {
  waiting: (unit: string) => `The weights of ${unit} have not come yet.`,
  reading: 'The weights are being read.',
  trained:
    'These are the trained weights. Interventions change which values meet in the network, and no weight.',
  precision: {
    float16: 'Kernels as they are served, in half precision; vectors in single precision.',
    float32: 'In single precision.',
  },
  channelName: (channel: number) => `output channel ${channel}`,
  filters: {
    title: (filters: number) => `${count(filters)} filters, as colours`,
    greyTitle: (filters: number) => `${count(filters)} filters`,
    reading: {
      BGR: 'The three colours of each filter as one picture (the network reads blue, green, red: turned round here). Grey is zero.',
      RGB: 'The three colours of each filter as one picture. Grey is zero.',
      grey: 'Each filter as a picture: middle grey is zero, brighter is positive, darker negative.',
    },
    scales: {
      shared: (largest: string) => `The darkest is −${largest} and the brightest ${largest}, in all filters.`,
      channel: 'The darkest and the brightest are minus and plus each filter’s own largest weight.',
    },
    choice: 'Scale',
    choices: { shared: 'one for all', channel: 'each its own' },
    list: 'Filters; arrow keys walk from one to the next',
    filter: (index: number, largest: string) => `Filter ${index}, largest weight ${largest}`,
    summary: (filters: number, strongest: number, weakest: number) =>
      `${count(filters)} filters. Largest L2 norm: filter ${strongest}; smallest: filter ${weakest}.`,
  },
  kernels: {
    title: (channel: number) => `Kernels of output channel ${channel}`,
    colours: ['blue', 'green', 'red'],
    meaning: (inputs: number, side: number) =>
      inputs === 1
        ? `One ${side} × ${side} kernel, for the one input channel.`
        : `One ${side} × ${side} kernel for each of ${count(inputs)} input channels; their products with the inputs are added up. All on one scale.`,
    grid: (inputs: number) =>
      `${count(inputs)} kernels, one per input channel; arrow keys walk from one to the next`,
    kernel: (input: number, l2: string) => `Input channel ${input}: L2 norm ${l2}`,
    chosen: (input: number) => `Input channel ${input}`,
    summary: (strongest: number, l2: string, share: string) =>
      `Largest kernel: input channel ${strongest}, L2 norm ${l2}, ${share} of the filter’s square sum.`,
    table: (channel: number) => `Weights of output channel ${channel}`,
    input: 'input',
    sorted: 'Sorted by',
    sorts: { index: 'index', size: 'size' },
  },
  matrix: {
    title: 'All weights as a matrix',
    meaning: (inputs: number, outputs: number) =>
      `${count(outputs)} rows, one per output channel; ${count(inputs)} columns, one per input channel. The line marks the chosen row.`,
    meaningTurned: (inputs: number, outputs: number) =>
      `${count(inputs)} rows, one per input channel; ${count(outputs)} columns, one per output channel. The line marks the chosen column.`,
    rowTitle: (channel: number) => `Output channel ${channel}: a weight for each input channel`,
    summary: (largest: string, at: number, smallest: string, where: number) =>
      `Largest weight ${largest}, on input channel ${at}; smallest ${smallest}, on input channel ${where}.`,
    table: (channel: number) => `Weights of output channel ${channel}`,
    input: 'input channel',
    weight: 'weight',
  },
  dense: {
    /** Before and after the class's name. */
    titleParts: ['Weights of “', '” over the features, largest first'],
    stepper: { channel: 'Class', previous: 'Previous class', next: 'Next class' },
    unnamed: (index: number) => `class ${index}`,
    feature: (index: number) => `feature ${index}`,
    meaning: (features: number) =>
      `The logit of a class is its bias plus the sum of ${count(features)} features (avg_pool), each times its weight. Features are never negative: a positive weight speaks for the class, a negative one against it.`,
    bias: (value: string) => `Bias: ${value}.`,
    summary: (positive: string, largest: number, value: string) =>
      `${positive} of the weights are positive. Largest: feature ${largest}, ${value}.`,
    list: 'Weights, as bars',
    featureHead: 'feature',
  },
  spread: {
    title: 'How the weights are spread',
    titleOf: { kernel: 'kernel', bias: 'bias' },
    counts: 'Counts',
    scales: { linear: 'linear', logarithmic: 'logarithmic' },
    summary: (all: number, low: string, high: string, most: string) =>
      `${count(all)} weights in bins from ${low} to ${high}; the fullest holds ${most}.`,
    table: 'Weights by size',
    from: 'from',
    to: 'to',
    number: 'number',
    measures: {
      count: 'number',
      mean: 'mean',
      std: 'std. dev.',
      min: 'minimum',
      max: 'maximum',
      l2: 'L2 norm',
    },
    statistics: 'Over all weights',
  },
  norm: {
    title: 'Its four numbers per channel',
    roles: {
      gamma: 'γ, scale (learned)',
      beta: 'β, shift (learned)',
      movingMean: 'μ, mean in training',
      movingVariance: 'σ², variance in training',
    },
    summary: (role: string, low: string, high: string, mean: string) =>
      `${role}: from ${low} to ${high}, mean ${mean}.`,
    table: 'Batch norm, channel by channel',
    head: ['channel', 'γ', 'β', 'μ', 'σ²', 's = γ/√(σ² + ε)', 'folded bias'],
    foldTitle: (channel: number) => `Folded into its convolution: channel ${channel}`,
    foldMeaning: (convolution: string) =>
      `With its numbers fixed, batch norm is a multiplication and an addition. So it is folded into ${convolution}: every weight of this channel is multiplied by s, and the bias is replaced. The network then runs one operation where there were two.`,
    scaleFormula: 'The factor of this channel’s weights',
    biasFormula: 'The bias in place of b',
    example: (place: string, before: string, after: string) =>
      `Its largest weight, ${place}: ${before} becomes ${after}.`,
    place: (row: number, column: number, input: number) =>
      `row ${row}, column ${column}, input channel ${input}`,
    beforeTitle: 'Before and after, on this picture',
    before: (node: string) => `${node}: before`,
    apart: 'γ (x − μ)/√(σ² + ε) + β, computed here from it',
    folded: (node: string) => `${node}: what the folded convolution gave`,
    difference: (largest: string, range: string) =>
      `Largest difference between the last two: ${largest}, where the values span ${range}. It is rounding.`,
    waiting: 'Shown once a pass has been run.',
    map: (what: string, mean: string, std: string) => `${what}. Mean ${mean}, standard deviation ${std}.`,
  },
};
