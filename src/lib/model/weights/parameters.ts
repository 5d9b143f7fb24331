/** Which tensors ResNet-50's weight file holds, in the order in which the network uses them. */

export interface Parameter {
  /** `<node id>/<role>`, as in TensorRecord. */
  readonly name: string;
  readonly shape: readonly number[];
  /** The shard it is stored in: 'conv1', '2a' … '5c', 'fc1000'. */
  readonly shard: string;
}

const stages = [
  { stage: 2, blocks: 'abc', width: 64 },
  { stage: 3, blocks: 'abcd', width: 128 },
  { stage: 4, blocks: 'abcdef', width: 256 },
  { stage: 5, blocks: 'abc', width: 512 },
];

function convolution(
  shard: string,
  conv: string,
  norm: string,
  kernel: number,
  from: number,
  to: number,
): Parameter[] {
  const vector = (name: string): Parameter => ({ name, shape: [to], shard });
  return [
    { name: `${conv}/kernel`, shape: [kernel, kernel, from, to], shard },
    vector(`${conv}/bias`),
    ...['gamma', 'beta', 'movingMean', 'movingVariance'].map((role) => vector(`${norm}/${role}`)),
  ];
}

/** The 320 tensors of ResNet-50 with convolution biases and `classes` classes. */
export function resnet50Parameters(classes: number): Parameter[] {
  const parameters = convolution('conv1', 'conv1', 'bn_conv1', 7, 3, 64);
  let channels = 64;
  for (const { stage, blocks, width } of stages) {
    for (const letter of blocks) {
      const block = `${stage}${letter}`;
      const branch = (suffix: string, kernel: number, from: number, to: number) =>
        convolution(block, `res${block}_branch${suffix}`, `bn${block}_branch${suffix}`, kernel, from, to);
      parameters.push(
        ...branch('2a', 1, channels, width),
        ...branch('2b', 3, width, width),
        ...branch('2c', 1, width, 4 * width),
        ...(letter === 'a' ? branch('1', 1, channels, 4 * width) : []),
      );
      channels = 4 * width;
    }
  }
  return [
    ...parameters,
    { name: 'fc1000/kernel', shape: [channels, classes], shard: 'fc1000' },
    { name: 'fc1000/bias', shape: [classes], shard: 'fc1000' },
  ];
}
