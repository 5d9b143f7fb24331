/** A graph as a functional Keras model: layers have the ids of its nodes. */
import type { Graph, Node } from '../architecture/graph.ts';
import type { ExportOptions } from './options.ts';
import { exportedPart, header, number, printing, readers, type ExportedPart } from './python.ts';

/** The lines that compute a node's value from those of its inputs. Maps are [batch, height, width, channels]. */
function lines(node: Node, channelsOf: (id: string) => number): string[] {
  const [x] = node.inputs;
  const is = (expression: string) => [`${node.id} = ${expression}`];
  const layer = (name: string, ...given: (string | number)[]) =>
    is(`layers.${name}(${[...given, `name="${node.id}"`].join(', ')})(${x})`);
  switch (node.kind) {
    case 'input':
      return is(`keras.Input((${node.attributes.shape.join(', ')}), name="${node.id}")`);
    case 'pad':
      return layer('ZeroPadding2D', node.attributes.size);
    case 'conv': {
      const { kernel, stride, padding, filters, groups, bias } = node.attributes;
      // "same" pads as much before as after only where the stride is 1.
      const isSame = stride === 1 && padding > 0 && 2 * padding === kernel - 1;
      const source = padding > 0 && !isSame ? `layers.ZeroPadding2D(${padding})(${x})` : x;
      const given = [
        filters,
        kernel,
        ...(stride > 1 ? [`strides=${stride}`] : []),
        ...(isSame ? ['padding="same"'] : []),
        ...(groups > 1 ? [`groups=${groups}`] : []),
        ...(bias ? [] : ['use_bias=False']),
        `name="${node.id}"`,
      ];
      return is(`layers.Conv2D(${given.join(', ')})(${source})`);
    }
    case 'batchNorm':
      return layer('BatchNormalization', `epsilon=${number(node.attributes.epsilon)}`);
    case 'relu':
      return layer('ReLU');
    case 'maxPool': {
      const { kernel, stride, padding } = node.attributes;
      const room = `[[0, 0], [${padding}, ${padding}], [${padding}, ${padding}], [0, 0]]`;
      const source = padding > 0 ? `ops.pad(${x}, ${room}, constant_values=-float("inf"))` : x;
      return is(`layers.MaxPooling2D(${kernel}, ${stride}, name="${node.id}")(${source})`);
    }
    case 'add':
      return node.inputs.length > 1
        ? is(`layers.Add(name="${node.id}")([${node.inputs.join(', ')}])`)
        : layer('Identity');
    case 'scale': {
      const { factor, channels } = node.attributes;
      if (!channels) return layer('Rescaling', number(factor));
      const scale = `${node.id}_factors`;
      return [
        `${scale} = np.ones(${channelsOf(x)}, np.float32)`,
        `${scale}[[${channels.join(', ')}]] = ${number(factor)}`,
        `${node.id} = ${x} * ${scale}`,
      ];
    }
    case 'subsample': {
      const { stride } = node.attributes;
      return is(`${x}[:, ::${stride}, ::${stride}]`);
    }
    case 'padChannels':
      return is(`ops.pad(${x}, [[0, 0], [0, 0], [0, 0], [0, ${node.attributes.channels}]])`);
    case 'globalAvgPool':
      return layer('GlobalAveragePooling2D');
    case 'dense':
      return layer('Dense', node.attributes.units, ...(node.attributes.bias ? [] : ['use_bias=False']));
    case 'softmax':
      return layer('Softmax');
    default:
      // Kinds that are drawn and costed only.
      throw new Error(`'${node.kind}' is not run here`);
  }
}

const network = (part: ExportedPart, { words }: ExportOptions): string[] => [
  `# ${words.network}`,
  ...part.nodes.flatMap((node) => lines(node, (id) => part.shapes.get(id)!.at(-1)!)),
  `network = keras.Model(input, ${part.node})`,
  '',
];

const load = ({ words }: ExportOptions): string[] => [
  `# ${words.load}`,
  'weights = read_weights(WEIGHTS)',
  'roles = ["kernel", "bias", "gamma", "beta", "moving_mean", "moving_variance"]',
  'for layer in network.layers:',
  '    own = [weights[f"{layer.name}/{role}"] for role in roles if f"{layer.name}/{role}" in weights]',
  '    if own:',
  '        layer.set_weights(own)',
  '',
];

/**
 * A program that builds the network (or the part of it that a node needs), runs it and prints the node's value. With
 * trained weights where there are any, else with random ones.
 *
 * @throws AtlasError unknownNode
 */
export function exportKeras(graph: Graph, options: ExportOptions): string {
  const part = exportedPart(graph, options);
  const usesOps = part.nodes.some(
    ({ kind, attributes }) =>
      kind === 'padChannels' || (kind === 'maxPool' && 'padding' in attributes && attributes.padding > 0),
  );
  const imports = [
    ...(part.trained ? ['import json', 'from pathlib import Path', ''] : []),
    'import keras',
    'import numpy as np',
    `from keras import layers${usesOps ? ', ops' : ''}`,
    ...(part.trained ? ['from PIL import Image, ImageOps'] : []),
  ];
  const run = part.trained
    ? ['x = read_picture(PICTURE)[None]']
    : [`x = np.random.default_rng(0).standard_normal((1, ${part.inputShape.join(', ')})).astype(np.float32)`];
  return [
    ...header(part, options, part.trained ? 'keras tensorflow numpy pillow' : 'keras tensorflow numpy'),
    ...imports,
    '',
    ...readers(part, options),
    ...network(part, options),
    ...(part.trained ? load(options) : []),
    ...run,
    'value = keras.ops.convert_to_numpy(network(x, training=False))[0]',
    '',
    ...printing(part, options),
    '',
  ].join('\n');
}
