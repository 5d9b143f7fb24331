/**
 * ResNet-50 with one thing changed: wider 3×3 convolutions, groups, squeeze and excitation, a gentler way to halve the
 * map. Stride 2 is on the 3×3 (v1.5), as in the programs whose parameter counts these graphs are checked against.
 */
import type { Graph } from '../graph.ts';
import type { GraphBuilder, Place } from '../graphBuilder.ts';
import { imageNetNetwork, type ImageNetOptions } from '../imageNet.ts';
import { addConvolution, type BlockPlan } from '../residualBlock.ts';
import { relu } from './parts.ts';

type Variation = Pick<ImageNetOptions, 'stem' | 'vary'>;

export const variedResNet50 = (name: string, variation: Variation): Graph =>
  imageNetNetwork(name, { depth: 50, version: 'v1.5', ...variation });

/** All but the last convolution with `times` as many channels, the 3×3 in groups. */
export const widened = (times: number, groups = 1): Variation => ({
  vary: (plan) => ({
    ...plan,
    convolutions: plan.convolutions.map((one, index) =>
      index < 2 ? { ...one, filters: one.filters * times, groups: index === 1 ? groups : 1 } : one,
    ),
  }),
});

/** Squeeze and excitation: the squeezed vector has `times` fewer channels (Hu et al. 2018: 16). */
export const squeezed = (times: number): Variation => ({
  vary: (plan) => ({
    ...plan,
    endBranch: (builder, map, place) => addSqueeze(builder, plan, map, times, place),
  }),
});

function addSqueeze(
  builder: GraphBuilder,
  { id, convolutions }: BlockPlan,
  map: string,
  times: number,
  place: Place,
): string {
  const { filters } = convolutions.at(-1)!;
  const part = (name: string) => `res${id}_${name}`;
  let value = builder.add(part('squeeze'), 'globalAvgPool', [map], {}, place);
  value = builder.add(part('reduce'), 'dense', [value], { units: filters / times, bias: true }, place);
  value = relu(builder, part('reduce_relu'), value, place);
  value = builder.add(part('expand'), 'dense', [value], { units: filters, bias: true }, place);
  value = builder.add(part('gate'), 'sigmoid', [value], {}, place);
  return builder.add(part('excite'), 'multiply', [map, value], {}, place);
}

/** Three 3×3 convolutions in the stem, and a 2×2 mean before a projection that halves (He et al. 2018, ResNet-D). */
export const gentle: Variation = {
  stem(builder, shape, style) {
    const place = { stage: 'conv1' } as const;
    let value = builder.add('input', 'input', [], { shape });
    [32, 32, 64].forEach((filters, index) => {
      const id = `conv1_${index + 1}`;
      const plan = { kernel: 3, stride: index === 0 ? 2 : 1, filters };
      value = addConvolution(builder, { conv: id, norm: `bn_${id}` }, value, plan, style, place);
      value = relu(builder, `${id}_relu`, value, place);
    });
    return builder.add('pool1', 'maxPool', [value], { kernel: 3, stride: 2, padding: 1 });
  },
  vary: (plan) => ({
    ...plan,
    beforeProjection: (builder, input, stride, place) => ({
      value:
        stride > 1
          ? builder.add(
              `res${plan.id}_pool`,
              'averagePool',
              [input],
              { kernel: stride, stride, padding: 0 },
              place,
            )
          : input,
      stride: 1,
    }),
  }),
};
