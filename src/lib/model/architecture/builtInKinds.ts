/**
 * The kinds that residual networks for classification are made of. Shapes are [height, width, channels] or
 * [features]; kernels are [height, width, input channels / groups, filters], as TensorFlow stores them.
 */
import type { Kind, Shape } from './graph.ts';
import type { KindRules } from './kinds.ts';
import { ShapeProblem, whole } from './malformed.ts';
import { windowPositions } from './window.ts';

const one = { least: 1, most: 1 };

const show = (shape: Shape) => `[${shape.join(', ')}]`;

/** The three sides of an image-like value. */
function image(shape: Shape): readonly [height: number, width: number, channels: number] {
  const [height, width, channels] = shape;
  if (shape.length !== 3 || height === undefined || width === undefined || channels === undefined) {
    throw new ShapeProblem(`needs [height, width, channels], got ${show(shape)}`);
  }
  return [height, width, channels];
}

/** The length of a vector. */
function vector(shape: Shape): number {
  const [features] = shape;
  if (shape.length !== 1 || features === undefined)
    throw new ShapeProblem(`needs [features], got ${show(shape)}`);
  return features;
}

const channelsOf = (shape: Shape) => shape[shape.length - 1] ?? 0;

const unchanged = {
  inputs: one,
  shape: (_: unknown, [input]: readonly Shape[]) => input!,
};

export const builtInKinds: { readonly [K in Kind]?: KindRules<K> } = {
  input: {
    inputs: { least: 0, most: 0 },
    shape({ shape }) {
      if (shape.length !== 1 && shape.length !== 3) {
        throw new ShapeProblem(`needs [height, width, channels] or [features], got ${show(shape)}`);
      }
      return shape.map((side) => whole('side', side, 1));
    },
  },

  pad: {
    inputs: one,
    shape({ size }, [input]) {
      const [height, width, channels] = image(input!);
      whole('size', size, 0);
      return [height + 2 * size, width + 2 * size, channels];
    },
    window: ({ size }) => ({ kernel: 1, stride: 1, padding: size }),
  },

  conv: {
    inputs: one,
    shape(attributes, [input]) {
      const [height, width, channels] = image(input!);
      const { filters, groups } = attributes;
      whole('filters', filters, 1);
      whole('groups', groups, 1);
      if (channels % groups || filters % groups) {
        throw new ShapeProblem(
          `${groups} groups divide ${channels} channels and ${filters} filters unevenly`,
        );
      }
      return [windowPositions(height, attributes), windowPositions(width, attributes), filters];
    },
    weights({ kernel, filters, groups, bias }, [input]) {
      const weights: Record<string, Shape> = {
        kernel: [kernel, kernel, channelsOf(input!) / groups, filters],
      };
      if (bias) weights.bias = [filters];
      return weights;
    },
    macs: ({ kernel, groups }, [input], output) =>
      output.reduce((product, side) => product * side, 1) * kernel * kernel * (channelsOf(input!) / groups),
    window: (attributes) => attributes,
  },

  batchNorm: {
    ...unchanged,
    weights(_, [input]) {
      const shape = [channelsOf(input!)];
      return { gamma: shape, beta: shape, movingMean: shape, movingVariance: shape };
    },
    statistics: ['movingMean', 'movingVariance'],
  },

  relu: unchanged,

  maxPool: {
    inputs: one,
    shape(attributes, [input]) {
      const [height, width, channels] = image(input!);
      return [windowPositions(height, attributes), windowPositions(width, attributes), channels];
    },
    window: (attributes) => attributes,
  },

  add: {
    inputs: { least: 1, most: Infinity },
    shape(_, [first, ...others]) {
      for (const other of others) {
        if (show(other) !== show(first!))
          throw new ShapeProblem(`cannot add ${show(other)} to ${show(first!)}`);
      }
      return first!;
    },
  },

  scale: {
    inputs: one,
    shape({ channels = [] }, [input]) {
      for (const channel of channels) {
        if (whole('channel', channel, 0) >= channelsOf(input!)) {
          throw new ShapeProblem(`no channel ${channel} in ${show(input!)}`);
        }
      }
      return input!;
    },
  },

  subsample: {
    inputs: one,
    shape({ stride }, [input]) {
      const [height, width, channels] = image(input!);
      const window = { kernel: 1, stride, padding: 0 };
      return [windowPositions(height, window), windowPositions(width, window), channels];
    },
    window: ({ stride }) => ({ kernel: 1, stride, padding: 0 }),
  },

  padChannels: {
    inputs: one,
    shape({ channels: added }, [input]) {
      const [height, width, channels] = image(input!);
      return [height, width, channels + whole('channels', added, 0)];
    },
  },

  globalAvgPool: {
    inputs: one,
    shape: (_, [input]) => [image(input!)[2]],
    window: () => 'all',
  },

  dense: {
    inputs: one,
    shape({ units }, [input]) {
      vector(input!);
      return [whole('units', units, 1)];
    },
    weights({ units, bias }, [input]) {
      const weights: Record<string, Shape> = { kernel: [vector(input!), units] };
      if (bias) weights.bias = [units];
      return weights;
    },
    macs: ({ units }, [input]) => vector(input!) * units,
    window: () => 'all',
  },

  softmax: {
    inputs: one,
    shape: (_, [input]) => [vector(input!)],
    window: () => 'all',
  },
};
