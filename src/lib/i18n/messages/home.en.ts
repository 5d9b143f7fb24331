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
  lessons: {
    heading: 'Learn it, lesson by lesson',
    text: 'A course of its own: each lesson asks a question, takes your prediction, runs the experiment on your device, and tells what came of it. With mathematics step by step, code in PyTorch and Keras, a glossary, and a test before and after.',
    open: 'To the course',
  },
  doHeading: 'What you can do here',
  doItems: {
    picture: {
      title: 'Run it on any picture',
      text: 'A sample, a file, the camera or a drawing, cropped and turned as you like. Weights arrive block by block, and the first maps appear before a megabyte is here.',
    },
    activations: {
      title: 'Open any operation',
      text: 'All its channels as maps, one of them large over the picture; its formula, shape, cost and receptive field worked out with its own numbers.',
    },
    audit: {
      title: 'Take any number apart',
      text: 'Every activation, logit and probability as the sum that made it, largest terms first, added up again beside the engine’s value, back to the pixel.',
    },
    addition: {
      title: 'See what a block adds',
      text: 'x, F(x), their sum and its ReLU as linked maps on one scale, and the figures of all sixteen blocks on one axis.',
    },
    interventions: {
      title: 'Change the network',
      text: 'Cut a skip with a click. Remove, scale or swap blocks, mute channels: the answers before and after stand side by side, and the map shows where they part.',
    },
    attribution: {
      title: 'Ask what it looked at',
      text: 'Class activation map, Grad-CAM, saliency, SmoothGrad and occlusion for any class, aligned with the picture, with what they do not tell.',
    },
    compare: {
      title: 'Compare',
      text: 'Two pictures, the network with and without a change, or two nodes: linked maps, their difference, and the channels that differ most.',
    },
    weights: {
      title: 'Look at the weights, take the code',
      text: 'Filters as colours, kernels, spreads, what folding makes of batch norm; and a program in PyTorch or Keras that gives the number on the screen.',
    },
    gradients: {
      title: 'Follow a gradient',
      text: 'Back through the trained network to your picture, with any set of skips cut; along every length of path; and block by block as a refinement of one answer.',
    },
    initialisation: {
      title: 'Look before training begins',
      text: 'Plain and residual networks up to 110 layers deep at their initial weights, overlaid: what explodes, what vanishes, and what the first steps change.',
    },
    lesions: {
      title: 'Guess, then remove a block',
      text: 'Which block matters most? Mark one, take out each in turn on all pictures, and set a plain network beside it that is trained here for that.',
    },
    race: {
      title: 'Train plain against residual',
      text: 'Two networks that differ only in the skips, on the same batches, here and now: watch the deeper plain one fail on the very pictures it is trained on, and every layer while it does.',
    },
    landscape: {
      title: 'Walk round the solution',
      text: 'The loss around what was trained, as contours or as a surface to turn, with the way that training took; then open the small networks and look inside.',
    },
    commandLine: {
      title: 'Repeat it without a browser',
      text: 'The same code runs on the command line and prints predictions, statistics, gradients and every experiment as JSON.',
    },
  },
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
