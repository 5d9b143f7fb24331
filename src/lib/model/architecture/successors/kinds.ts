/**
 * The kinds that networks after ResNet brought: drawn and costed here, not run. Tokens are maps of width 1,
 * [tokens, 1, channels], so that one layer's arithmetic serves pictures and sequences alike.
 */
import { registerKind } from '../kinds.ts';
import { ShapeProblem, whole } from '../malformed.ts';
import { channelsOf, image, one, showShape, throughPool, unchanged } from '../shapeRules.ts';

declare module '../graph.ts' {
  interface KindAttributes {
    /** The mean over a window; zeros of the padding do not count. */
    averagePool: { readonly kernel: number; readonly stride: number; readonly padding: number };
    /** Puts the channels of its inputs one after the other (DenseNet). */
    concat: Record<never, never>;
    /** Multiplies each channel of the first input by its number in the second (squeeze and excitation). */
    multiply: Record<never, never>;
    sigmoid: Record<never, never>;
    /** x·Φ(x), with Φ the normal distribution's. */
    gelu: Record<never, never>;
    /** ReLU cut off at 6 (MobileNet). */
    relu6: Record<never, never>;
    /** Mean 0 and variance 1 over the channels of each position, then a learned scale and shift. */
    layerNorm: { readonly epsilon: number };
    /** One learned factor per channel (LayerScale). */
    channelScale: Record<never, never>;
    /** Positions of a map as a sequence, with a class token before them and a learned vector added to each. */
    tokens: Record<never, never>;
    /** The first token. */
    firstToken: Record<never, never>;
    /** Multi-head self-attention with its four projections. */
    attention: { readonly heads: number };
  }
}

registerKind('averagePool', {
  inputs: one,
  shape: (attributes, [input]) => throughPool(attributes, input!),
  window: (attributes) => attributes,
});

registerKind('concat', {
  inputs: { least: 1, most: Infinity },
  shape(_, inputs) {
    const [height, width] = image(inputs[0]!);
    const channels = inputs.map((input) => {
      const [h, w, c] = image(input);
      if (h !== height || w !== width)
        throw new ShapeProblem(`cannot join ${showShape(input)} to ${showShape(inputs[0]!)}`);
      return c;
    });
    return [height, width, channels.reduce((sum, count) => sum + count, 0)];
  },
});

registerKind('multiply', {
  inputs: { least: 2, most: 2 },
  shape(_, [map, factors]) {
    if (factors!.length !== 1 || channelsOf(map!) !== factors![0])
      throw new ShapeProblem(`cannot multiply ${showShape(map!)} by ${showShape(factors!)}`);
    return map!;
  },
});

registerKind('sigmoid', unchanged);
registerKind('gelu', unchanged);
registerKind('relu6', unchanged);

registerKind('layerNorm', {
  ...unchanged,
  weights(_, [input]) {
    const shape = [channelsOf(input!)];
    return { gamma: shape, beta: shape };
  },
});

registerKind('channelScale', { ...unchanged, weights: (_, [input]) => ({ gamma: [channelsOf(input!)] }) });

registerKind('tokens', {
  inputs: one,
  shape(_, [input]) {
    const [height, width, channels] = image(input!);
    return [height * width + 1, 1, channels];
  },
  weights(_, [input]) {
    const [height, width, channels] = image(input!);
    return { classToken: [channels], positions: [height * width + 1, channels] };
  },
  window: () => 'all',
});

registerKind('firstToken', {
  inputs: one,
  shape: (_, [input]) => [image(input!)[2]],
  window: () => 'all',
});

registerKind('attention', {
  inputs: one,
  shape({ heads }, [input]) {
    const [, , channels] = image(input!);
    if (channels % whole('heads', heads, 1))
      throw new ShapeProblem(`${heads} heads divide ${channels} channels unevenly`);
    return input!;
  },
  weights(_, [input]) {
    const width = channelsOf(input!);
    return {
      queryKeyValue: [width, 3 * width],
      queryKeyValueBias: [3 * width],
      projection: [width, width],
      projectionBias: [width],
    };
  },
  /** Four projections of every token, and two products of all tokens with all: scores, and the weighted sum. */
  macs(_, [input]) {
    const [height, width, channels] = image(input!);
    const tokens = height * width;
    return tokens * 4 * channels ** 2 + 2 * tokens ** 2 * channels;
  },
  window: () => 'all',
});
