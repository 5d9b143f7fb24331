/** ResNet-50 in full pre-activation (He et al. 2016): the path of the additions has nothing on it. */
import type { Graph, StageId } from '../graph.ts';
import { GraphBuilder } from '../graphBuilder.ts';
import { addPooledClassifier, addUsualStem, batchNorm, convolution, letter, relu } from './parts.ts';

export function preActivation50(name: string): Graph {
  const builder = new GraphBuilder();
  let value = addUsualStem(builder);
  let channels = 64;
  [3, 4, 6, 3].forEach((count, index) => {
    const filters = 256 * 2 ** index;
    for (let i = 0; i < count; i++) {
      const stride = index > 0 && i === 0 ? 2 : 1;
      value = addBlock(builder, value, `${index + 2}${letter(i)}`, { channels, filters, stride });
      channels = filters;
    }
  });
  value = batchNorm(builder, 'bn_last', value);
  addPooledClassifier(builder, relu(builder, 'last_relu', value));
  return builder.build(name);
}

/** A projection reads what has been normed and activated, as in the authors' program. */
function addBlock(
  builder: GraphBuilder,
  input: string,
  block: string,
  { channels, filters, stride }: { channels: number; filters: number; stride: number },
): string {
  const stage = `conv${block[0]}` as StageId;
  const place = { stage, block, branch: 'residual' } as const;
  const plans = [
    { kernel: 1, filters: filters / 4 },
    { kernel: 3, filters: filters / 4, stride },
    { kernel: 1, filters },
  ];
  const isProjected = stride > 1 || channels !== filters;
  let branch = input;
  let activated = input;
  plans.forEach((plan, index) => {
    const part = `${block}_branch2${letter(index)}`;
    // What a projection reads as well is on neither path.
    const where = index === 0 && isProjected ? { stage, block } : place;
    branch = batchNorm(builder, `bn${part}`, branch, where);
    branch = relu(builder, `res${part}_relu`, branch, where);
    if (index === 0) activated = branch;
    branch = convolution(builder, `res${part}`, branch, plan, place);
  });
  const onShortcut = { stage, block, branch: 'shortcut' } as const;
  const shortcut = isProjected
    ? convolution(builder, `res${block}_branch1`, activated, { kernel: 1, filters, stride }, onShortcut)
    : input;
  return builder.add(`res${block}_add`, 'add', [branch, shortcut], {}, { stage, block });
}
