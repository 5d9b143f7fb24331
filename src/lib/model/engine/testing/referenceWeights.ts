import * as tf from '@tensorflow/tfjs-core';
import type { Graph } from '../../architecture/graph.ts';
import { weightShapes } from '../../architecture/shapes.ts';
import { numbersFrom, type Values } from '../../architecture/testing/reference.ts';
import { Parameters } from '../parameters.ts';

const count = (shape: readonly number[]) => shape.reduce((product, length) => product * length, 1);

/** The weights that the plain-loop reference uses, for the engine. */
export function referenceParameters(graph: Graph): Parameters {
  const parameters = new Parameters();
  for (const [name, shape] of weightShapes(graph)) {
    const shift = name.endsWith('/movingVariance') ? 1.5 : 0;
    const data = Float32Array.from(numbersFrom(name, count(shape)), (x) => x + shift);
    parameters.add(new Map([[name, { shape, type: 'float32', data }]]));
  }
  return parameters;
}

/** The picture that the reference uses. */
export function referenceInput(graph: Graph): { id: string; values: Values; tensor: tf.Tensor } {
  const [node] = graph.nodes;
  if (node.kind !== 'input') throw new Error('The first node is the input.');
  const { shape } = node.attributes;
  const values = numbersFrom('input', count(shape));
  return { id: node.id, values, tensor: tf.tensor(values, [1, ...shape], 'float32') };
}
