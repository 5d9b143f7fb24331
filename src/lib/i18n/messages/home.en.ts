export const home = {
  title: 'ResNet Atlas: a real ResNet-50, open to inspection',
  description:
    'ResNet-50 runs in your browser, on your picture. Open any layer, see every channel, and check what its sixteen skip connections do. Pictures never leave your device.',
  heading: 'Look inside a real ResNet-50',
  lead: 'The trained network runs here, in your browser, on your picture. Open any of its layers, see what each channel answers to, and check for yourself what the sixteen skip connections do.',
  principle:
    'Nothing is scripted: what you see was computed by the network that you are looking at, and every figure says when and where.',
  open: 'Open the explorer',
  about: 'How the numbers are checked',
  samples: 'Or begin with one of these pictures',
  figure: {
    finding: (ratio: string) => `Cut the skips, and the first block feels the loss ${ratio} times less`,
    axis: 'Norm of the loss’s gradient at each block’s output, logarithmic scale',
    block: 'block',
    skips: 'all 16 skips',
    cut: 'all cut',
    slider: 'Block to read off',
    reading: (block: string, skips: string, cut: string) =>
      `Block ${block}: ${skips} with all skips, ${cut} with all skips cut`,
    description: (skipsFirst: string, skipsLast: string, cutFirst: string, cutLast: string) =>
      `Line chart over the 16 blocks, from 2a to 5c, logarithmic axis. With all skips the gradient norm is ${skipsFirst} at block 2a and ${skipsLast} at block 5c. With all skips cut it is ${cutLast} at block 5c and falls towards the input, to ${cutFirst} at block 2a. The slider and the table give every value.`,
    caption: (label: string) =>
      `L2 norm of ∂loss/∂(block output) for one picture, where loss = −log p(“${label}”). The same weights twice: as they were trained, and with each block’s shortcut taken out.`,
    caveat:
      'Cutting skips breaks this trained network. It does not show how a network trained without them would behave: that is another experiment.',
    table: 'All values, and how to repeat this',
    howMade: (backend: string, weights: string) =>
      `Recorded by this program on the ${backend} backend with ${weights} weights:`,
  },
  doHeading: 'What you can do here',
  doItems: [
    {
      title: 'Run it on any picture',
      text: 'Take a sample, or open, drop or paste your own. The answer comes as five classes with their probabilities.',
    },
    {
      title: 'Watch it arrive',
      text: 'Weights stream block by block in the order the network uses them, about 51 MB in all. The first maps appear before a megabyte is here.',
    },
    {
      title: 'Find your way',
      text: 'Four stages, sixteen blocks, each with its shapes, its residual branch and the shortcut round it, identity or projection.',
    },
    {
      title: 'Open any operation',
      text: 'All its channels as maps, on one scale or each on its own, sorted by mean, spread or share of zeros; with parameters, cost and receptive field.',
    },
    {
      title: 'Choose what computes',
      text: 'WebGPU, WebGL, WebAssembly or plain JavaScript: the page says what runs, on which renderer, and how long it took.',
    },
    {
      title: 'Repeat it without a browser',
      text: 'The same code runs on the command line and prints predictions, statistics and gradients as JSON.',
    },
  ],
  labelsHeading: 'Every number says where it comes from',
  labels: {
    live: 'Computed just now, on your device, by the network on the screen.',
    recorded: 'An earlier run of this program, with the command that repeats it.',
    published: 'Taken from a paper or a library, with the source and how it was measured.',
  },
  privacyHeading: 'Your pictures stay with you',
  privacy:
    'They are decoded, run and drawn on your device and are sent nowhere. The site loads nothing from other servers, counts no visits, and the explorer goes on working without a network once it is loaded.',
};
