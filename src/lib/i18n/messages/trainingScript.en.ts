/** The comments of an exported experiment (see `TrainingWords`). */
export const trainingScript = {
  title: (lanes: readonly string[], task: string) =>
    `${lanes.join(', ')} trained beside each other on ${task}, exported by ResNet Atlas`,
  install: 'Needs:',
  run: 'Run it:',
  output: 'Prints a line of JSON for each step and network: loss and accuracy of its batch before the update',
  sameStart:
    'The same batches in the same order for all, and the same initial weights where tensors have the same name and shape',
  network: 'The networks of 6n + 2 layers for small pictures (He et al. 2015, section 4.2)',
  shortcuts: {
    A: 'shortcut "A": where the shape changes, every second pixel and zeros for the new channels; None: a plain block',
    B: 'shortcut "B": there a 1 × 1 convolution in its place',
  },
  initialise:
    'Each tensor has a random stream named after it: what one network has more of does not move the others',
  inits: {
    he: 'variance 2 / fan-in (He et al. 2015, “Delving Deep into Rectifiers”)',
    glorot: 'uniform, variance 2 / (fan-in + fan-out) (Glorot and Bengio 2010)',
    pytorch: 'uniform in ±1 / √fan-in, biases too: what PyTorch does when left alone',
  },
  headInit: 'variance 1 / fan-in',
  zeroGamma: 'each residual block begins as its shortcut (Goyal et al. 2017)',
  tasks: {
    gratings: 'Noisy gratings to tell the orientation of: 8 classes, 22.5° apart',
    shapes: 'One of ten figures, anywhere and turned anyhow, with clutter and noise',
    emoji:
      'An emoji, moved a little, mirrored or not, on a ground that goes from one random colour to another',
    cifar10: 'CIFAR-10 (Krizhevsky 2009)',
    folders: 'Pictures in folders',
  },
  figures:
    'Ten figures by their signed distance: negative inside the figure, which fits into the unit circle',
  clutter: 'Short strokes and spots that are no figure',
  data: {
    emoji: 'From the site, or from a folder on this computer with emoji.json and emoji.webp',
    cifar10: 'The official binary version: a label, then red, green and blue, row by row',
    folders: 'A folder for each class; every fifth picture of a class is never trained on',
  },
  augmented:
    'Moved by up to four pixels over a border of zeros, mirrored or not (He et al. 2015, section 4.2)',
  heldOut: 'Pictures that are never trained on, always the same',
  warmup: 'the rate rises linearly',
  schedules: {
    constant: 'One rate throughout',
    step: 'A tenth after half of the steps, a hundredth after three quarters',
    cosine: 'Half a cosine down to zero (Loshchilov and Hutter 2017)',
  },
  decay: 'Weight decay on kernels only: not on biases, γ and β',
  clip: 'all gradients together',
  startFile: 'initial weights and first batches, saved from the site',
  readTensors: 'A safetensors file: the length of its header, the header in JSON, the values',
  order: 'PyTorch: out, in, height, width',
  diverged: 'this network takes no further step',
  whole:
    'All processes together take one batch of --batch pictures: the recipe is the same for any number of processes',
  shares: 'Every process draws the whole batch with the same seed and keeps its share',
  scaled: 'A batch k times as large goes with a rate k times as large (Goyal et al. 2017, section 2.1)',
  unscaled:
    'The rate stays as it is for other batches: the linear rule of Goyal et al. (2017) is one for SGD',
  ownStatistics: 'batch norm’s statistics are those of each process’s share',
};
