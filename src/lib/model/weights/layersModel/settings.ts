/** What a layer's class and configuration in a Keras model must say to be a given kind of node. */
import type { Kind, KindAttributes } from '../../architecture/graph.ts';
import { quoted, type Fields } from '../validate.ts';
import type { Layer } from './topology.ts';

interface Counterpart<K extends Kind> {
  readonly is: (layer: Layer) => boolean;
  /** Setting → what the node means and what the layer has. Compared as JSON. */
  readonly settings?: (
    attributes: Readonly<KindAttributes[K]>,
    config: Fields,
  ) => Record<string, readonly [meant: unknown, found: unknown]>;
}

/** Softmax is missing: in Keras it is usually a setting of the dense layer (see match.ts). */
const counterparts: { readonly [K in Kind]?: Counterpart<K> } = {
  pad: {
    is: classIs('ZeroPadding2D'),
    settings: ({ size }, config) => ({
      padding: [square(square(size)), paddingOf(config.padding)],
      data_format: channelsLast(config),
    }),
  },
  conv: {
    is: classIs('Conv2D'),
    settings: ({ kernel, stride, padding, filters, groups, bias }, config) => ({
      filters: [filters, config.filters],
      kernel_size: [square(kernel), pairOf(config.kernel_size)],
      strides: [square(stride), pairOf(config.strides ?? 1)],
      // A 1×1 kernel needs none, whatever it says. 'same' is ours at stride 1 only: at 2 it pads unevenly.
      padding: [
        padding > 0 && stride === 1 ? 'same' : 'valid',
        kernel === 1 ? 'valid' : (config.padding ?? 'valid'),
      ],
      dilation_rate: [square(1), pairOf(config.dilation_rate ?? 1)],
      groups: [groups, config.groups ?? 1],
      use_bias: [bias, config.use_bias ?? true],
      activation: ['linear', config.activation ?? 'linear'],
      data_format: channelsLast(config),
    }),
  },
  batchNorm: {
    is: classIs('BatchNormalization', 'BatchNormalizationV1', 'BatchNormalizationV2'),
    settings: (_, config) => ({
      axis: [3, axisOf(config.axis)],
      center: [true, config.center ?? true],
      scale: [true, config.scale ?? true],
    }),
  },
  relu: {
    is: (layer) => layer.className === 'ReLU' || isActivation(layer, 'relu'),
    settings: (_, config) => ({
      max_value: [null, config.max_value ?? null],
      negative_slope: [0, config.negative_slope ?? 0],
      threshold: [0, config.threshold ?? 0],
    }),
  },
  maxPool: {
    is: classIs('MaxPooling2D'),
    settings: ({ kernel, stride }, config) => ({
      pool_size: [square(kernel), pairOf(config.pool_size)],
      strides: [square(stride), pairOf(config.strides ?? config.pool_size)],
      padding: ['valid', config.padding ?? 'valid'],
      data_format: channelsLast(config),
    }),
  },
  add: { is: classIs('Add') },
  globalAvgPool: {
    is: (layer) => layer.className === 'GlobalAveragePooling2D' || isAverageOfAll(layer),
    settings: (_, config) => ({ data_format: channelsLast(config) }),
  },
  dense: {
    is: classIs('Dense'),
    settings: ({ units, bias }, config) => ({
      units: [units, config.units],
      use_bias: [bias, config.use_bias ?? true],
    }),
  },
};

/** Whether a layer is of the class that does what nodes of this kind do. */
export function isOfKind(layer: Layer, kind: Kind): boolean {
  return counterparts[kind]?.is(layer) ?? false;
}

/** The first setting in which a layer differs from a node's attributes, in words; undefined when none does. */
export function firstDifference<K extends Kind>(
  layer: Layer,
  kind: K,
  attributes: Readonly<KindAttributes[K]>,
): string | undefined {
  const counterpart: Counterpart<K> | undefined = counterparts[kind];
  for (const [setting, [meant, found]] of Object.entries(
    counterpart?.settings?.(attributes, layer.config) ?? {},
  )) {
    if (JSON.stringify(meant) !== JSON.stringify(found))
      return `${setting} ${quoted(found)} instead of ${quoted(meant)}`;
  }
}

export function isActivation({ className, config }: Layer, name: string): boolean {
  return className === 'Activation' && config.activation === name;
}

function classIs(...names: string[]) {
  return ({ className }: Layer) => names.includes(className);
}

/** Keras before 2.2.3 pools the last 7×7 map with a window of that size, then flattens it. */
function isAverageOfAll({ className, config }: Layer): boolean {
  return className === 'AveragePooling2D' && JSON.stringify(pairOf(config.pool_size)) === '[7,7]';
}

const square = <T>(side: T): [T, T] => [side, side];

/** Keras writes equal sides as one number or as two. */
const pairOf = (value: unknown) => (typeof value === 'number' ? square(value) : value);

function paddingOf(value: unknown): unknown {
  return Array.isArray(value) ? value.map(pairOf) : square(pairOf(value));
}

function axisOf(value: unknown): unknown {
  const axis = Array.isArray(value) && value.length === 1 ? value[0] : (value ?? -1);
  return axis === -1 ? 3 : axis;
}

const channelsLast = (config: Fields) => ['channels_last', config.data_format ?? 'channels_last'] as const;
