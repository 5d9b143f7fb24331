/** Files of a race: saved, opened again, and as a program. */
export const runFile = {
  title: 'Files',
  intro:
    'A saved race has its settings, all its curves and all figures of layers. Its weights are not in it.',
  save: 'Save this race',
  open: 'Open a saved race',
  drop: 'or drop its file here',
  nothing: 'There is nothing to save before the first step.',
  curves: 'Curves as CSV',
  layers: 'Figures of layers as CSV',
  saved: (file: string) => `Saved as ${file}`,
  opened: (file: string) => `${file} is on the page.`,
  reading: 'Working on it',
  python: {
    title: 'The same experiment in PyTorch',
    intro:
      'A complete program: networks, task, recipe. Its random numbers are PyTorch’s own, so its curves are like those on this page, not the same.',
    seed: (seed: string) => `It trains with seed ${seed}; --seed gives another.`,
    networks: 'Networks in it',
    none: 'Choose at least one network.',
    target: 'Runs in',
    targets: { single: 'one process', torchrun: 'several processes (torchrun)' },
    torchrun:
      'The processes share each batch, so that the recipe stays the same. With --batch the batch grows, and for SGD the rate with it (Goyal et al. 2017).',
    label: 'PyTorch program',
    files: {
      cifar10: 'Give the folder with CIFAR-10’s binary files as --data.',
      folders: 'Give your folder, with one folder of pictures for each class, as --data.',
      emoji: 'It fetches the emoji from this site; --data names a folder that has them.',
    },
    start: 'Save initial weights and first batches',
    startNote: (file: string) =>
      `With --initial ${file} the program begins with the weights and batches of this page (a safetensors file).`,
    drift:
      'The first losses then agree to about five digits. Later ones drift apart the faster the deeper the network and the higher the rate: batch norm multiplies what rounding did. PyTorch’s own losses in single and in double precision were 1.8 % apart in the fourth step of a plain network of 20 layers at a rate of 0.05.',
    batches: 'Batches',
  },
};
