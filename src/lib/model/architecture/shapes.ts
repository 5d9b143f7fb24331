import type { Graph, Node, Shape } from './graph.ts';
import { nodeWeights, rulesOf } from './kinds.ts';
import { MalformedGraph, ShapeProblem } from './malformed.ts';

/**
 * The shape of every node's value, by id. Checks the graph on the way and throws `MalformedGraph`, naming the
 * node, for a repeated id, an input that does not stand before it, a wrong number of inputs, a second `input`
 * node, or shapes that do not fit together.
 */
export function inferShapes(graph: Graph): ReadonlyMap<string, Shape> {
  const shapes = new Map<string, Shape>();
  graph.nodes.forEach((node, position) => {
    if (shapes.has(node.id)) throw new MalformedGraph(node.id, 'its id is used twice');
    if ((node.kind === 'input') !== (position === 0)) {
      throw new MalformedGraph(node.id, 'the first node, and no other, must be of kind input');
    }
    shapes.set(node.id, shapeOf(node, shapes));
  });
  if (!graph.nodes.length) throw new MalformedGraph('', 'the graph has no nodes');
  return shapes;
}

function shapeOf(node: Node, shapes: ReadonlyMap<string, Shape>): Shape {
  const rules = rulesOf(node.kind);
  const { least, most } = rules.inputs;
  if (node.inputs.length < least || node.inputs.length > most) {
    const range = least === most ? `${least}` : `${least} to ${most}`;
    throw new MalformedGraph(node.id, `${node.kind} takes ${range} inputs, got ${node.inputs.length}`);
  }
  const inputs = inputShapes(node, shapes);
  try {
    return rules.shape(node.attributes, inputs);
  } catch (error) {
    if (error instanceof ShapeProblem) throw new MalformedGraph(node.id, error.message, { cause: error });
    throw error;
  }
}

/** The shapes of a node's inputs. Throws `MalformedGraph` for one that is not among `shapes`. */
export function inputShapes(node: Node, shapes: ReadonlyMap<string, Shape>): Shape[] {
  return node.inputs.map((id) => {
    const shape = shapes.get(id);
    if (!shape) throw new MalformedGraph(node.id, `its input '${id}' does not stand before it`);
    return shape;
  });
}

/**
 * The shape of every weight, in the order of the nodes, by `<node id>/<role>`: `res2a_branch2a/kernel`,
 * `bn_conv1/movingMean`, `fc1000/bias`.
 */
export function weightShapes(graph: Graph): ReadonlyMap<string, Shape> {
  const shapes = inferShapes(graph);
  const weights = new Map<string, Shape>();
  for (const node of graph.nodes) {
    for (const [role, shape] of Object.entries(nodeWeights(node, inputShapes(node, shapes)))) {
      weights.set(`${node.id}/${role}`, shape);
    }
  }
  return weights;
}
