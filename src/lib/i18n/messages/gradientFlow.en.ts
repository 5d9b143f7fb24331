import { formatNumber } from '../format.ts';

/** Which skips are cut. */
function cutText(preset: string | null, cut: readonly string[]): string {
  switch (preset) {
    case null:
      return `cut: ${cut.join(', ')}`;
    case 'none':
      return 'all 16 skips';
    case 'all':
      return 'all skips cut';
    case 'projections':
      return 'projections only';
    default:
      return `conv${preset}_x cut`;
  }
}

const factor = (value: number) => formatNumber(value, 'en', { maximumFractionDigits: 3 });

/** What is done to a network. */
export interface FlowNetworkText {
  readonly cut: readonly string[];
  /** The name of the set of cuts, where it has one: 'all', 'none', a stage's digit, 'projections'. */
  readonly preset: string | null;
  readonly branch: number;
  readonly shortcut: number;
  readonly at: string | null;
}

/** The gradient through the trained network, with skips and without. */
export const gradientFlow = {
  title: 'Gradient flow through the trained network',
  description:
    'Backward pass through the real ResNet-50 for your picture and any class: the gradient’s norm at all sixteen blocks, with every skip, without any, and with branches and shortcuts scaled.',
  lead: 'One backward pass through ResNet-50 as it was trained, on your picture: how large is the gradient of the loss at the output of each block? Cut skips, scale branches and shortcuts, and watch what arrives at the first block.',
  claim:
    'A skip adds an identity to the derivative of every block, so that the gradient at a deep block reaches the early ones also past the layers in between: ∂x_L/∂x_l = 1 + ∂ΣF/∂x_l (He et al. 2016, equation 5). In ResNet-50 the rule holds within a stage, up to the ReLU after each sum; between stages stands a projection.',
  expected:
    'With all skips the norm stays within one order of magnitude over sixteen blocks: for the picture “chelsea” 0.14 at 2a and 0.04 at 5c, in PyTorch as here. With all of them cut it falls from 0.21 at 5c to 7 × 10⁻⁶ at 2a: four and a half orders of magnitude. Other pictures and classes move both curves, each as a whole: of a class that the network is sure of the loss is flat, and its gradient small at every block. So compare the shapes, relative to 5c.',
  may: [
    'In this network, with these weights, a gradient that comes back through sixteen blocks with their skips arrives three to ten times as large as it set out; with all of them cut, 4,900 to 48,000 times smaller (all 16 samples, with the command below).',
    'The branches alone, with these weights, shrink a gradient on its way back: each block was trained to add a correction, not to pass everything on.',
    'A norm says how strong a signal is, not how good: the maps show where it points.',
  ],
  mayNot: [
    'That a network trained without skips would look like the one cut here. Cutting skips breaks weights that were learned with them; training without is another experiment, plain against residual networks trained side by side.',
    'That plain networks fail because gradients vanish. With batch norm and a proper initialisation the gradients of a plain network do not vanish: at initialisation they grow towards the input, and once training is under way their norms are healthy (He et al. 2015, section 4.1). The sub-page “Initialisation” measures it.',
    'That a gradient through a skip can never vanish. The “1 +” makes cancelling unlikely, not impossible; the ReLU after each sum and the four projections break it besides.',
    'That skips save computation: F is computed in every block.',
  ],
  sources: {
    heDeep:
      'He, Zhang, Ren, Sun: Deep Residual Learning for Image Recognition, 2015 (sections 1 and 4.1: norms with batch norm are healthy)',
    heIdentity:
      'He, Zhang, Ren, Sun: Identity Mappings in Deep Residual Networks, 2016 (section 2, equation 5)',
    golden: 'The figures expected: PyTorch 2.13, float32, the same weights, of Keras’ ResNet-50',
  },

  network: ({ cut, preset, branch, shortcut, at }: FlowNetworkText) =>
    [
      preset === 'none' && (branch !== 1 || shortcut !== 1) ? '' : cutText(preset, cut),
      ...(branch === 1 ? [] : [`branch × ${factor(branch)}${at ? ` in ${at}` : ''}`]),
      ...(shortcut === 1 ? [] : [`shortcut × ${factor(shortcut)}${at ? ` in ${at}` : ''}`]),
    ]
      .filter(Boolean)
      .join(' · '),

  change: {
    title: 'What is changed in the network',
    presets: 'Skips',
    preset: {
      none: 'Keep all',
      all: 'Cut all',
      '2': 'Cut conv2_x',
      '3': 'Cut conv3_x',
      '4': 'Cut conv4_x',
      '5': 'Cut conv5_x',
      projections: 'Keep projections only',
    },
    map: 'The sixteen blocks: press one to cut or restore its skip',
    stage: (digit: string) => `conv${digit}_x`,
    cut: (block: string) => `Cut ${block}`,
    hint: 'Press a block to cut its skip at the plus. Dashed skips are projections: they open a stage.',
    branch: { name: 'Branch × α', does: 'Multiplies F before the sum; trained with α = 1.' },
    shortcut: { name: 'Shortcut × λ', does: 'Multiplies x before the sum; trained with λ = 1.' },
    at: 'Scaled in',
    everywhere: 'all blocks',
    reset: 'Back to all skips cut',
    classLabel: 'Loss −log p(class)',
    classNone: 'The most probable class',
    classClear: 'Back to the most probable class',
  },

  flow: {
    title: 'Gradient at each block’s output',
    axis: {
      absolute: 'L2 norm of ∂loss/∂(block output), logarithmic',
      relative: 'L2 norm of ∂loss/∂(block output) ÷ that at 5c, logarithmic',
    },
    scale: 'Shown',
    scales: { absolute: 'norms', relative: 'norms relative to 5c' },
    block: 'Block',
    description: (lines: readonly string[]) =>
      `Line chart over the 16 blocks, from 2a to 5c, logarithmic axis. ${lines.join(' ')} The slider and the table give every value.`,
    span: (name: string, last: string, first: string) => `${name}: ${last} at 5c, ${first} at 2a.`,
    falls: (name: string, ratio: string) => `${name}: from 5c back to 2a the norm falls to 1/${ratio}.`,
    grows: (name: string, ratio: string) =>
      `${name}: from 5c back to 2a the norm grows by a factor of ${ratio}.`,
    level: (name: string) => `${name}: at 2a it is as large as at 5c.`,
    zero: (name: string) =>
      `${name}: no gradient at all arrives at 2a. Either nothing passes (a path multiplied by 0), or the network is so sure of the class that −log p has no slope left in 32 bits.`,
    notFinite: (name: string) =>
      `${name}: not all of it are numbers. On the way values grew beyond what 32 bits hold; ∞ and NaN in the figure are what was computed.`,
    recorded: (label: string) =>
      `Recorded for the picture “kitten” and the class ${label}, until the weights are here and your picture’s own gradient takes its place.`,
    doing: (network: string) => network,
    again: 'Go on',
    waiting: 'Runs as soon as the weights are here.',
    caveat:
      'Cutting skips breaks a network that was trained with them. It does not show how one trained without them behaves.',
    elsewhere: 'What networks do before any training',
    stale: 'Still of the picture or class before.',
    of: (label: string, loss: string, probability: string) =>
      `loss −log p(${label}) = ${loss}; p = ${probability}`,
    pin: 'Keep this curve',
    pinned: 'Kept curves',
    unpin: (name: string) => `Remove the curve “${name}”`,
    full: 'Four curves can be kept: remove one first.',
    seconds: (forwardAndBack: string) => `forward and back in ${forwardAndBack}`,
    norms: 'Norms',
  },

  prediction: {
    title: 'What it answers, with and without',
    list: (name: string) => `The five most probable classes: ${name}`,
    target: (label: string, before: string, after: string) => `${label}: ${before} → ${after}`,
    none: 'The answer is no numbers: they grew beyond what 32 bits hold.',
    waiting: 'Comes with the gradient.',
    note: 'Same weights, not retrained: a network whose skips are cut no longer recognises much, because its blocks were trained to be added to something.',
    table: 'Top five',
  },

  maps: {
    title: 'The gradient as maps, block by block',
    kind: 'Each position shows',
    kinds: {
      sum: 'sum over the channels (signed)',
      l2: 'L2 norm over the channels',
    },
    meaning: {
      sum: 'Green: raising all channels there a little raises the loss. Purple: it lowers it.',
      l2: 'How strongly the loss depends on that position, whichever the channel.',
    },
    scale:
      'Each map has its own colour scale, up to four root mean squares: between blocks only the shapes compare, the norms tell the sizes. At 5c all positions are equal: the average pool spreads the gradient evenly.',
    button: (block: string, norms: readonly string[]) => `Block ${block}: ${norms.join('; ')}`,
    list: 'Maps of the sixteen blocks; press one to see it on the picture',
    large: (block: string, name: string) => `Gradient at the output of ${block} over the picture, ${name}`,
    extremes: (low: string, high: string) => `from ${low} to ${high}`,
    size: (height: number, width: number) => `${height} × ${width} positions`,
    legend: 'Colour scale',
    table: 'All blocks in numbers',
    columns: { block: 'Block', size: 'Map', norm: 'Norm', least: 'Least', most: 'Largest' },
    values: 'Values of the maps',
  },

  input: {
    title: 'The gradient at the picture',
    kind: 'Each pixel shows',
    kinds: {
      sum: 'sum of the three colours (signed)',
      l2: 'L2 norm of the three colours',
      colour: 'the three colours themselves',
    },
    meaning: {
      sum: 'Green: a brighter pixel raises the loss. Purple: it lowers it.',
      l2: 'How strongly the loss depends on the pixel.',
      colour:
        'Grey is zero; more red than grey: more red raises the loss. The network works in the order blue, green, red: turned round here.',
    },
    blend: 'Over the picture',
    label: (name: string) => `Gradient of the loss at every pixel, ${name}`,
    norm: (norm: string) => `norm ${norm}`,
    caveat:
      'A picture’s gradient looks like noise even where the network is right: it is the slope at one point, not an explanation.',
    values: 'Gradient of every pixel',
    means: (square: number) => `Means over squares of ${square} × ${square} pixels`,
    place: 'Row, column (pixels)',
  },

  live: (backend: string, precision: string) => `${backend}, ${precision} weights`,
  announce: (name: string, ratio: string) => `Computed: ${name}. ${ratio}`,
};
