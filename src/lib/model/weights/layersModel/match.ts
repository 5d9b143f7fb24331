/**
 * Finds, for every node of a graph, the layer of a Keras model that does the same, by what feeds it and by its
 * settings, not by its name: Keras has named ResNet-50's layers in two ways, and people rename them.
 */
import type { Graph, Node } from '../../architecture/graph.ts';
import { Invalid, quoted } from '../validate.ts';
import { firstDifference, isActivation, isOfKind } from './settings.ts';
import type { Layer } from './topology.ts';

/**
 * The layer for every node, by node id.
 *
 * @throws Invalid naming the first layer that differs, or one that is left over
 */
export function matchLayers(graph: Graph, layers: readonly Layer[]): ReadonlyMap<string, Layer> {
  const matched = new Map<string, Layer>([[graph.nodes[0].id, onlyInput(layers)]]);
  const left = new Set(layers.filter((layer) => layer.className !== 'InputLayer'));
  for (const node of graph.nodes.slice(1)) {
    const inputs = node.inputs.map((id) => matched.get(id)!);
    const layer = node.kind === 'softmax' ? softmaxOf(inputs[0], left) : matchNode(node, inputs, left);
    matched.set(node.id, layer);
    left.delete(layer);
  }
  const [extra] = left;
  if (extra) throw new Invalid(`its layer ${described(extra)} is not part of this network`);
  return matched;
}

function onlyInput(layers: readonly Layer[]): Layer {
  const inputs = layers.filter((layer) => layer.className === 'InputLayer');
  if (inputs.length !== 1) throw new Invalid(`it has ${inputs.length} inputs instead of one`);
  const { config } = inputs[0];
  const shape = config.batch_input_shape ?? config.batch_shape;
  if (!Array.isArray(shape) || shape.length !== 4 || shape[3] !== 3) {
    throw new Invalid(`its input is ${quoted(shape)}, not pictures with 3 channels`);
  }
  return inputs[0];
}

function matchNode(node: Node, inputs: readonly Layer[], left: Set<Layer>): Layer {
  const readers = readersOf(inputs, left);
  const candidates = readers.filter((layer) => isOfKind(layer, node.kind));
  if (!candidates.length) {
    const found = readers.map(described).join(' and ') || 'nothing';
    throw new Invalid(
      `${found} follows ${described(inputs[0])}, where this network has ${node.id} (${node.kind})`,
    );
  }
  const differences = candidates.map((layer) => firstDifference(layer, node.kind, node.attributes));
  // Two convolutions read a stage-opening block's input: told apart by their settings.
  const fitting = candidates.filter((_, i) => !differences[i]);
  if (fitting.length === 1) return fitting[0];
  if (fitting.length) throw new Invalid(`${fitting.map(described).join(' and ')} do the same`);
  throw new Invalid(`${described(candidates[0])}, in the place of ${node.id}, has ${differences[0]}`);
}

/** Layers that read exactly these values. */
function readersOf(inputs: readonly Layer[], left: Set<Layer>): Layer[] {
  const readers = [...left].filter(
    (layer) => layer.inputs.length === inputs.length && inputs.every((input) => layer.inputs.includes(input)),
  );
  // Flattening a 1×1 map drops axes of length one; it has no node of its own.
  const [only] = readers;
  if (only?.className !== 'Flatten' || !inputs[0].className.includes('AveragePooling2D')) return readers;
  left.delete(only);
  return readersOf([only], left);
}

/** A setting of the dense layer, a layer of its own, or left to the loss (the file then gives logits). */
function softmaxOf(dense: Layer, left: Set<Layer>): Layer {
  const activation = dense.config.activation ?? 'linear';
  if (activation === 'softmax') return dense;
  if (activation !== 'linear') {
    throw new Invalid(`${described(dense)} ends in ${quoted(activation)} instead of a softmax`);
  }
  const isSoftmax = (layer: Layer) => layer.className === 'Softmax' || isActivation(layer, 'softmax');
  return readersOf([dense], left).find(isSoftmax) ?? dense;
}

function described({ name, className }: Layer): string {
  return className === 'InputLayer' ? 'the input' : `${quoted(name)} (${className})`;
}
