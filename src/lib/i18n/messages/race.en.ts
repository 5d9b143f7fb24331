/** /compare/: plain and residual networks, trained beside each other. */
export const race = {
  title: 'Plain against residual, trained side by side',
  description:
    'Train a plain network and a residual one side by side in your browser: same batches, same initial weights, no difference but the skips. The deeper plain network has the higher training error.',
  lead: 'Networks that differ in their skips and in nothing else are trained here, now: with the same batches in the same order, from the same initial weights. Which of them learns?',
  claim:
    'Degradation (He et al. 2015): as a plain network gets deeper, its training error gets higher, although the deeper network could do whatever the shallower one does by making its further layers identities. It is not overfitting, for the error on the training data itself is higher. With skips the deeper network trains as well as the shallow one.',
  expected:
    'Gratings, 8 filters in the first stage, 200 steps, one seed, in PyTorch: accuracy over the last 20 steps 1.00 with 8 layers, plain or residual; with 20 layers plain 0.77, residual 1.00; with 56 layers plain 0.38, residual 0.97. Seeds scatter: the plain ones by ± 0.15, the residual ones by ± 0.03; of plain 20, twelve seeds had a mean of 0.83 in PyTorch and of 0.87 here. Chance is 0.125.',
  may: [
    'On this task, with this recipe, the deeper plain network has a higher training loss than the shallower one, and the residual network of the same depth has not: degradation is a failure to optimise.',
    'Every batch of gratings, and of shapes, is new: what is seen there cannot be overfitting, as nothing is seen twice.',
    'The networks have the same weights at the start wherever tensors match, and with option A the same number of them: what differs later comes of the skips.',
  ],
  mayNot: [
    'That gradients vanish in the plain network. He et al. (2015, section 4.1) checked that they do not with batch norm and left the cause open; the figures of the layers below show what they do here.',
    'That deep plain networks cannot be trained at all: given other initial weights and much care they can (Xiao et al. 2018: 10,000 layers).',
    'How large the gap is elsewhere. These are small networks, short runs and easy pictures; at ImageNet’s 18 layers plain and residual end alike (27.94 and 27.88 % error: He et al. 2015, table 2).',
    'Much from a single seed: take several before you believe a small difference.',
  ],
  sources: [
    {
      text: 'He, Zhang, Ren, Sun 2015, “Deep residual learning for image recognition”, sections 1, 4.1 and 4.2, figures 1, 4 and 6.',
      url: 'https://arxiv.org/abs/1512.03385',
    },
    {
      text: 'Goyal et al. 2017, “Accurate, large minibatch SGD”: warm-up, and zero γ.',
      url: 'https://arxiv.org/abs/1706.02677',
    },
    {
      text: 'Zagoruyko, Komodakis 2016, “Wide residual networks”: width in place of depth.',
      url: 'https://arxiv.org/abs/1605.07146',
    },
    {
      text: 'Xiao et al. 2018, “Dynamical isometry and a mean field theory of CNNs”: plain networks of 10,000 layers.',
      url: 'https://arxiv.org/abs/1806.05393',
    },
  ],

  name: {
    nets: { plain: 'plain', residual: 'residual' },
    layers: (net: string, depth: number) => `${net} ${depth}`,
    details: (network: string, details: readonly string[]) => [network, ...details].join(', '),
    optionB: 'option B',
    noNorm: 'no norm',
    inits: { he: 'He', glorot: 'Glorot', pytorch: 'PyTorch’s default' },
    zeroGamma: 'zero γ',
    width: (width: number) => `${width} wide`,
  },

  run: {
    title: 'The race',
    preset: 'Example',
    ownPreset: 'Your own',
    run: 'Run',
    continue: 'Continue',
    again: 'Run from the start',
    more: (steps: string) => `${steps} steps more`,
    pause: 'Pause',
    pausing: 'Pausing …',
    one: 'One step',
    rewind: 'Rewind',
    rewound: 'Rewound to the same initial weights. The same batches come again in the same order.',
    task: 'Preparing the pictures',
    opening: 'Building the networks',
    progress: (step: string, all: string) => `Step ${step} of ${all}`,
    pace: (perSecond: string) => `${perSecond} steps a second`,
    left: (time: string) => `about ${time} left`,
    seconds: (seconds: string) => `${seconds} s`,
    minutes: (minutes: string) => `${minutes} min`,
    lost: 'What computes has been started anew, and the networks went with it: the curves are all that is left of them. The next run begins at the same initial weights.',
    needsFiles: 'This task needs files of yours: choose them below, under “Task”.',
    over: 'All runs have diverged: there is nothing left to train. Rewind and change the recipe, or take another example.',
    diverged: (name: string, step: string) =>
      `${name} diverged at step ${step}: its loss is no longer a number.`,
    whyNoNorm:
      'Without a norm nothing takes back what each block adds to the signal: in a deep residual network it explodes on its way forward, and the first update finishes the rest. Take batch norm, a smaller rate or fewer layers.',
    whyRate:
      'The rate is too high: each update makes the loss larger than the one before. Take a smaller rate, or a warm-up.',
    ofFile: 'from a file',
    notRecorded: 'These settings are not recorded: press “Run” to train the networks here.',
    recordedNote:
      'This was recorded earlier, with the same settings: press “Run” to see it happen on your device.',
    /** Below a saved figure. */
    caption: (task: string, steps: string, seed: number, seeds: number) =>
      `${task}, ${steps} steps, ${seeds === 1 ? `seed ${seed}` : `seeds ${seed} to ${seed + seeds - 1}`}`,
  },

  state: {
    none: 'Nothing has been trained yet.',
    after: (step: string, networks: readonly string[]) =>
      `Accuracy after ${step} steps – ${networks.join('; ')}.`,
    accuracy: (name: string, accuracy: string) => `${name}: ${accuracy}`,
    spread: (name: string, accuracy: string, low: string, high: string) =>
      `${name}: ${accuracy} (${low} to ${high})`,
    note: (steps: number) =>
      `Share of training pictures that are told rightly, mean of the last ${steps} steps.`,
    network: 'Network',
    loss: 'Loss',
    right: 'Accuracy',
    params: 'Parameters',
    macs: 'Multiply-adds',
    diverged: (step: string) => `diverged at step ${step}`,
  },

  charts: {
    step: 'step',
    loss: { title: 'Training loss', axis: 'Cross entropy of each step’s batch, in nats' },
    accuracy: { title: 'Training accuracy', axis: 'Share of each step’s batch that is told rightly' },
    heldOutLoss: { title: 'Loss on held-out pictures', axis: 'Cross entropy, in nats' },
    heldOutAccuracy: { title: 'Accuracy on held-out pictures', axis: 'Share that is told rightly' },
    chanceLoss: (classes: number, loss: string) => `chance: ln ${classes} = ${loss}`,
    chanceAccuracy: (accuracy: string) => `chance: ${accuracy}`,
    description: (axis: string, spans: readonly string[]) =>
      `Line chart over the training steps: ${axis}. ${spans.join(' ')} The slider and the table give every value.`,
    span: (name: string, first: string, last: string, step: string) =>
      `${name}: ${first} at first, ${last} at step ${step}.`,
    smooth: 'Smoothing',
    smoothing: (steps: number) => (steps === 1 ? 'none' : `mean of the last ${steps} steps`),
    scale: 'Loss axis',
    scales: { linear: 'linear', log: 'logarithmic' },
    exploded: 'A loss has grown beyond 200: its axis is logarithmic.',
    raw: 'The thin line is every single step.',
    band: (seeds: number) =>
      `Lines are the mean of ${seeds} seeds; bands reach from the lowest seed to the highest.`,
    binned: (steps: number) => `Each point is the mean of ${steps} steps.`,
    heldOutNote:
      'Pictures that are never trained on, with batch norm’s moving statistics. Those need some hundred steps to settle.',
    tables: 'Curves',
  },

  form: {
    networks: 'Networks',
    networksNote: (most: number) =>
      `Up to ${most}. They see the same batches, and begin with the same weights wherever tensors match.`,
    add: 'Add a network',
    full: (most: number) => `There is room for ${most} networks: remove one first.`,
    last: 'One network has to stay.',
    copy: 'A copy of this one is already here.',
    recipe: 'Recipe',
    recipeNote: 'The same for all networks.',
    task: 'Task',
    folded: 'Change networks, recipe and task',
    lane: {
      depth: { label: 'Depth', does: '6n + 2 layers: 3 stages of n blocks with two convolutions each.' },
      depthOption: (depth: string) => `${depth} layers`,
      net: { label: 'Skips', does: 'With them each block adds to what it got; plain ones replace it.' },
      shortcut: {
        label: 'Shortcut where sizes change',
        does: 'A fills new channels with zeros and has no weights; B is a 1 × 1 convolution.',
        plain: 'A plain network has no shortcuts.',
        options: { A: 'A: zeros', B: 'B: projection' },
      },
      norm: {
        label: 'Norm',
        does: 'Batch norm after every convolution, or none.',
        options: { batch: 'batch norm', none: 'none' },
      },
      init: {
        label: 'Initial weights',
        does: 'Variance 2/fan-in (He), about half of it (Glorot), a sixth of it (PyTorch’s default).',
      },
      zeroGamma: {
        label: 'Zero γ',
        does: 'Each block’s last γ begins at 0, so that the block begins as the identity.',
        plain: 'Needs shortcuts: a plain network would pass on nothing but zeros.',
        noNorm: 'Needs batch norm: without it there is no γ.',
      },
      width: {
        label: 'Width',
        does: 'Filters in the first stage; twice and four times as many in the others.',
      },
    },
    optimizer: {
      label: 'Optimiser',
      does: 'SGD with momentum, as in the paper, or Adam, which scales each weight’s step by itself.',
      options: { sgd: 'SGD', adam: 'Adam' },
    },
    rate: { label: 'Learning rate', does: 'How far each step goes. Adam wants about a fiftieth of SGD’s.' },
    momentum: {
      label: 'Momentum',
      does: 'How much of the last step goes on in the next.',
      adam: 'Adam has means of its own.',
    },
    decay: { label: 'Weight decay', does: 'Pulls kernels towards zero; γ, β and biases are left alone.' },
    schedule: {
      label: 'Schedule',
      does: 'Step: a tenth of the rate from half of the steps on, a hundredth from three quarters. Cosine: down to zero.',
      options: { constant: 'constant', step: 'in steps', cosine: 'cosine' },
    },
    warmup: { label: 'Warm-up', does: 'Steps over which the rate rises from nothing. 0: none.' },
    clip: { label: 'Clipping', does: 'Largest norm of all gradients together. 0: not clipped.' },
    batch: { label: 'Batch', does: 'Pictures in each step.' },
    steps: { label: 'Steps', does: 'Length of the run.' },
    seed: { label: 'Seed', does: 'Of initial weights and batches: the same seed gives the same run.' },
    seeds: {
      label: 'Number of seeds',
      does: 'Each network is trained so many times, with seeds that follow each other.',
    },
    measureEvery: { label: 'Measure layers every', does: 'So many steps; it costs time. 0: never.' },
    testEvery: {
      label: 'Test held-out pictures every',
      does: 'So many steps. 0: never.',
      none: 'This task has none: every picture is new.',
    },
  },

  presets: {
    pair: {
      name: '56 layers: plain against residual',
      says: 'The skips are all that differs. After 200 steps the plain network is right in a quarter to a third of cases (chance: an eighth); the residual one nearly always.',
    },
    degradation: {
      name: 'Degradation: 20 and 56 layers',
      says: 'The deeper plain network is worse than the shallower one, on training data. With skips, depth costs nothing.',
    },
    shallow: {
      name: '8 layers: no difference',
      says: 'Shallow networks do not need skips: plain and residual learn alike. Degradation comes with depth.',
    },
    withoutNorm: {
      name: 'Without batch norm',
      says: 'Skips are no substitute for a norm: without one, at this rate, neither plain nor residual learns at 20 layers, and the residual network of 56 layers diverges in its first steps.',
    },
    zeroGamma: {
      name: 'Zero γ',
      says: 'Blocks that begin as the identity. On this task it makes no difference to speak of after 200 steps; on ImageNet it gave 0.2 to 0.3 points (Goyal et al. 2017).',
    },
    shortcuts: {
      name: 'Shortcut A against B',
      says: 'Zeros or projections where sizes change: both train well. Projections “are not essential” (He et al. 2015, section 4.1); a small difference between two runs of one seed is chance.',
    },
    initialWeights: {
      name: 'Initial weights: He, Glorot, PyTorch’s',
      says: 'With batch norm the scale of the initial weights hardly matters to what the network computes: all three learn.',
    },
    highRate: {
      name: 'Too high a rate',
      says: 'At a hundred times the rate nothing learns. Batch norm keeps the numbers finite even so; without it the run diverges, stops, and says why.',
    },
    lowRate: {
      name: 'A fifth of the rate',
      says: 'Is the plain network only trained too fast? No: at 0.01 the gap is the same.',
    },
    warmup: {
      name: 'Warm-up at a high rate',
      says: 'At ten times the rate, reached over 50 steps, the residual network learns well. Without warm-up (set it to 0) it gets a third right; the plain one gains far less.',
    },
    adam: {
      name: 'Adam',
      says: 'Another optimiser does not help: the plain network stays at chance, the residual one learns.',
    },
    wider: {
      name: 'Wider instead of deeper',
      says: 'Twice the width at 20 layers: better than 56 layers where there are no skips. With skips, both depths learn this easy task.',
    },
  },
};
