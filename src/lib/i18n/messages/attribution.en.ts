import { formatNumber } from '../format.ts';

const count = (value: number) => formatNumber(value, 'en');

/** Thirds of the picture, from the top and from the left. */
const regions = [
  ['top left', 'top', 'top right'],
  ['left', 'middle', 'right'],
  ['bottom left', 'bottom', 'bottom right'],
];

const papers = {
  zhou: { name: 'Zhou et al. 2016', url: 'https://arxiv.org/abs/1512.04150' },
  selvaraju: { name: 'Selvaraju et al. 2017', url: 'https://arxiv.org/abs/1610.02391' },
  simonyan: { name: 'Simonyan et al. 2014', url: 'https://arxiv.org/abs/1312.6034' },
  smilkov: { name: 'Smilkov et al. 2017', url: 'https://arxiv.org/abs/1706.03825' },
  zeiler: { name: 'Zeiler & Fergus 2014', url: 'https://arxiv.org/abs/1311.2901' },
  adebayo: { name: 'Adebayo et al. 2018', url: 'https://arxiv.org/abs/1810.03292' },
  hooker: { name: 'Hooker et al. 2019', url: 'https://arxiv.org/abs/1806.10758' },
} as const;

/** What the score of a class rests on. */
export const attribution = {
  title: 'What the network looked at',
  method: 'Method',
  methods: {
    cam: {
      name: 'Class activation map',
      formula: 'Σₖ wₖ · Aₖ',
      does: 'For every position of the last block’s maps A: what the class’s weights w make of it. The mean over all positions plus the bias is the class’s logit.',
      caveat:
        'Exact for this network’s head, and coarse: 7 × 7 positions, each of which can depend on the whole picture. What a cell says need not come from the pixels under it alone.',
      unit: 'Part in the logit: the mean over all cells is what counts.',
      papers: [papers.zhou],
    },
    gradCam: {
      name: 'Grad-CAM',
      formula: 'ReLU(Σₖ mean(∂logit/∂Aₖ) · Aₖ)',
      does: 'Every channel of a block’s output, weighted by the mean of the logit’s gradient over its positions; what is negative is left out.',
      caveat:
        'At the last block the gradient is the same at all positions, and the map is the positive part of the class activation map. At earlier blocks the mean forgets where a channel mattered. When a network’s weights are replaced by random ones its maps do change, as they must.',
      unit: 'Weighted activation.',
      papers: [papers.selvaraju, papers.adebayo],
    },
    saliency: {
      name: 'Gradient saliency',
      formula: 'max |∂logit/∂pixel|',
      does: 'How fast the logit changes with each pixel: the steepest of its three colours.',
      caveat:
        'It says where the score is sensitive, not what speaks for the class. That it looks convincing proves little: an edge detector, which knows nothing of the network, gives similar pictures. (The gradient does pass the test with random weights; some other methods do not.)',
      unit: 'Change of the logit per step of 1 in a colour (0 to 255).',
      papers: [papers.simonyan, papers.adebayo],
    },
    smoothGrad: {
      name: 'SmoothGrad',
      formula: 'max |mean(∂logit/∂pixel)|',
      does: 'The gradient’s mean over noisy copies of the picture (noise: 15 % of the range of its values), then as for saliency.',
      caveat:
        'Clearer to the eye, which does not make it truer: in a benchmark that removes pixels and trains again, some ways of averaging did no better than the plain gradient, at many times its cost.',
      unit: 'Change of the logit per step of 1 in a colour (0 to 255).',
      papers: [papers.smilkov, papers.hooker],
    },
    occlusion: {
      name: 'Occlusion',
      formula: 'p(picture) − p(picture without the square)',
      does: 'A square is replaced by the mean colour of the training pictures, and the network is run again: how much of the class’s probability is lost. Each pixel has the mean over all squares that cover it.',
      caveat:
        'The network was never trained on pictures with a hole: part of what is lost may come from their strangeness, and not from what the square hid. Another size of square gives another map.',
      unit: 'Probability lost.',
      papers: [papers.zeiler, papers.hooker],
    },
  },
  source: 'Sources: ',
  sourceGap: ', ',
  inNetwork: (interventions: number) =>
    `Computed in the network as it is shown, with ${interventions} intervention${interventions === 1 ? '' : 's'}.`,
  settings: {
    block: 'At the output of',
    blockName: (block: string) => `block ${block}`,
    samples: 'Noisy copies',
    seed: 'Seed',
    side: 'Side of the square',
    pixels: (side: string) => `${side} pixels`,
  },

  classes: {
    first: 'Class',
    second: 'Beside it',
    placeholder: 'Search 1000 classes',
    none: 'no second class',
    top: 'the most probable class, whatever the picture',
    follows: 'follows the picture',
    unnamed: (index: number) => `class ${index}`,
    clear: { first: 'Back to the most probable class', second: 'Take the second class away' },
    empty: 'No class has such a name.',
    more: (shown: number, all: number) => `${count(shown)} of ${count(all)} shown`,
    open: 'Show classes',
  },

  overlay: {
    mode: 'Drawn as',
    modes: { cells: 'cells', smooth: 'smooth' },
    cells: (height: number, width: number) =>
      `${height} × ${width} values, each drawn as a square round its centre. The first is centred on the picture’s first pixel.`,
    smooth: (height: number, width: number) =>
      `Interpolated: the network gives ${height} × ${width} values, at the centres of the cells.`,
    pixels: 'One value for each pixel.',
    opacity: (percent: number) => `Covers the picture by ${percent}\u202f%`,
    pair: 'Colours',
    pairs: { shared: 'one scale for both', own: 'one scale each' },
    picture: (method: string, name: string) => `${method} for ${name} over the picture`,
    role: 'map',
    keys: 'Arrow keys move the place that is read.',
  },

  empty: 'The map will stand here once the pass has come to the end.',
  computing: 'computing …',
  progress: {
    smoothGrad: (done: number, all: number) => `noisy copy ${done} of ${all}`,
    occlusion: (done: number, all: number) => `square ${done} of ${all}`,
  },
  progressLabel: 'Computed so far',
  cancel: 'Cancel',
  compute: 'Compute',
  waiting: 'This takes many passes, so it is not done again by itself.',
  partial: (done: number, all: number) => `Ended after ${done} of ${all}: the map is not complete.`,
  stale: 'Of the pass before.',

  region: (row: number, column: number) => regions[row][column],
  place: (row: number, column: number, x: number, y: number) =>
    `row ${row}, column ${column} (pixel ${x}, ${y})`,
  summary: {
    gap: ' ',
    peak: (name: string, region: string, x: number, y: number, value: string) =>
      `${name}: largest in the ${region} of the picture, at pixel (${x}, ${y}), with ${value}.`,
    box: (share: string, area: string) =>
      `The box holds ${share} of what is positive, on ${area} of the picture.`,
    none: (name: string) => `${name}: no value is above zero.`,
  },
  head: {
    title: 'Does it add up?',
    mean: 'mean of the map',
    bias: 'bias',
    sum: 'sum',
    logit: 'logit in the pass',
    difference: 'difference',
    caption: 'The map’s mean plus the bias, beside the logit',
    quantity: 'quantity',
  },
  table: {
    caption: (method: string) => `${method}, position by position`,
    captionMeans: (method: string, side: number) =>
      `${method}, means over squares of ${side} × ${side} pixels`,
    place: 'row, column',
    centre: 'centre (x, y)',
    means: (side: number) => `The table gives means over squares of ${side} × ${side} pixels.`,
  },
  announce: (method: string, summaries: string) => `${method}. ${summaries}`,
};
