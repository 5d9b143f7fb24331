export const layerFigures = {
  title: 'What happens inside, layer by layer',
  lead: 'Measured during training, on the batch of each measured step. All networks are drawn on one scale, the same step under the same step: the first convolution is at the top, the classifier at the bottom.',
  figure: 'Figure',
  table: 'All figures of all layers',
  seed: 'Seed',
  notMeasured: 'Nothing has been measured yet: the figures appear with the first measured step.',
  latest: 'Latest step',
  follows: (step: string) => `Step ${step}, the latest measured; it moves on with the training.`,
  held: (step: string) => `Step ${step}, chosen by you.`,
  step: 'Step',
  layer: 'Layer',
  cursor: (network: string) => `${network}: step and layer`,
  axes: { row: 'layer', column: 'step' },
  reading: (layer: string, step: string, value: string) => `Step ${step}, ${layer}: ${value}`,
  keys: 'Point at a map or tap it; with the keyboard, arrow keys move by one step and one layer.',

  names: {
    gradient: 'Gradient norm',
    weight: 'Weight norm',
    update: 'Update ratio',
    std: 'Activation: standard deviation',
    mean: 'Activation: mean',
    dead: 'Dead channels',
  },
  axis: {
    gradient: '‖∂L/∂W‖',
    weight: '‖W‖',
    update: '‖ΔW‖ / ‖W‖',
    std: 'standard deviation of the activation',
    mean: 'mean of the activation',
    dead: 'share of dead channels',
  },
  meaning: {
    gradient:
      'How strongly the loss pulls at a layer’s weights: the L2 norm of the gradient at its kernel. There is no right size for it. It grows with the number of weights, so compare within a stage.',
    weight:
      'The L2 norm of a layer’s kernel. Before a batch norm its scale changes nothing in what the network computes, but the gradient shrinks as 1/‖W‖, and the layer moves, relative to its size, as 1/‖W‖² (van Laarhoven 2017): it may grow itself into a standstill.',
    update:
      'How far one step moves a kernel, relative to its size. About 10⁻³ is a rule of thumb (Karpathy, course notes CS231n, Stanford), not a law: far more and a layer is thrown about, far less and it hardly learns.',
    std: 'How much the values behind a layer (after norm and ReLU; at a block’s end the block’s output; of a projection what the sum gets) vary over batch, positions and channels. It should neither die out nor blow up with depth: He et al. 2015 (“Delving deep”, section 2.2) chose their initial weights for that. A standard normal through a ReLU has √(½ − 1/2π) ≈ 0.58.',
    mean: 'The mean of the same values. Behind a ReLU it cannot be negative; a standard normal through a ReLU has 1/√2π ≈ 0.40. Only the logits of the classifier and what a projection gives to the sum have no ReLU behind them, and either sign.',
    dead: 'Share of a layer’s channels that are 0 at every position of every picture of the batch. Such a channel gets no gradient from this batch (Maas, Hannun, Ng 2013, section 2); one that stays so is lost. Another batch may wake it.',
  },
  look: {
    gradient:
      'Look at the left edge: what reaches the first convolutions at step 0, and what is left of it a few steps later.',
    weight:
      'Look for rows that get brighter: layers whose weights grow, and whose relative steps get smaller.',
    update: 'Look for rows that stay dark: layers that hardly move, however long the training lasts.',
    std: 'Look from top to bottom: does the signal keep its size on its way through the network?',
    mean: 'Look from top to bottom: the mean rises where a shortcut adds up what is never negative.',
    dead: 'Look for bright rows: layers in which many channels are silent.',
  },
  /** At the low and the high end of a scale that does not reach to all values. */
  beyond: [(value: string) => `≤ ${value}`, (value: string) => `≥ ${value}`] as const,
  change: {
    fell: (factor: string, from: string, to: string) => `fell by ${factor} × between steps ${from} and ${to}`,
    rose: (factor: string, from: string, to: string) => `rose by ${factor} × between steps ${from} and ${to}`,
    stayed: (from: string, to: string) => `stayed within a factor of 3 from step ${from} to ${to}`,
  },
  found: {
    /** After the network’s name: all that is found in it. */
    all: (found: readonly string[]) => `: ${found.join('; ')}.`,
    gradient: (change: string) => `the first convolution’s gradient ${change}`,
    weight: (change: string) => `the norm of the first convolution’s weights ${change}`,
    itsWeight: (change: string) => `the norm of its weights ${change}`,
    update: (change: string) => `the first convolution’s update ratio ${change}`,
    between: (least: string, at: string, greatest: string, there: string) =>
      `from ${least} (${at}) to ${greatest} (${there})`,
    same: (value: string) => `${value} in all layers`,
    notFinite: (step: string) =>
      `from step ${step} on there are values that are infinite or no number (NaN), which are struck through`,
  },
  marks: {
    zero: 'exactly 0: has no place on a logarithmic scale',
    notFinite: 'infinite or no number',
    binned: (count: string) =>
      `Each column is the mean of ${count} measured steps; the reading has the exact value.`,
  },
  description: (figure: string, network: string, layers: string, first: string, last: string) =>
    `Heat map of ${network}: ${figure} of ${layers} layers, from the first convolution at the top to the classifier at the bottom, over the measured steps ${first} to ${last}. The reading and the table give every value.`,

  layers: {
    stem: 'first convolution',
    head: 'classifier',
    conv: (stage: string, block: string, index: string) =>
      `stage ${stage}, block ${block}, convolution ${index}`,
    projection: (stage: string, block: string) => `stage ${stage}, block ${block}, projection`,
  },
  groups: { stem: 'first', stage: (stage: string) => `stage ${stage}`, head: 'last' },

  profile: {
    title: (figure: string, step: string) => `${figure} of all layers at step ${step}`,
    place: 'layer',
    inStage: (stage: string, share: string) => `stage ${stage}, ${share} of the way`,
    description: (figure: string, step: string, spans: readonly string[]) =>
      `Line chart over the layers at step ${step}: ${figure}. ${spans.join(' ')} The slider and the table give every value.`,
    span: (network: string, first: string, last: string) => `${network}: ${first} first, ${last} last.`,
  },
  course: {
    title: (figure: string, layer: string) => `${figure} over the steps: ${layer}`,
    place: 'step',
    description: (figure: string, layer: string, spans: readonly string[]) =>
      `Line chart over the training steps: ${figure} of one layer, ${layer}. ${spans.join(' ')} The slider and the table give every value.`,
    span: (network: string, first: string, last: string) => `${network}: ${first} at first, ${last} at last.`,
    nearest: 'In a network of another depth, the layer at the same share of its stage.',
  },
  branch: {
    title: (step: string) => `What each block adds, at step ${step}`,
    axis: '‖F‖ / ‖x‖ at the sum',
    place: 'block',
    name: (stage: string, block: string) => `stage ${stage}, block ${block}`,
    one: '1: branch and shortcut equally large',
    meaning:
      'The norm of the residual branch divided by that of what the shortcut brings. With batch norm every branch starts about equally large while the shortcut adds up all blocks before, so that later blocks of a stage change less (De, Smith 2020). That a residual is small is an observation, not a rule: first blocks often change a lot (Jastrzębski et al. 2018).',
    none: 'No network of this race has shortcuts.',
  },
  all: (step: string) => `All six figures at step ${step}`,
};
