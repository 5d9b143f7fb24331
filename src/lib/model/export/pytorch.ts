/** A graph as a PyTorch module: layers and values have the ids of its nodes. */
import type { Graph, Node, Shape } from '../architecture/graph.ts';
import type { ExportOptions } from './options.ts';
import { exportedPart, header, number, printing, readers, type ExportedPart } from './python.ts';

/** The constructor's line of a node with weights; null for one without. */
function layer(node: Node, [input]: readonly Shape[]): string | null {
  switch (node.kind) {
    case 'conv': {
      const { kernel, stride, padding, filters, groups, bias } = node.attributes;
      const more = [
        ...(stride > 1 ? [`stride=${stride}`] : []),
        ...(padding > 0 ? [`padding=${padding}`] : []),
        ...(groups > 1 ? [`groups=${groups}`] : []),
        ...(bias ? [] : ['bias=False']),
      ];
      return `nn.Conv2d(${[input.at(-1), filters, kernel, ...more].join(', ')})`;
    }
    case 'batchNorm':
      return `nn.BatchNorm2d(${input.at(-1)}, eps=${number(node.attributes.epsilon)})`;
    case 'dense':
      return `nn.Linear(${input[0]}, ${node.attributes.units}${node.attributes.bias ? '' : ', bias=False'})`;
    default:
      return null;
  }
}

/** The lines that compute a node's value from those of its inputs. Maps are [1, channels, height, width]. */
function lines(node: Node): string[] {
  const [x] = node.inputs;
  const is = (expression: string) => [`${node.id} = ${expression}`];
  switch (node.kind) {
    case 'input':
      return [];
    case 'conv':
    case 'batchNorm':
    case 'dense':
      return is(`self.${node.id}(${x})`);
    case 'pad': {
      const { size } = node.attributes;
      return is(`F.pad(${x}, (${size}, ${size}, ${size}, ${size}))`);
    }
    case 'relu':
      return is(`F.relu(${x})`);
    case 'maxPool': {
      const { kernel, stride, padding } = node.attributes;
      return is(`F.max_pool2d(${x}, ${kernel}, ${stride}${padding > 0 ? `, padding=${padding}` : ''})`);
    }
    case 'add':
      return is(node.inputs.join(' + '));
    case 'scale': {
      const { factor, channels } = node.attributes;
      if (!channels) return is(`${number(factor)} * ${x}`);
      return [`${node.id} = ${x}.clone()`, `${node.id}[:, [${channels.join(', ')}]] *= ${number(factor)}`];
    }
    case 'subsample': {
      const { stride } = node.attributes;
      return is(`${x}[:, :, ::${stride}, ::${stride}]`);
    }
    case 'padChannels':
      return is(`F.pad(${x}, (0, 0, 0, 0, 0, ${node.attributes.channels}))`);
    case 'globalAvgPool':
      return is(`${x}.mean(dim=(2, 3))`);
    case 'softmax':
      return is(`F.softmax(${x}, dim=1)`);
    default:
      // Kinds that are drawn and costed only.
      throw new Error(`'${node.kind}' is not run here`);
  }
}

function network(part: ExportedPart, { words }: ExportOptions): string[] {
  const layers = part.nodes.flatMap((node) => {
    const made = layer(
      node,
      node.inputs.map((input) => part.shapes.get(input)!),
    );
    return made ? [`        self.${node.id} = ${made}`] : [];
  });
  return [
    'class Network(nn.Module):',
    `    # ${words.network}`,
    '    def __init__(self):',
    '        super().__init__()',
    ...layers,
    '',
    '    def forward(self, input):',
    ...part.nodes.flatMap((node) => lines(node).map((line) => `        ${line}`)),
    `        return ${part.node}`,
    '',
    '',
  ];
}

const load = ({ words }: ExportOptions): string[] => [
  'def load(network, weights):',
  `    # ${words.load}`,
  '    for name, layer in network.named_children():',
  '        if isinstance(layer, nn.BatchNorm2d):',
  '            own = [layer.weight, layer.bias, layer.running_mean, layer.running_var]',
  '            roles = ["gamma", "beta", "moving_mean", "moving_variance"]',
  '        else:',
  '            own = [layer.weight] if layer.bias is None else [layer.weight, layer.bias]',
  '            roles = ["kernel", "bias"]',
  '        for tensor, role in zip(own, roles):',
  '            array = torch.from_numpy(weights[f"{name}/{role}"])',
  '            if role == "kernel":',
  `                array = array.permute(3, 2, 0, 1) if array.ndim == 4 else array.T  # ${words.order}`,
  '            tensor.data.copy_(array)',
  '',
  '',
];

/**
 * A program that builds the network (or the part of it that a node needs), runs it and prints the node's value. With
 * trained weights where there are any, else with random ones.
 *
 * @throws AtlasError unknownNode
 */
export function exportPyTorch(graph: Graph, options: ExportOptions): string {
  const part = exportedPart(graph, options);
  const packages = part.trained ? 'torch numpy pillow' : 'torch numpy';
  const imports = part.trained
    ? [
        'import json',
        'from pathlib import Path',
        '',
        'import numpy as np',
        'import torch',
        'import torch.nn.functional as F',
        'from PIL import Image, ImageOps',
        'from torch import nn',
      ]
    : ['import numpy as np', 'import torch', 'import torch.nn.functional as F', 'from torch import nn'];
  const [height, width, channels] = part.inputShape;
  const run = part.trained
    ? [
        'network = Network().eval()',
        'load(network, read_weights(WEIGHTS))',
        'x = torch.from_numpy(read_picture(PICTURE).copy()).permute(2, 0, 1)[None]',
      ]
    : [
        'torch.manual_seed(0)',
        'network = Network().eval()',
        `x = torch.randn(1, ${channels}, ${height}, ${width})`,
      ];
  const toNumpy = part.shape.length === 3 ? '.permute(1, 2, 0).numpy()' : '.numpy()';
  return [
    ...header(part, options, packages),
    ...imports,
    '',
    ...(part.trained ? [] : ['']),
    ...readers(part, options),
    ...network(part, options),
    ...(part.trained ? load(options) : []),
    ...run,
    'with torch.inference_mode():',
    `    value = network(x)[0]${toNumpy}`,
    '',
    ...printing(part, options),
    '',
  ].join('\n');
}
