import * as tf from '@tensorflow/tfjs-core';
import type { Graph } from '../architecture/graph.ts';
import { inferShapes, weightShapes } from '../architecture/shapes.ts';
import { run } from './forward.ts';
import { Parameters } from './parameters.ts';
import { fuse, type Step } from './steps.ts';
import { yieldToEvents } from './yieldToEvents.ts';

/**
 * Compiles the shaders that a pass will need, by running each distinct step once on zeros, while the weights
 * are still under way. Stops when the signal is aborted.
 */
export async function warmUp(graph: Graph, signal: AbortSignal): Promise<void> {
  const shapes = inferShapes(graph);
  const seen = new Set<string>();
  for (const step of fuse(graph, new Set())) {
    if (signal.aborted) return;
    const signature = signatureOf(step, shapes);
    if (step.kind === 'input' || seen.has(signature)) continue;
    seen.add(signature);
    const parameters = zeros(graph, step);
    const inputs = new Map(step.inputs.map((id) => [id, tf.zeros([1, ...shapes.get(id)!])]));
    const results = run([step], inputs, new Set([step.id]), parameters);
    try {
      await results.get(step.id)!.data();
    } finally {
      for (const tensor of [...inputs.values(), ...results.values()]) tensor.dispose();
      parameters.releaseTensors();
    }
    await yieldToEvents();
  }
}

function signatureOf(step: Step, shapes: ReadonlyMap<string, readonly number[]>): string {
  const attributes =
    step.kind === 'fusedConvolution'
      ? [step.attributes.convolution.attributes, step.attributes.padding, step.attributes.relu]
      : step.attributes;
  return JSON.stringify([step.kind, step.inputs.map((id) => shapes.get(id)), attributes]);
}

function zeros(graph: Graph, step: Step): Parameters {
  const parts =
    step.kind === 'fusedConvolution' ? [step.attributes.convolution, step.attributes.batchNorm] : [step];
  const ids = new Set(parts.map((part) => part?.id));
  const parameters = new Parameters();
  for (const [name, shape] of weightShapes(graph)) {
    if (!ids.has(name.slice(0, name.lastIndexOf('/')))) continue;
    const data = new Float32Array(shape.reduce((product, length) => product * length, 1));
    parameters.add(new Map([[name, { shape, type: 'float32', data }]]));
  }
  return parameters;
}
