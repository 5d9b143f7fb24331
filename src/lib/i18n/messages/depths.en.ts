/** The page on depth: recorded runs of training, and what He et al. reported. */
export const depths = {
  title: 'As networks get deeper',
  description:
    'The degradation problem of He et al. 2015: training error of plain and residual networks of 8 to 110 layers, recorded with three seeds each, beside what was published on CIFAR-10.',
  lead: 'More layers can do whatever fewer can: the others would only have to hand their input on. Yet deeper plain networks end with a higher error on the very pictures they are trained on. Here are runs of up to 1,000 steps that take too long to wait for.',
  claim:
    'He et al. 2015, section 4.1: as depth grows, accuracy gets saturated and then degrades rapidly, and not because of overfitting: the training error is higher, too. With shortcuts the deeper network is the better one. They found it on ImageNet with 18 and 34 layers and on CIFAR-10 with 20 to 110.',
  expected:
    'With 8 layers the two hardly differ. From some 20 on, the plain network’s error after the same number of steps grows with depth much faster than the residual one’s. A separate program (PyTorch, gratings, 200 steps, one seed) got 62 % of the last batches wrong with 56 plain layers and 3 % with 56 residual ones.',
  may: [
    'Both networks of a depth begin with the same weights, see the same batches in the same order and are trained alike. What differs is the shortcuts (option A: they have no weights).',
    'The error that grows is the training error. On gratings and shapes every batch is new, so there is nothing to overfit to.',
    'Where the curve bends depends on the task and on the number of steps: choose another number and see plain networks catch up, or fail to.',
  ],
  mayNot: [
    'That gradients vanish in the plain networks. With batch norm they do not: He et al. checked that their norms are healthy, and left the reason open (section 4.1). They conjectured that deep plain networks converge exponentially slowly.',
    'That this is overfitting. That is another thing, and He et al. found it, too: 1,202 layers had nearly the training error of 110, but a higher test error.',
    'That plain networks cannot be trained this deep. With other initial weights 10,000 layers were trained without a skip (Xiao et al. 2018). Here the recipe is that of the residual ones.',
    'That the size of the gap is a law. One learning rate serves all networks here; three seeds are few; these networks are half as wide as those for CIFAR-10 in the paper.',
  ],
  sources: [
    {
      text: 'He, Zhang, Ren, Sun 2015, “Deep residual learning for image recognition”: sections 4.1 and 4.2, tables 2 and 6, figure 6.',
      url: 'https://arxiv.org/abs/1512.03385',
    },
    {
      text: 'Xiao, Bahri, Sohl-Dickstein, Schoenholz, Pennington 2018, “Dynamical isometry and a mean field theory of CNNs”.',
      url: 'https://arxiv.org/abs/1806.05393',
    },
  ],
  nets: { plain: 'plain', residual: 'residual' },
  seeds: (count: number) => (count === 1 ? 'one seed' : `${count} seeds`),
  chosen: {
    title: 'What is shown',
    task: 'Task',
    figure: 'Against the depth',
    after: 'After',
    figures: {
      error: 'training error',
      loss: 'training loss',
      heldOut: 'error on held-out pictures',
    },
    steps: (count: string) => `${count} steps`,
    recipe:
      '8 filters in the first stage, batch norm, He’s initial weights, batches of 32; SGD with a rate of 0.05, momentum 0.9, decay 10⁻⁴ on kernels. Shortcuts of option A. One recipe for all.',
    recorded: (runs: number, of: number) =>
      runs === of
        ? `All ${of} runs on this task are recorded.`
        : `${runs} of ${of} runs on this task are recorded so far. What is missing is left out below.`,
  },
  overDepth: {
    title: 'Error and depth',
    depth: 'Layers',
    axes: {
      error: 'Share of wrong answers, mean of 20 steps',
      loss: 'Cross entropy, mean of 20 steps',
      heldOut: 'Share of wrong answers, 256 held-out pictures',
    },
    chance: 'guessing',
    none: 'No run on this task was recorded for so many steps.',
    noneHeldOut: 'This task has no held-out pictures: every batch is new.',
    description: (figure: string, after: string, texts: readonly string[]) =>
      `${figure} after ${after} steps against the number of layers: ${texts.join('; ')}.`,
    span: (net: string, from: string, low: string, to: string, high: string) =>
      `${net} from ${low} with ${from} layers to ${high} with ${to}`,
    dots: 'A dot for each seed; the line joins their means.',
    table: 'Errors by depth',
  },
  curves: {
    title: (depth: string) => `The course of training: ${depth} layers`,
    depth: 'Layers',
    smooth: 'Averaged over',
    step: 'Step',
    axis: 'Cross entropy of the training batch',
    waiting: 'The recorded curves are on their way.',
    none: 'These networks are not recorded on this task yet.',
    band: 'Bands go from the lowest to the highest seed.',
    chance: 'guessing',
    description: (depth: string, texts: readonly string[]) =>
      `Training loss of ${depth} layers over the steps: ${texts.join('; ')}.`,
    end: (net: string, from: string, to: string) => `${net} from ${from} to ${to}`,
    live: 'Train these here, now',
    table: 'Loss by step',
    again: 'Try again',
  },
  runs: {
    title: 'All runs on this task',
    network: 'Network',
    seed: 'Seed',
    params: 'Weights',
    steps: 'Steps',
    loss: 'Loss',
    error: 'Training error',
    heldOut: 'Held-out error',
    recorded: 'Recorded',
    file: 'File',
    note: (after: string) =>
      `Loss and error: mean of the 20 steps before step ${after}, of training batches.`,
    fileOf: (name: string) => `File of the run ${name}`,
    missing: 'none yet',
  },
  published: {
    title: 'What He et al. reported on CIFAR-10',
    source: 'He et al. 2015, table 6 and figure 6',
    depth: 'Layers',
    plain: 'plain, read off figure 6',
    residual: 'residual, table 6',
    axis: 'Test error in %',
    description:
      'Test error on CIFAR-10: plain networks rise from about 9.5 % with 20 layers to about 13.5 % with 56; residual ones fall from 8.75 % with 20 to 6.43 % with 110.',
    note: 'Test errors, not training errors: the paper prints no training errors as numbers, its figure 6 shows them as curves. Its plain networks are in no table: their values are read off that figure, to half a point or so. The plain network of 110 layers is above 60 % and not drawn there. 1,202 residual layers: 7.93 %, with a training error below 0.1 %. Networks of 16 filters in the first stage, 64,000 steps with batches of 128.',
    imageNet:
      'On ImageNet (table 2, top-1 error, 10 crops, option A): 18 layers, plain 27.94 %, residual 27.88 %; 34 layers, plain 28.54 %, residual 25.03 %.',
  },
};
