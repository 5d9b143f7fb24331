/**
 * The kinds that residual networks for classification are made of. Shapes are [height, width, channels] or
 * [features]; kernels are [height, width, input channels / groups, filters], as TensorFlow stores them.
 */
import type { Kind, Shape } from './graph.ts';
import type { KindRules } from './kinds.ts';
import { ShapeProblem, whole } from './malformed.ts';
import { channelsOf, image, one, showShape, throughPool, unchanged, vector } from './shapeRules.ts';
import { windowPositions } from './window.ts';

export const builtInKinds: { readonly [K in Kind]?: KindRules<K> } = {
  input: {
    inputs: { least: 0, most: 0 },
    shape({ shape }) {
      if (shape.length !== 1 && shape.length !== 3) {
        throw new ShapeProblem(`needs [height, width, channels] or [features], got ${showShape(shape)}`);
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
    shape: (attributes, [input]) => throughPool(attributes, input!),
    window: (attributes) => attributes,
  },

  add: {
    inputs: { least: 1, most: Infinity },
    shape(_, [first, ...others]) {
      for (const other of others) {
        if (showShape(other) !== showShape(first!))
          throw new ShapeProblem(`cannot add ${showShape(other)} to ${showShape(first!)}`);
      }
      return first!;
    },
  },

  scale: {
    inputs: one,
    shape({ channels = [] }, [input]) {
      for (const channel of channels) {
        if (whole('channel', channel, 0) >= channelsOf(input!)) {
          throw new ShapeProblem(`no channel ${channel} in ${showShape(input!)}`);
        }
      }
      return input!;
    },
  },

  subsample: {
    inputs: one,
    shape: ({ stride }, [input]) => throughPool({ kernel: 1, stride, padding: 0 }, input!),
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
