const outsideBlocks: Record<string, string> = {
  input_layer: 'input',
  conv1_pad: 'conv1_pad',
  conv1_conv: 'conv1',
  conv1_bn: 'bn_conv1',
  conv1_relu: 'conv1_relu',
  pool1_pad: 'pool1_pad',
  pool1_pool: 'pool1',
  avg_pool: 'avg_pool',
  predictions: 'fc1000',
};

/** Keras' newer layer name as the id of our node: conv3_block2_1_bn → bn3b_branch2a. */
export function idOf(name: string): string {
  if (outsideBlocks[name]) return outsideBlocks[name];
  const [, stage, number, part] = /^conv(\d)_block(\d)_(.+)$/.exec(name)!;
  const block = stage! + 'abcdef'[Number(number) - 1];
  if (part === 'out') return `res${block}`;
  if (part === 'add') return `res${block}_add`;
  const [index, operation] = part!.split('_');
  const path = index === '0' ? 'branch1' : `branch2${'abc'[Number(index) - 1]}`;
  return { conv: `res${block}_${path}`, bn: `bn${block}_${path}`, relu: `res${block}_${path}_relu` }[
    operation!
  ]!;
}
