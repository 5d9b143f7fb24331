/** The page on identity shortcuts and the order of activations. */
export const identity = {
  title: 'Identity matters',
  description:
    'What a factor on every shortcut and the order of batch norm, ReLU and sum do to gradients: residual networks of 20, 56 and 110 layers at initialisation, measured in your browser.',
  lead: 'A shortcut that hands its input on unchanged is the simplest there is. Multiply all of them by λ, or put norm and ReLU elsewhere in the block, and measure what comes through before training begins.',
  claim:
    'He et al. 2016: signals travel best when both the shortcut and what follows the sum are the identity. Then a value reaches every later block, and its gradient every earlier one, with factor 1. Scaling, gating, convolution or dropout on the shortcuts hurt; so does batch norm after the sum; norm and ReLU before each convolution help in very deep networks.',
  expected:
    'λ = 0.5 over the 54 blocks of ResNet-110: the shortcuts alone leave 0.5⁵⁴ = 5.6 · 10⁻¹⁷. ‖∂L/∂x‖ before the first block, over that after the last, at initialisation (a separate program, mean of 2 or 3 seeds): original order 9, 35 and 72 in 20, 56 and 110 layers; pre-activation 4.1, 17 and 35.',
  may: [
    'The part of the gradient that takes the shortcuts alone is multiplied by λ in each block. Away from λ = 1 it vanishes or explodes exponentially with the number of blocks.',
    'With batch norm the whole gradient does not vanish with it: what is left comes through the branches, as in a plain network, and grows towards the input.',
    'At initialisation pre-activation lets gradients grow about half as much over depth as the original order.',
    'A norm after the sum divides the shortcut’s value, too, in every block: recorded here, the gradient then grows exponentially, to 10, 199 and 7,300 times in 20, 56 and 110 layers.',
    'With ReLU before the sum F is never negative, so the signal can only grow from block to block.',
  ],
  mayNot: [
    'That this ranks the orders. What is measured here are sizes before the first step; the published errors are those of trained networks.',
    'That a ReLU after the sum makes the identity impossible. Its input is never negative, so with F = 0 the block hands on exactly what it got.',
    'That the order matters at every depth. At 20 layers hardly anything can be seen; on ImageNet pre-activation gained about 0.2 points in 152 layers and 1.1 in 200 (He et al. 2016).',
    'That anything but the identity always hurts: projections where the shape changes, a few in a whole network, do not.',
  ],
  sources: [
    {
      text: 'He, Zhang, Ren, Sun 2016, “Identity mappings in deep residual networks”: equations 5 and 8 (products of λ), figure 4 and tables 1 and 2.',
      url: 'https://arxiv.org/abs/1603.05027',
    },
    {
      text: 'He, Zhang, Ren, Sun 2015, “Deep residual learning for image recognition”, section 4.2: the networks for CIFAR-10, option A.',
      url: 'https://arxiv.org/abs/1512.03385',
    },
    {
      text: 'De, Smith 2020, “Batch normalization biases residual blocks towards the identity function in deep networks”.',
      url: 'https://arxiv.org/abs/2002.10444',
    },
  ],
  run: {
    title: 'What is measured',
    depth: 'Layers',
    depths: { '20': '20 (9 blocks)', '56': '56 (27 blocks)', '110': '110 (54 blocks)' },
    lambda: 'λ, factor on every shortcut',
    orders: 'Orders that are compared',
    seed: 'Seed',
    seeds: 'Seeds, geometric mean',
    missing: (count: number) => (count === 1 ? 'Run the missing one here' : `Run all ${count} here`),
    done: 'All of them were measured here.',
    setUp:
      'CIFAR networks, 16 filters in the first stage, shortcuts of option A, He’s initial weights, batch norm in training mode; 64 pictures of random numbers with random labels, one pass forward and back. In the pre-activation orders every block has its own first activation; He et al. put that of the first block before the split.',
    seedsOf: (seed: number, seeds: number) =>
      seeds === 1 ? `seed ${seed}` : `seeds ${seed} to ${seed + seeds - 1}, geometric mean`,
    seedCount: (seeds: number) => (seeds === 1 ? '1 seed' : `${seeds} seeds`),
    recorded: (date: string, backend: string) => `recorded ${date}, ${backend}`,
    here: 'in this browser',
    notRun: 'not measured yet',
  },
  orders: {
    original: 'original',
    normAfterAdd: 'norm after the sum',
    reluBeforeAdd: 'ReLU before the sum',
    reluOnlyPreActivation: 'ReLU-only pre-activation',
    preActivation: 'full pre-activation',
  },
  undamaged: 'λ = 1, the identity',
  scaled: (lambda: string) => `λ = ${lambda} on every shortcut`,
  product: {
    title: 'What the shortcuts alone leave of a gradient',
    axis: 'λ to the power of the blocks up to the end',
    whole: (lambda: string, blocks: number, product: string) =>
      `Over all ${blocks} blocks: ${lambda} to the power of ${blocks} is ${product}.`,
    zero: 'With λ = 0 there are no shortcuts: this is the plain network.',
    description: (text: string) => `The product of the factors on the shortcuts, by block. ${text}`,
    computed: 'arithmetic',
  },
  shortcuts: {
    title: 'What really arrives at each block',
    axis: '‖∂L/∂x‖ at the block’s output',
    text: 'Measured, with all paths. Where the shortcuts are scaled down, the gradient comes through the branches; with batch norm these let it grow towards the input.',
  },
  comparison: {
    gradient: 'Gradient, by order of activation',
    gradientAxis: '‖∂L/∂x‖ at the block’s output',
    deviation: 'Signal, by order of activation',
    deviationAxis: 'standard deviation of the block’s output',
  },
  chart: (what: string, spans: readonly string[]) => `${what}, by block. ${spans.join(' ')}`,
  span: (name: string, first: string, last: string) =>
    `${name}: ${first} at the first block, ${last} at the last.`,
  block: 'block',
  stage: (stage: number) => `stage ${stage}`,
  table: {
    title: 'The orders in figures',
    order: 'Order',
    block: 'Block, + is the sum',
    ratio: '‖∂L/∂x‖ first / last',
    deviation: 'signal at the end',
    loss: 'loss',
    from: 'From',
    published: 'test error 110 / 164 layers, %',
    draw: (order: string, depth: string) => `Draw ${order}, ${depth} layers`,
    drawShort: 'Draw it',
    publishedNote: 'Errors: He et al. 2016, table 2, CIFAR-10, after training.',
  },
  published: {
    title: 'Damaged shortcuts, after training',
    source: 'He et al. 2016, table 1',
    caption:
      'ResNet-110 on CIFAR-10, test error in per cent, median of five runs. “Fails”: above 20 %. 1 − g and g are gates, learnt 1 × 1 convolutions with a sigmoid whose bias starts at b.',
    shortcut: 'On the shortcut',
    branch: 'On the branch',
    error: 'Error, %',
    fail: 'fails',
    rows: {
      identity: { shortcut: '1', branch: '1' },
      zero: { shortcut: '0 (plain)', branch: '1' },
      half: { shortcut: '0.5', branch: '1' },
      halves: { shortcut: '0.5', branch: '0.5' },
      gatedLow: { shortcut: '1 − g, b from 0 to −5', branch: 'g' },
      gated6: { shortcut: '1 − g, b = −6', branch: 'g' },
      gated7: { shortcut: '1 − g, b = −7', branch: 'g' },
      shortcutGate0: { shortcut: '1 − g, b = 0', branch: '1' },
      shortcutGate6: { shortcut: '1 − g, b = −6', branch: '1' },
      convolution: { shortcut: '1 × 1 convolution', branch: '1' },
      dropout: { shortcut: 'dropout 0.5', branch: '1' },
    },
  },
  tables: { blocks: 'All blocks', networks: 'One row per network' },
};
