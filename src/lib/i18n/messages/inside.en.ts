import { formatNumber } from '../format.ts';

const count = (value: number) => formatNumber(value, 'en');

/** The page that looks into networks that were trained here. */
export const inside = {
  title: 'Inside: what do the small networks see?',
  description:
    'Look into the plain and the residual network that you have just trained: every map, every weight, any number term by term, and what is left of them without one of their blocks.',
  lead: 'The networks that were trained on “Side by side” are small enough to be looked at whole. Choose one, and a picture of its task: the map, the activations, the weights and the sums behind every number are the explorer’s, as for ResNet-50. Then take their blocks away, one at a time.',
  claim:
    'Veit, Wilber and Belongie (2016, section 4.1) took single layers out of trained networks. VGG, which has no shortcuts, fell to about chance whichever was missing; a ResNet of 110 layers hardly noticed most of its blocks, except those that open a stage. Whether the pair that you have trained behaves so can be measured here.',
  expected:
    'An independent run in PyTorch (gratings, 20 layers, 250 steps, rate along a cosine, 512 pictures): without its first, second and third block the residual network got 0.25, 0.54 and 0.82 of the pictures right, without the fourth 0.95, without any later one 1.00. The plain one, 0.994 when whole, got 0.28 or less whichever was missing. Chance is 0.125. With other depths, steps and seeds the figures are others.',
  may: [
    'How much this network, with these weights, relies on a block for these pictures, everything else being as it was trained.',
    'What a channel responds to on these pictures, and of which numbers each of its values is the sum.',
    'That two networks with the same initial weights and the same batches ended up with other filters: that is what the skips changed.',
  ],
  mayNot: [
    'That channel k of the one network does the work of channel k of the other: after training, channels of two networks have no common order.',
    'That a block is superfluous because little is lost without it. It was in its place during training; a network trained without it would be another one.',
    'That early blocks are redundant too. In short networks they are not: the first blocks change the signal most (Jastrzębski et al. 2018).',
    'That all of the loss is the block’s missing knowledge: the moving statistics of batch norm are not computed anew, and later layers meet a signal of another scale.',
    'How larger networks, or other tasks, would do: this is one pair, with one seed.',
  ],
  sources: {
    veit: 'Veit, Wilber, Belongie 2016: Residual Networks Behave Like Ensembles of Relatively Shallow Networks, section 4.1',
    jastrzebski: 'Jastrzębski et al. 2018: Residual Connections Encourage Iterative Inference',
    he: 'He et al. 2015: Deep Residual Learning for Image Recognition, section 4.2',
  },
  diverged: (networks: string) =>
    `The loss of ${networks} is no finite number any more: there is nothing to be seen in its weights.`,
  train: {
    title: 'Nothing has been trained yet',
    running: 'Being trained',
    text: 'This page looks into networks whose weights are here. Train some on “Side by side” and come back, or train some here:',
    pair: 'a plain and a residual network of 20 layers, 8 filters wide, on gratings, 200 steps; a minute or so, more on a slow device.',
    chosen: (lanes: string) => `those that are chosen there: ${lanes}.`,
    run: 'Train them here',
    doing: (step: number) => `Step ${step}`,
    kept: 'The curves on “Side by side” were recorded or read from a file: their weights are not here.',
    lost: 'The backend was changed, and with its worker the trained weights are gone.',
    race: 'To “Side by side”',
  },
  network: {
    title: 'Network',
    label: 'Network and seed',
    option: (lane: string, seed: number) => `${lane}, seed ${seed}`,
    step: (step: number) => `as it was after ${count(step)} ${step === 1 ? 'step' : 'steps'}`,
    further: 'It is being trained further.',
    again: 'Look at it as it is now',
    opening: 'Opening …',
    statistics: 'Batch norm reads its moving statistics, as it does when a trained network is used.',
    noNorm: 'This network has no batch norm.',
  },
  picture: {
    title: 'Picture',
    heldOut: 'Pictures that were held out: no network is trained on them.',
    endless: 'Drawn for this page: every picture of this task is new, so none was trained on.',
    trained: 'This task holds no pictures out: those shown may have been trained on.',
    shown: (index: number, name: string) => `Picture ${index}, class ${name}`,
    another: 'Another of this class',
    list: 'Pictures, class by class',
    choose: (name: string, index: number) => `${name}, picture ${index}`,
  },
  map: {
    title: 'The network',
    totals: (params: string, macs: string, blocks: number) =>
      `${params} parameters, ${macs} multiply-adds a picture, ${blocks} blocks`,
  },
  node: { title: 'The chosen node' },
  beside: {
    title: 'The same node in both networks',
    intro:
      'The same picture, the same place in the network. Networks that differ only in their skips began with the same weights there; the colours have one scale for both.',
    none: 'There is no other network with this seed to compare with: train a plain and a residual one together.',
    absent: (network: string, node: string) => `${network} has no node ${node}.`,
    figures: (mean: string, std: string) => `mean ${mean}, standard deviation ${std}`,
    maps: (network: string, channels: number) => `${network}: ${count(channels)} channels`,
    channel: (index: number, mean: string) => `Channel ${index}, mean ${mean}`,
    values: 'Value',
    index: 'Channel',
    answer: (name: string, percent: string) => `${name}, ${percent}`,
    prediction: 'Most probable class',
    right: 'right',
    wrong: 'wrong',
    table: 'Mean of each channel',
  },
  lesions: {
    title: 'Without one block',
    intro:
      'Each block is taken away in turn, nothing is trained again, and the pictures that the network gets right are counted. In the residual network the shortcut goes on carrying the signal. The plain one has none: there the block’s input is handed on unchanged, through zero padding as in option A where the shape changes, so that there is a network at all.',
    cutIntro:
      'Each shortcut is cut in turn, nothing is trained again, and the pictures that the network gets right are counted. The plain network has no shortcuts.',
    kind: 'Taken away',
    kinds: { removeBlock: 'the branch of a block', cutShortcut: 'the shortcut of a block' },
    run: 'Count it here',
    doing: (network: string) => `${network} …`,
    axis: 'Share of the pictures that are right',
    block: 'Missing',
    whole: 'none',
    chance: 'chance',
    pictures: (pictures: number, step: number) =>
      `${count(pictures)} pictures, after ${count(step)} ${step === 1 ? 'step' : 'steps'}`,
    describe: (parts: string) => `Right without each block. Whole: ${parts}.`,
    part: (network: string, percent: string) => `${network} ${percent}`,
    stale: 'The networks have been trained further since.',
    table: 'Right without each block',
    empty: 'Nothing has been counted yet.',
  },
};
