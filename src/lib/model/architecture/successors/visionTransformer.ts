/**
 * ViT-B/16 (Dosovitskiy et al. 2021, Table 1): two residual blocks per layer on a stream of tokens, x + Attention(LN x)
 * and x + MLP(LN x).
 */
import type { Graph } from '../graph.ts';
import { GraphBuilder } from '../graphBuilder.ts';
import { addClassifier } from '../imageNet.ts';
import { addPicture, convolution } from './parts.ts';

const depth = 12;
const width = 768;
const attributes = { epsilon: 1e-6 };

export function visionTransformerB16(name: string): Graph {
  const builder = new GraphBuilder();
  const patches = { kernel: 16, stride: 16, padding: 0, filters: width, bias: true };
  let value = convolution(builder, 'patches', addPicture(builder), patches, { stage: 'conv1' });
  value = builder.add('tokens', 'tokens', [value], {}, { stage: 'conv1' });
  for (let layer = 1; layer <= depth; layer++) {
    value = addBlock(builder, value, `${layer}_attention`, (block, place, normed) =>
      builder.add(`${block}_heads`, 'attention', [normed], { heads: 12 }, place),
    );
    value = addBlock(builder, value, `${layer}_mlp`, (block, place, normed) => {
      const wide = { kernel: 1, filters: 4 * width, bias: true };
      let inner = convolution(builder, `${block}_expand`, normed, wide, place);
      inner = builder.add(`${block}_gelu`, 'gelu', [inner], {}, place);
      return convolution(
        builder,
        `${block}_project`,
        inner,
        { kernel: 1, filters: width, bias: true },
        place,
      );
    });
  }
  value = builder.add('ln_last', 'layerNorm', [value], attributes);
  addClassifier(builder, builder.add('class_token', 'firstToken', [value], {}));
  return builder.build(name);
}

type OnBranch = { readonly stage: 'conv2'; readonly block: string; readonly branch: 'residual' };

function addBlock(
  builder: GraphBuilder,
  input: string,
  name: string,
  inside: (block: string, place: OnBranch, normed: string) => string,
): string {
  const block = `layer${name}`;
  const place: OnBranch = { stage: 'conv2', block, branch: 'residual' };
  const normed = builder.add(`${block}_ln`, 'layerNorm', [input], attributes, place);
  const branch = inside(block, place, normed);
  return builder.add(`${block}_add`, 'add', [branch, input], {}, { stage: 'conv2', block });
}
