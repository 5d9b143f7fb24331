/** The parts of the inspector, and the arithmetic of an operation. */
export const inspector = {
  tabs: {
    label: 'What is shown of the node',
    activations: 'Activations',
    operation: 'Operation',
    weights: 'Weights',
    code: 'Code',
  },
  arithmetic: {
    title: 'In numbers',
    side: (from: string, to: string) => `Height and width: ${from} becomes ${to}`,
    unchangedShape: (shape: string) => `The shape stays as it is: ${shape}.`,
    pooledShape: (from: string, to: string) => `Each map becomes one number: ${from} becomes ${to}.`,
    inputShape: (shape: string) => `The picture, cut and scaled to ${shape}.`,
    channels: 'Channels',
    filters: 'Channels: one per filter',
    classes: 'Values: one per unit',
    padded: 'Channels, with those of zeros',
    params: 'Parameters',
    weightsAndBias: 'kernel height · width · input channels · filters, and a bias per filter',
    weightsOnly: 'kernel height · width · input channels · filters; no bias',
    denseParams: 'features · classes, and a bias per class',
    batchNormParams:
      'γ, β, moving mean and moving variance per channel; the two statistics were measured in training, not learned',
    noParams: 'No parameters: nothing is learned here.',
    macs: 'Multiply-adds',
    convMacs: 'output height · width · filters · kernel height · width · input channels',
    denseMacs: 'features · classes',
    macsConvention:
      'One multiplication with its addition counts as one (“MAC”); ×2 gives floating-point operations (FLOPs). Biases, norms, ReLUs and sums are not counted.',
    published: (total: string) =>
      `All convolutions and the dense layer: ${total}. He et al. give 3.8 × 10⁹ “FLOPs” for ResNet-50, counted in this way; the 4.1 × 10⁹ that one reads elsewhere is version 1.5, which has its stride 2 in the 3 × 3 convolution.`,
    noMacs: 'No multiply-adds in the count: only convolutions and dense layers are counted.',
  },
};
