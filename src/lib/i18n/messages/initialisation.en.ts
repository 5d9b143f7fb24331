/** /gradients/initialisation/: signals and gradients before training, and over the first steps. */
export const initialisation = {
  title: 'Gradients at initialisation',
  description:
    'Plain and residual networks of 20 to 110 layers at their initial weights: gradient norms and activations of every layer, with and without batch norm, computed in your browser.',
  lead: '64 pictures of random numbers with random labels, one pass forwards and one back through networks that have learnt nothing yet, batch norm in training mode: with the mean and the variance of this very batch. What reaches each layer, in both directions?',
  claim:
    'It is often told that skips cure vanishing gradients. At initialisation nothing vanishes: in a deep plain network with batch norm gradients explode towards the input, exponentially with depth. Skips turn that into slow growth; without a norm, skips alone let the signal explode forwards.',
  expected:
    'Plain with batch norm: × 1.20 ± 0.03 per convolution (theory: √(π/(π−1)) = 1.211), so that ‖∂L/∂x‖ at the first convolution is 25 times that at the last with 20 layers, some 15,000 times with 56. Residual with batch norm: 9, 35 and 72 times with 20, 56 and 110 layers. Plain without a norm, He: nearly flat. Glorot: × 0.71 per convolution. Zero γ: the same at all blocks.',
  sources: [
    {
      text: 'He, Zhang, Ren, Sun 2015, “Deep residual learning for image recognition”, section 4.1: with batch norm neither signals nor gradients of the plain networks vanish; why the deep ones train badly is left open.',
      url: 'https://arxiv.org/abs/1512.03385',
    },
    {
      text: 'Yang et al. 2019, “A mean field theory of batch normalization”: the explosion in plain networks with batch norm, and the far smaller range of gradients after one step.',
      url: 'https://arxiv.org/abs/1902.08129',
    },
    {
      text: 'De, Smith 2020, “Batch normalization biases residual blocks towards the identity function in deep networks”: why skips with batch norm start well; SkipInit.',
      url: 'https://arxiv.org/abs/2002.10444',
    },
    {
      text: 'Goyal et al. 2017, “Accurate, large minibatch SGD”: zero γ in the last batch norm of each block.',
      url: 'https://arxiv.org/abs/1706.02677',
    },
    {
      text: 'He et al. 2015, “Delving deep into rectifiers”, section 2.2: the variance 2/fan-in that ReLUs need.',
      url: 'https://arxiv.org/abs/1502.01852',
    },
    {
      text: 'van Laarhoven 2017, “L2 regularization versus batch and weight normalization”: the step of a normalised layer depends on ‖W‖.',
      url: 'https://arxiv.org/abs/1706.05350',
    },
  ],
  setUp:
    'CIFAR networks: 16 filters in the first stage, shortcuts of option A, 64 pictures of 32 × 32 × 3 independent normal numbers, ten classes. ResNet-50: 16 pictures of 128 × 128 × 3, 1000 classes. Head: normal, variance 1/fan-in. Of several seeds the geometric mean is shown.',

  networks: {
    title: 'Networks',
    rule: (most: number) => `Up to ${most}, drawn over each other. All of them are in the page’s address.`,
    none: 'No network is chosen: add one, or take an example.',
    presets: 'Examples',
    preset: {
      four: 'Plain and residual, with and without batch norm',
      plainBatchNorm: 'Plain with batch norm explodes backwards',
      residualBatchNorm: 'Residual with batch norm grows slowly',
      residualWithoutNorm: 'Residual without a norm explodes forwards',
      plainWithoutNorm: 'Plain without a norm stays nearly flat under He',
      initialisations: 'Glorot vanishes by itself, × 0.71 for every convolution',
      zeroGamma: 'Zero γ: every block starts as the identity',
      skipInit: 'SkipInit: branches × 1/√n replace the norm',
      resnet50: 'ResNet-50, and what is left of it without skips',
    },
    show: 'Show only these',
    addPreset: 'Add these',
    noRoom: (most: number) => `There is room for ${most} networks: remove some first.`,
    add: 'Add a network',
    edit: (name: string) => `Change ${name}`,
    remove: (name: string) => `Remove ${name}`,
    copyOf: 'A copy of this one is already here.',
    fields: {
      size: 'Depth',
      net: 'Skips',
      norm: 'Norm',
      init: 'Initial weights',
      zeroGamma: 'Zero γ',
      alpha: 'Branches × α',
    },
    sizes: { '20': '20 layers', '56': '56 layers', '110': '110 layers', resnet50: '50 layers (ResNet-50)' },
    nets: { plain: 'plain', residual: 'residual' },
    norms: { batch: 'batch norm', none: 'no norm' },
    inits: { he: 'He', glorot: 'Glorot', pytorch: 'PyTorch’s default' },
    alphas: { one: '1 (as it is)', root: '1/√n, n blocks' },
    /** 'residual 56, no norm, Glorot, α = 0.19'. */
    name: (network: string, details: readonly string[]) => [network, ...details].join(', '),
    layers: (net: string, size: string) => `${net} ${size}`,
    resnet50: 'ResNet-50',
    plain50: 'ResNet-50 without skips',
    zeroGammaName: 'zero γ',
    alphaName: (value: string) => `α = ${value}`,
  },

  run: {
    seed: 'Seed',
    seeds: 'Seeds',
    missing: (count: number) => (count === 1 ? 'Run it here' : `Run all ${count} here`),
    done: 'All of them have been measured here.',
    notRun: 'not run yet',
    seedCount: (seeds: number) => (seeds === 1 ? '1 seed' : `${seeds} seeds`),
    seedsOf: (seed: number, seeds: number) =>
      seeds === 1 ? `seed ${seed}` : `seeds ${seed} to ${seed + seeds - 1}`,
    recorded: (date: string, backend: string) => `recorded ${date}, ${backend}`,
    recordedNote: (date: string, backend: string) =>
      `What is marked as recorded was run by this program on ${date} (${backend}, from seed 0 on).`,
    takes: 'A pass through 110 layers takes some seconds; results appear one after the other.',
  },

  figures: {
    weightGradient: {
      title: 'What each layer’s weights feel',
      axis: '‖∂L/∂W‖ of each convolution',
    },
    activationGradient: {
      title: 'What reaches each layer on the way back',
      axis: '‖∂L/∂x‖ of the value after each convolution',
    },
    activationStd: {
      title: 'What reaches each layer on the way forward',
      axis: 'Standard deviation of the value after each convolution',
    },
  },
  axis: {
    convolution: 'convolution',
    share: 'share of the way from the first convolution to the last',
    block: 'block',
    blockShare: 'share of the way through the blocks',
    stage: (number: number) => `stage ${number}`,
  },
  theoryLine: (growth: string) => `theory: × ${growth} per convolution`,
  chart: (axis: string, spans: readonly string[]) =>
    `Line chart, logarithmic axis: ${axis}, from the first convolution to the last. ${spans.join(' ')} The slider and the table give every value.`,
  span: (name: string, first: string, last: string) => `${name}: ${first} at the first, ${last} at the last.`,

  growth: {
    title: 'Growth towards the input',
    caption:
      'How ‖∂L/∂x‖ grows from one convolution to the one before it, on average over the network: above 1 gradients explode towards the input, below 1 they vanish.',
    network: 'Network',
    measured: 'Growth per convolution',
    theory: 'Theory',
    reference: 'PyTorch',
    ratio: 'First ÷ last',
    referenceRatio: 'First ÷ last in PyTorch',
    loss: 'Loss',
    std: 'Std. at the end',
    from: 'Where from',
    why: {
      batchNorm: '√(π/(π−1)), Yang et al. 2019',
      he: 'made for ReLU: He et al. 2015, “Delving deep”',
      glorot: '√½: half of He’s variance',
      pytorch: '√⅙: a sixth of He’s variance',
      zeroGamma: 'only the identity is left',
    },
    referenceNote:
      'Reference runs with this set-up in PyTorch 2.13 (float32, CPU), no part of this program: geometric mean of 3 seeds, of 2 at 110 layers. Ratios are what they printed, growth is the (6n)-th root. Seeds scatter: a ratio by about a third, one above 1000 by up to a decade.',
    theoryNote:
      'Theories are of infinitely wide networks without padding; zeros of the padding take a little off.',
  },

  tables: {
    growth: 'Growth of all networks',
    layers: 'All layers of all networks',
    blocks: 'All blocks of all networks',
    steps: 'All steps of both networks',
  },

  notes: {
    and: ' and ',
    zeroGamma:
      'With γ = 0 the convolutions inside the blocks have gradients of exactly 0 at this step: nothing of them reaches the loss yet. γ itself has a gradient and moves first. This is meant so, and no fault. ‖∂L/∂x‖ is the same at all blocks; in the CIFAR networks it changes once, at the very last ReLU: only a quarter of the channels are alive there, the others are the zeros of option A, and half of what is alive is cut.',
    beyond: (names: string) =>
      `In ${names} numbers have grown beyond what 32 bits hold (3.4 × 10³⁸). That is the result, not a failure of the page: without a norm every block adds to the variance, and nothing takes it back. A smaller α, zero γ or batch norm keep it in bounds.`,
    zigzag:
      'In a residual network the values alternate: inside a block one stands on the branch, at its end on the sum of branch and shortcut.',
    loss: (name: string, loss: string, chance: string) =>
      `${name} starts with a loss of ${loss}; a network that knows nothing should have ${chance}. Its logits have grown with the signal.`,
  },

  variance: {
    title: 'What each block adds to its shortcut',
    axis: 'Var(F) / Var(shortcut) at the sum',
    reference: '1: as much as the shortcut carries',
    text: 'With batch norm every branch has about the same variance, while the shortcut collects those of all blocks before it: the deeper the block, the less it changes, and the nearer the network is to the identity (De, Smith 2020). In ResNet-50 the ratio is expected at 1.00, 1.46 = π/(π−1) and 1.00 in the first three blocks of each stage, and it starts again with each stage, where a projection with batch norm stands on the shortcut.',
    description: (spans: readonly string[]) =>
      `Line chart over the blocks, logarithmic axis: variance of the branch divided by that of the shortcut. ${spans.join(' ')} The slider and the table give every value.`,
  },

  may: [
    'At the first step, with batch norm in training mode, the gradients of a plain network explode towards the input, exponentially with depth; they do not vanish. The rate is that of theory, √(π/(π−1)) ≈ 1.211, whatever the scale of the initial weights (Yang et al. 2019).',
    'Skips together with batch norm turn this into slow growth: from the first convolution to the last less than two decades at 110 layers, against more than seven in the plain network.',
    'Skips alone are not enough: without a norm each block at least doubles the variance, and at 110 layers the loss starts in the hundreds of millions. A factor α ≤ 1/√n (SkipInit), zero γ or a norm prevents it.',
    'What does vanish is a bad initialisation: Glorot’s variance is half of what ReLUs need, PyTorch’s default a sixth.',
  ],
  mayNot: [
    'That deep plain networks train badly because gradients vanish, or because they explode here. Step 0 and training under way are two regimes: below, the imbalance collapses within a few steps. He et al. (2015, section 4.1) report healthy gradients with batch norm, do not say when they were measured, and leave the cause of the degradation open.',
    'That layers of different shape can be compared: a norm grows with the number of its terms. Compare within a stage, between the vertical lines.',
    'Anything from batch norm in inference mode: at the initial weights its moving mean is 0 and its variance 1, so that it does nothing, and one draws the network without a norm without noticing.',
    'That He’s initialisation fails because the signal of the plain network without a norm shrinks on its way: the zeros of the padding alone predict as much.',
  ],

  steps: {
    longer: 'Train the same pair for longer, with every layer measured',
    title: 'Over the first steps',
    claim:
      'The explosion of step 0 is gone after a handful of steps, and the deep plain network still learns badly: two facts that are often told as one.',
    setUp:
      '8 filters in the first stage, batch norm, He’s initial weights; each step 32 new gratings of 16 × 16 in 8 orientations; SGD with momentum 0.9, decay 10⁻⁴. Both networks get the same pictures.',
    depth: 'Depth',
    depths: { '20': '20 layers', '56': '56 layers' },
    rate: 'Learning rate',
    count: 'Steps',
    step: 'step',
    nets: { plain: 'plain', residual: 'residual' },
    ratio: {
      title: 'Imbalance of the gradients',
      axis: '‖∂L/∂W‖ of the first convolution ÷ of the last',
      one: '1: balanced',
    },
    weight: { title: 'The first convolution’s weights', axis: '‖W‖ of the first convolution' },
    loss: {
      title: 'Loss',
      axis: 'Cross entropy of the step’s batch',
      chance: (value: string) => `chance: ln 8 = ${value}`,
    },
    description: (axis: string, spans: readonly string[]) =>
      `Line chart over the training steps: ${axis}. ${spans.join(' ')} The slider and the table give every value.`,
    span: (name: string, first: string, last: string, step: number) =>
      `${name}: ${first} at step 0, ${last} at step ${step}.`,
    noRecording:
      'What is recorded has 56 layers, a rate of 0.05, seed 0 and 60 steps: run it here to see these settings.',
    text: [
      'The first update of the plain network is huge, and the weights of its first layers grow many times over. With batch norm behind it, a convolution’s scale does not matter for what the network computes: W and 100 W give the same output. But the gradient shrinks as 1/‖W‖, and relative to its size a layer moves as 1/‖W‖²: it is left behind with a tiny effective learning rate.',
      'So neither “vanishing” nor “exploding” names what keeps the plain network from learning: after the first steps its gradients are neither tiny nor huge, and its loss stays high. Yang et al. (2019) describe the fall after a single step; that batch norm makes a layer’s step size depend on ‖W‖ is shown by van Laarhoven (2017).',
    ],
    caveat:
      'A few dozen steps of one seed do not show who wins in the end. They show that the figures above are a picture of one moment.',
  },
};
