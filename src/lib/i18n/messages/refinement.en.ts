/** The experiment on iterative refinement. */
export const refinement = {
  title: 'Do blocks refine one estimate?',
  description:
    'Measured on the trained ResNet-50 in your browser: how far each block’s output is from its stage’s last, whether the branch moves against the loss’s gradient, and what the classifier says after 5a and 5b.',
  lead: 'Within a stage every block adds to a value of the same shape. Are the blocks’ outputs successive estimates of what the stage hands on, each closer than the one before? Three figures for every block say how far the trained ResNet-50 behaves like that, and where it does not.',
  claim:
    'Greff, Srivastava and Schmidhuber (2016): the blocks of a stage estimate the same features again and again. Taking the stage’s last output for the truth, the mean error stays near zero and its standard deviation falls from block to block; they show it on a ResNet-50 trained on ImageNet. Jastrzębski and others (2018), on CIFAR-10: each block’s F moves its input h down the slope of the loss, so that cos(F, −∂L/∂h) is positive, more so in the upper blocks, and ‖F‖/‖h‖ is largest in the first blocks.',
  expected:
    'Recorded here on 16 samples: the error’s standard deviation falls through every stage of every picture; its mean, averaged over the pictures, lies between −0.24 and 0.14 standard deviations. The cosine is another matter: from 2a to 5a its mean is below 0.005 in size, in 5b it is −0.04, and only in 5c clearly positive, 0.04 (14 pictures of 16). Published for the last block of a ResNet-110 on CIFAR-10: about 0.1. ‖F‖/‖h‖ is largest in the last block, 1.57, not in the first.',
  may: [
    'Within a stage the outputs come closer to the stage’s last output, block by block, in every picture measured here.',
    'The three blocks of the last stage share one space: the classifier was trained on 5c’s output, and yet names the same class after 5a in 14 of 16 recorded pictures. Its probability mostly grows from block to block; in four pictures it is smaller after 5c than after 5b.',
    'For the class that the network predicts, the last block moves the features down the slope of the loss, on the average over these pictures.',
  ],
  mayNot: [
    'That the error falls is no proof by itself: the last output is at distance zero from itself, and fewer blocks are left to change the value. Steps in random directions would come closer too.',
    'A mean near zero over all values hides what channels do: the mean error of a single channel is 0.23 to 0.48 standard deviations (root mean square), so channels are not estimated without bias.',
    'A cosine close to zero says little: h has 100,352 to 802,816 values, and two random directions in so many dimensions have a cosine of about 1/√n, 0.001 to 0.003; more where neighbouring values go together. Look at the standard error.',
    'The loss is that of the network’s own answer, not of the truth. Where it is certain, the loss and its gradient are tiny, and their direction depends on a few rival classes: see the second class as well.',
    'In this network (v1) a ReLU follows the sum: what is negative in h + F is set to zero, so F is not all that changes. In 2a, 3a, 4a and 5a, which open a stage, h is a projection into a new space: nothing is refined there, something new is represented.',
    'After conv4 there is no early exit: its 1,024 channels would need a classifier of their own.',
    'Sixteen pictures that were not drawn at random are no sample of ImageNet.',
  ],
  sources: {
    greff:
      'Greff, Srivastava, Schmidhuber 2016, Highway and Residual Networks learn Unrolled Iterative Estimation (ICLR 2017): estimation error by stage on ResNet-50',
    jastrzebski:
      'Jastrzębski, Arpit, Ballas, Verma, Che, Bengio 2018, Residual Connections Encourage Iterative Inference (ICLR 2018): cosine, ratio and classifier by block',
    veit: 'Veit, Wilber, Belongie 2016, Residual Networks Behave Like Ensembles of Relatively Shallow Networks: what deleting and reordering blocks does',
  },
  block: 'block',
  picture: {
    title: 'Whose loss',
    loss: 'L = −log p of',
    losses: { first: 'the most probable class', second: 'the second class' },
    nearZero:
      'The network is nearly certain: this loss has hardly any slope, and its direction depends on a few rival classes. See the second class as well.',
    doing: 'Forward and back',
    again: 'Measure this picture again',
    none: 'This picture has not been measured yet.',
  },
  series: {
    picture: 'this picture',
    mean: (count: number) => `mean over ${count} pictures`,
  },
  provenance: {
    picture: (details: string) => `this picture · ${details}`,
    set: (count: number, details: string) => `${count} pictures · ${details}`,
  },
  error: {
    title: 'How far from the stage’s last output',
    does: 'x − x_last: a block’s output less the output of the last block of its stage, over all places and channels. Bars and band reach one standard deviation of these errors up and down; unit: the standard deviation of x_last.',
    axis: 'error, in standard deviations of the last output: mean ± standard deviation',
    description: (stages: string) =>
      `Standard deviation of the estimation error through each stage: ${stages}.`,
    stage: (name: string, stds: string) => `${name} ${stds}`,
  },
  cosine: {
    title: 'Whether F moves against the gradient',
    does: 'cos(F, −∂L/∂h): positive where the branch moves h the way that lowers the loss. h is what the shortcut brings to the sum.',
    doesAtSum:
      'cos(F, −∂L/∂s), with s = h + F before the ReLU: positive where a little more of F would lower the loss. It is the slope along α in h + αF.',
    place: 'Gradient at',
    places: { shortcut: 'h, the shortcut’s value', sum: 's, the sum' },
    axis: 'cosine; of several pictures the mean ± standard error, and a dot for each',
    description: (last: string, value: string, largest: string) =>
      `Cosine of F with the opposite gradient, block by block. In ${last} it is ${value}; the largest size in any other block is ${largest}.`,
  },
  ratio: {
    title: 'How large F is beside h',
    does: '‖F‖/‖h‖ by L2 norm. That F should be small is an observation on deep networks, not a part of the definition.',
    axis: '‖F‖/‖h‖; of several pictures the mean ± standard error, and a dot for each',
    description: (smallest: string, low: string, largest: string, high: string) =>
      `‖F‖/‖h‖ block by block: smallest in ${smallest} (${low}), largest in ${largest} (${high}).`,
    one: 'as large as h',
  },
  exits: {
    title: 'Leaving early: the classifier after 5a, 5b and 5c',
    does: 'Average pool, dense layer and softmax of the network itself, applied to the output of each block of the last stage. It was trained on 5c’s output only; 5c is the network’s own answer.',
    after: (block: string) => `After ${block}`,
    own: 'the network’s answer',
    probability: (name: string) => `p(${name})`,
    list: (block: string) => `The five most probable classes after block ${block}`,
    mean: 'mean p ± standard error',
    same: 'same class as after 5c',
    of: (some: number, all: number) => `${some} of ${all}`,
    caption: (count: number) => `Early exits over ${count} pictures`,
  },
  set: {
    title: 'Over a set of pictures',
    does: 'Each picture takes a pass forward and one back; the charts refine as results arrive.',
  },
  tables: { blocks: 'Figures by picture and block', exits: 'Early exits by picture' },
  lines: (loss: string) => `Loss of ${loss}`,
};
