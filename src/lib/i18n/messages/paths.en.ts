/** The gradient along the paths of ResNet-50: the unravelled view, measured. */
export const paths = {
  title: 'Paths: which of the 65,536 carry the gradient?',
  description:
    'Unravel ResNet-50 into its 65,536 paths and measure, on your own picture, how much of the gradient comes by paths of each length: exactly, and path by path.',
  lead: 'On its way back through ResNet-50 a gradient meets 16 blocks, and at each it takes the shortcut or the residual branch: 2¹⁶ = 65,536 paths. The gradient that arrives at the first block is the sum of what comes by all of them. Here that sum is taken apart, exactly, on the trained network and your picture.',
  claim:
    'Veit, Wilber and Belongie (2016) unravel a residual network into its paths. The lengths of paths follow a binomial distribution; the gradient that one path carries shrinks exponentially with its length; so in a trained ResNet-110, they find, almost all of the gradient comes by short paths, through 5 to 17 of its 54 blocks: 0.45 % of all paths.',
  expected: (
    picture: string,
    loss: string,
    from: number,
    to: number,
    share: string,
    ofPaths: string,
    mean: string,
  ) =>
    `No figures have been published for ResNet-50. Recorded here, for the picture “${picture}”: each branch weakens a path’s gradient by a factor of ${loss} on average. Paths of ${from} to ${to} branches carry ${share} of the gradient and are ${ofPaths} of all paths. The mean length, weighted by gradient, is ${mean}; of all paths it is 8.`,
  may: [
    'In the trained network, for this picture and class, the gradient reaches the first block mostly by paths that are shorter than the typical one.',
    'The parts add up to the gradient exactly. Once the forward pass has been made, the way back is linear, so this is arithmetic and no approximation.',
    'Paths of one length point in very different directions: together they have far less gradient than their number times the norm of one.',
  ],
  mayNot: [
    'That a ResNet is an ensemble of 65,536 independent networks. All paths share the same 16 branches and their weights; “ensemble” is an analogy, and reviewers of the paper objected to taking it for more.',
    'That a path is a network by itself. F is not linear: which ReLUs let a gradient through was decided by the whole network’s forward pass. Remove a block and they change; that is another experiment, Lesions.',
    'That long paths do nothing, or that only some layers learn. Every branch lies on half of all paths, short and long ones.',
    'That number × norm is what a length carries. It adds up the lengths of arrows that point different ways. The bars take directions into account, the dashed line, the estimate of the paper, does not.',
    'Anything about training, or about another picture, from one trained network and one picture.',
  ],
  sources: [
    {
      text: 'Veit, Wilber, Belongie 2016: Residual Networks Behave Like Ensembles of Relatively Shallow Networks, sections 3 and 5',
      url: 'https://arxiv.org/abs/1605.06431',
    },
    {
      text: 'He, Zhang, Ren, Sun 2016: Identity Mappings in Deep Residual Networks, section 2',
      url: 'https://arxiv.org/abs/1603.05027',
    },
  ],
  measured: 'The gradient by the length of its paths',
  finding: (share: string, from: number, to: number, ofPaths: string) =>
    `${share} of the gradient comes by paths of ${from} to ${to} branches: ${ofPaths} of all paths`,
  nothing: 'No length of path carries a gradient here that can be measured',
  what: (picture: string, label: string, probability: string, node: string, norm: string) =>
    `${picture}: ∂loss/∂${node} for loss = −log p(“${label}”), p = ${probability}; its norm, all paths together, is ${norm}.`,
  mean: (gradient: string, paths: string) =>
    `Mean length: ${gradient} branches weighted by the gradient, ${paths} over all paths.`,
  settings: 'Settings',
  class: 'Class of the loss',
  topClass: 'the most probable one',
  samples: 'Paths drawn per length',
  seed: 'Seed',
  counts: { label: 'Axis of the numbers', linear: 'linear', log: 'logarithmic' },
  needsPass: 'The run begins when the network has answered for the picture.',
  hint: 'All paths of a length together come first, exactly; then single paths are drawn, round by round. The first takes about as long as nine backward passes, each round of draws as five.',
  doing: 'Walking back along paths',
  length: 'Branches that a path takes',
  charts: {
    counts: {
      label: 'Number of paths',
      series: 'paths',
      description: (mode: string, all: string) =>
        `Bar chart: the number of paths by the number of branches that they take, 0 to 16. It is highest in the middle, ${mode} paths of 8 branches, of ${all} in all.`,
    },
    norms: {
      label: 'Norm of the gradient, logarithmic',
      single: 'one path: those drawn, and their mean',
      together: 'all paths of this length together',
      description: (none: string, all: string) =>
        `Chart on a logarithmic axis. The gradient of one path falls from ${none} for the path without a branch to ${all} for the one that takes all. All paths of a length together have most in the middle of the short lengths.`,
    },
    shares: {
      label: 'Share of the whole, %',
      share: 'of the gradient',
      estimate: 'number × norm of one',
      paths: 'of the paths',
      description: (peak: number, share: string) =>
        `Bar chart of the share of the gradient that comes by paths of each length; the largest is ${share} at ${peak} branches. Two lines beside it: the number of paths times the norm of one, and the share of the paths, both shifted to longer paths.`,
    },
  },
  reading: (length: number, paths: string, mean: string, same: string, unrelated: string, together: string) =>
    `${length} branches: ${paths} paths. One of them carries a gradient of norm ${mean} on average. If all pointed the same way, they would add up to ${same}; if all stood at right angles to each other, to ${unrelated}. Together they have ${together}.`,
  readingOne: (length: number, norm: string) =>
    `${length} branches: a single path, which carries a gradient of norm ${norm}.`,
  table: {
    title: 'All values',
    length: 'branches',
    paths: 'paths',
    single: 'one path: mean',
    range: 'smallest to largest',
    drawn: 'drawn',
    together: 'together',
    share: 'share of the gradient',
    estimate: 'number × norm',
  },
  range: (least: string, most: string) => `${least} to ${most}`,
  few: {
    title: (count: number) => `Every path through the last ${count} blocks`,
    explain: (blocks: readonly string[], node: string, count: number, norm: string) =>
      `Blocks ${blocks.join(', ')}, as they are in the network: ${count} paths back from the last block’s output to ${node}. What they carry adds up to the gradient there (norm ${norm}).`,
    description: (taken: string) =>
      `Drawing of the blocks in a row, with the residual branch of each in the row and its shortcut below. Highlighted: ${taken}.`,
    legend: 'Choose a path to see it in the blocks',
    path: (ways: readonly string[]) => ways.join(', '),
    branch: (block: string) => `branch of ${block}`,
    shortcut: (block: string) => `shortcut of ${block}`,
    projection: (block: string) => `projection of ${block}`,
    columns: { path: 'path', share: 'share', norm: 'norm' },
    names: { branch: 'F', projection: 'projection' },
    note: 'The shortcut of the block that opens a stage is a projection: the path without a branch is no identity, and its gradient changes there too.',
  },
  other: {
    title: 'The same count in other networks',
    explain:
      'Counted on the graphs of the networks; nothing is measured here. For the 54 blocks of ResNet-110, Veit et al. 2016 measured on CIFAR-10 that almost all of the gradient comes by paths of 5 to 17 blocks.',
    network: 'network',
    blocks: 'blocks',
    paths: 'paths',
    mean: 'mean length',
    effective: 'share of paths of length 5 to 17',
    training:
      'Trained with 23 of the 54 blocks per batch, drawn so that only short paths are used, the network of the paper reaches 5.96 % error, and 6.10 % in the usual way (Veit et al. 2016).',
  },
  drawnOf: (count: number, seed: number) => `${count} per length, seed ${seed}`,
};
