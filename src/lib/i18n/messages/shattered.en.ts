/** The page on shattered gradients. */
export const shattered = {
  title: 'Shattered gradients',
  description:
    'dy/dx of small networks at initialisation, plain and residual, beside white and brown noise, with autocorrelation: computed in your browser for any depth, β and seed.',
  lead: 'A network that turns one number x into one number y, at its initial weights. Its gradient dy/dx is a curve over x. If neighbouring inputs have gradients that have nothing to do with each other, a step that helps one of them says nothing about the next.',
  claim:
    'Balduzzi et al. 2017: in plain networks the correlation between gradients decays exponentially with depth, until they resemble white noise. With skips the decay is far slower, and the gradient keeps some structure.',
  expected:
    'Lag-1 autocorrelation: 24 plain layers with batch norm below 0.15 in size, 50 residual layers with β = 0.1 above 0.9. A separate program found, as the mean of 20 seeds: one layer 0.98, plain 24 layers −0.05, residual 50 layers 0.95, brown noise 0.97, white noise 0. With biases and without a norm 24 plain layers shatter only in part: 0.87.',
  may: [
    'Batch norm keeps the sizes of signals and gradients in order, and yet the gradients of a deep plain network are close to uncorrelated. Size is not all there is to a gradient.',
    'Skips slow the loss of correlation down; a small β on the branches slows it further.',
  ],
  mayNot: [
    'That every deep plain network shatters: He’s initial weights with biases and without a norm do so only in part. Choose “none” as norm and see.',
    'That this is why plain networks train badly. It is measured before the first step, in networks of one input; He et al. 2015 (section 4.1) left the cause open.',
    'That what is drawn is the gradient that training uses: here the statistics of batch norm count as constants, and the gradient is taken by the input, not by the weights.',
  ],
  sources: [
    {
      text: 'Balduzzi, Frean, Leary, Lewis, Ma, McWilliams 2017, “The shattered gradients problem: if resnets are the answer, then what is the question?”, figure 1 and equation 2.',
      url: 'https://arxiv.org/abs/1702.08591',
    },
    {
      text: 'He, Zhang, Ren, Sun 2015, “Delving deep into rectifiers”, section 2.2: initial weights of variance 2 / fan-in.',
      url: 'https://arxiv.org/abs/1502.01852',
    },
    {
      text: 'He, Zhang, Ren, Sun 2015, “Deep residual learning for image recognition”, section 4.1.',
      url: 'https://arxiv.org/abs/1512.03385',
    },
  ],
  controls: {
    title: 'Your own network',
    net: 'Kind',
    nets: { plain: 'plain', residual: 'residual' },
    norm: 'Norm',
    norms: { batch: 'batch norm', none: 'none' },
    bias: 'Biases',
    biases: { with: 'with', without: 'without' },
    layers: 'Layers',
    beta: 'β, factor on each branch',
    betaPlain: 'A plain network has no branches.',
    width: 'Units per layer, in all networks',
    seed: 'Seed, of all curves',
    another: 'Another seed',
    computing: 'Computing curves',
    compute: 'Compute what is missing',
    here: 'in this browser',
    setUp:
      '256 inputs from −2 to 2. Layer 1 is ReLU(norm(w x + b)); a further layer is ReLU(norm(W h + b)), in a residual network h + β (W ReLU(norm(h)) + b). All networks have the same weights where they have the same layers.',
  },
  curves: {
    title: 'dy/dx over x, each on a scale of its own',
    names: {
      oneLayer: 'one layer',
      plain24: 'plain, 24 layers',
      residual50: 'residual, 50 layers, β = 0.1',
      brownNoise: 'brown noise',
      whiteNoise: 'white noise',
    },
    details: {
      oneLayer: 'no norm',
      plain24: 'batch norm',
      residual50: 'batch norm',
      brownNoise: 'running sum of white noise',
      whiteNoise: 'independent numbers',
    },
    own: (net: string, layers: number) => `yours: ${net}, ${layers} ${layers === 1 ? 'layer' : 'layers'}`,
    ownDetails: (norm: string, bias: string, beta: string | null) =>
      [norm, bias, ...(beta === null ? [] : [`β = ${beta}`])].join(', '),
    norms: { batch: 'batch norm', none: 'no norm' },
    biases: { with: 'biases', without: 'no biases' },
    lag: (value: string) => `lag 1: ${value}`,
    waiting: 'not there yet',
    description: (name: string, lag: string, changes: string) =>
      `dy/dx of ${name} over x from −2 to 2. Autocorrelation at lag 1: ${lag}; ${changes} changes of sign in 255 steps.`,
    undefinedNote: (names: string) =>
      `${names}: the curve is constant, or not finite, so it has no autocorrelation.`,
  },
  lags: {
    title: 'Autocorrelation',
    axis: 'correlation with itself',
    lag: 'lag, in steps of 4/255',
    description: (spans: readonly string[]) => `Autocorrelation by lag. ${spans.join(' ')}`,
    span: (name: string, first: string, tenth: string) => `${name}: ${first} at lag 1, ${tenth} at lag 10.`,
    note: 'Pearson’s correlation of the curve with itself that many steps on. Of 256 independent numbers it is within ±0.12 in 19 cases of 20.',
  },
  figures: {
    title: 'In figures',
    curve: 'Curve',
    lag: (lag: number) => `lag ${lag}`,
    changes: 'sign changes of 255',
  },
  tables: { curves: 'dy/dx of all curves', lags: 'Autocorrelation by lag' },
  lines: (width: number, seed: number) => `${width} units per layer, seed ${seed}`,
};
