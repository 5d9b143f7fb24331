/** The experiment on lesions: blocks removed, or swapped. */
export const lesions = {
  title: 'Lesions: what happens when one block is gone?',
  description:
    'Remove blocks from the trained ResNet-50, one, several at random, or let two change places, and see what becomes of its answer; beside it a plain network that loses a block.',
  lead: 'Take a residual block’s branch away and its shortcut still carries the signal on. Here each of the sixteen blocks of the trained ResNet-50 is removed in turn, then several at once, then two change places, with nothing trained again. A plain network has no such way round: it is trained here in small and loses its blocks too.',
  claim:
    'Veit, Wilber and Belongie (2016) took single blocks out of trained networks. In VGG, which has no shortcuts, any missing layer brought the error to about chance; in a ResNet of 110 layers hardly any block made a difference, except those that open a stage. With more blocks removed, or their order changed, the error grew smoothly.',
  expected:
    'For ResNet-50, with 16 blocks in place of 54, we know of no published table to compare with: what was recorded here on the samples is shown until you run it. For the small networks there is an independent run in PyTorch: of the residual one with 20 layers, 0.25 of the answers were right without its first block and 0.95 or more without any one from the fourth on; of the plain one 0.28 or less, whichever was missing. Chance is 0.125.',
  may: [
    'How much this network’s answer to these pictures rests on each block, everything else being as it was trained.',
    'That the residual network here loses its ability step by step as blocks go, and the small plain one mostly at once: the shortcut is a way round that the plain one does not have.',
    'That blocks within a stage work in a shared space: two of them can change places and the answer often stays.',
  ],
  mayNot: [
    'That a block is superfluous because little happens without it: it was in its place during training, and a network trained without it would be another one.',
    'That early blocks are redundant too. In short networks they are not: the first blocks change the signal most (Jastrzębski et al. 2018), and with only three to six blocks a stage ResNet-50 is short.',
    'That all of the loss is the block’s missing knowledge. Batch norm statistics are not computed anew: the later layers meet a signal of another scale than the one they know.',
    'That a block which opens a stage is worth what its bar says: only its branch is gone, its projection and the batch norm on that stay, because the shapes would not fit without.',
    'That a ResNet is an ensemble of 2ⁿ independent networks. That is an analogy: all paths share their weights, and a branch’s output depends on what came before it.',
    'Anything about accuracy on ImageNet. Sixteen pictures are few, and “right” here means the whole network’s own answer, not a label.',
    'How any two small networks would do: what is shown is one pair, with one seed. Another seed gives other figures; try some.',
  ],
  sources: {
    veit: 'Veit, Wilber, Belongie 2016: Residual Networks Behave Like Ensembles of Relatively Shallow Networks, section 4',
    greff:
      'Greff, Srivastava, Schmidhuber 2017: Highway and Residual Networks Learn Unrolled Iterative Estimation',
    jastrzebski: 'Jastrzębski et al. 2018: Residual Connections Encourage Iterative Inference',
  },
  choices: {
    title: 'Pictures and measure',
    over: 'Pictures',
    overs: { picture: 'The picture above', samples: 'All samples', own: 'Several of my own' },
    pick: 'Choose pictures',
    picked: (count: number) =>
      count === 0 ? 'None chosen yet.' : count === 1 ? 'One chosen.' : `${count} chosen.`,
    stays: 'They do not leave your device.',
    measure: 'What is shown',
    measures: {
      probability: 'Change of the probability',
      logarithm: 'Change of its logarithm',
      kept: 'Pictures whose top class stays',
    },
    target: 'Class followed',
    top: 'each picture’s top class',
    targetNote:
      'Unless you choose one, the class followed is the one that the whole network finds most probable, for each picture its own.',
    unusable: (count: number) =>
      count === 1 ? 'One picture could not be used:' : `${count} pictures could not be used:`,
  },
  axis: {
    probability: 'Change of the class’s probability',
    logarithm: 'Change of the natural logarithm of the class’s probability',
    kept: 'Share of pictures whose top class stays',
    block: 'Block removed',
    count: 'Blocks removed',
  },
  base: (percent: string, count: number) =>
    count === 1
      ? `The whole network gives this class ${percent}.`
      : `The whole network gives the classes followed ${percent} on average.`,
  notYet: 'Neither run here nor recorded: run it to see.',
  mean: (count: number) => (count === 1 ? 'One picture' : `Mean of ${count} pictures`),
  bars: (count: number, dots: boolean) =>
    count === 1
      ? 'One picture: no error bars.'
      : `Error bars: standard error of the mean over ${count} pictures.${dots ? ' Dots: each picture.' : ''}`,
  guess: {
    title: 'Predict first',
    question: 'Which block, removed alone, will cost the answer most? Mark one, then look.',
    block: (id: string) => `Block ${id}`,
    show: 'Show without a guess',
    yours: (id: string) => `Your guess: ${id}.`,
    right: (id: string) => `You marked ${id}, and it is the one that costs most.`,
    wrong: (id: string, rank: number, worst: string) =>
      `You marked ${id}: it is number ${rank} of 16. ${worst} costs most.`,
    change: 'Guess again',
  },
  single: {
    title: 'One block at a time',
    intro: 'Each bar is a network without that block’s branch.',
    describe: (count: number, worst: string, least: string) =>
      `A bar for each of 16 blocks, ${count === 1 ? 'for one picture' : `over ${count} pictures`}: ${worst} costs most, ${least} least.`,
  },
  removals: {
    title: 'More and more blocks',
    intro:
      'In each draw the blocks are put in a random order and taken out one after the other, the first stage’s as likely as the last’s.',
    most: 'Blocks at most',
    draws: 'Draws',
    seed: 'Seed',
    another: 'Another seed',
    settings: (draws: number, seed: number) => `${draws === 1 ? 'one draw' : `${draws} draws`}, seed ${seed}`,
    name: 'Mean over draws',
    band: (draws: number) =>
      draws === 1
        ? 'One draw: no spread.'
        : `Band: standard deviation over ${draws} draws of the mean over pictures. Dots: each draw.`,
    describe: (most: number, value: string) =>
      `A line from no block removed to ${most}, where the mean is ${value}.`,
  },
  swaps: {
    title: 'Blocks that change places',
    intro:
      'Two blocks of one stage, both as trained, in each other’s place: all 15 pairs whose shapes fit. The first block of a stage changes the shape and has to stay.',
    pair: 'Pair',
    change: 'Mean',
    error: 'Standard error',
    kept: 'Top class stays',
    of: (kept: number, count: number) => `${kept} of ${count}`,
  },
  plain: {
    title: 'The plain counterpart',
    intro:
      'Two networks of 20 layers, 8 filters wide, begin with the same weights and learn to tell the orientation of the same noisy gratings, one with shortcuts (option A), one without. Then each of their nine blocks is removed in turn, and 512 gratings that neither has seen are classified. Where a block of the plain network is missing, its input goes on in its place.',
    steps: 'Steps of training',
    seed: 'Seed',
    networks: { residual: 'Residual', plain: 'Plain' },
    axis: 'Share of right answers',
    block: 'Block removed',
    whole: 'none',
    chance: 'chance',
    training: (network: string, loss: string) => `${network}: training, loss ${loss}`,
    testing: (network: string) => `${network}: removing blocks`,
    describe: (residual: string, plain: string) =>
      `Two bars for the whole network and for each missing block. Whole, the residual network answers ${residual} right, the plain one ${plain}.`,
    time: 'Training both takes about a minute on two processor cores.',
  },
  tables: { effects: 'Every picture and lesion', networks: 'Both networks' },
};
