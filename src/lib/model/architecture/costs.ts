import type { Graph } from './graph.ts';
import { isTrainable, nodeWeights, rulesOf } from './kinds.ts';
import { inferShapes, inputShapes } from './shapes.ts';

export interface Costs {
  /** Numbers stored, a batch norm's moving statistics included. */
  readonly params: number;
  /** Numbers that gradient descent changes: all but the moving statistics. */
  readonly trainable: number;
  /** Multiply-adds of convolution and dense kernels for one picture; biases, norms, ReLUs and sums not counted. */
  readonly macs: number;
}

/** What every node costs, and all of them together. */
export function costs(graph: Graph): { readonly nodes: ReadonlyMap<string, Costs>; readonly totals: Costs } {
  const shapes = inferShapes(graph);
  const nodes = new Map<string, Costs>();
  const totals = { params: 0, trainable: 0, macs: 0 };
  for (const node of graph.nodes) {
    const inputs = inputShapes(node, shapes);
    const macs = rulesOf(node.kind).macs?.(node.attributes, inputs, shapes.get(node.id)!) ?? 0;
    let params = 0;
    let trainable = 0;
    for (const [role, shape] of Object.entries(nodeWeights(node, inputs))) {
      const size = shape.reduce((product, side) => product * side, 1);
      params += size;
      if (isTrainable(node.kind, role)) trainable += size;
    }
    nodes.set(node.id, { params, trainable, macs });
    totals.params += params;
    totals.trainable += trainable;
    totals.macs += macs;
  }
  return { nodes, totals };
}
