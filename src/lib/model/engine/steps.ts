/** What the engine runs: the graph's nodes, some of them fused. */
import type { Graph, Node, NodeOf } from '../architecture/graph.ts';

/** A convolution with the batch norm folded into it, and the padding before and the ReLU after it, as one operation. */
export interface FusedConvolution {
  /** The id of the last node it stands for: its value is that node's value. */
  readonly id: string;
  readonly kind: 'fusedConvolution';
  readonly inputs: readonly string[];
  readonly attributes: {
    readonly convolution: NodeOf<'conv'>;
    readonly batchNorm: NodeOf<'batchNorm'> | null;
    /** Zeros on every side: the convolution's own, and those of a `pad` node before it. */
    readonly padding: number;
    readonly relu: boolean;
  };
}

export type Step = Node | FusedConvolution;
export type StepKind = Step['kind'];
export type StepOf<K extends StepKind> = Extract<Step, { kind: K }>;

/**
 * Rewrites a graph so that convolution, batch norm and ReLU run as one operation, and padding is left to the
 * operation that needs it. Stops at every node in `exact`: those keep a value of their own.
 */
export function fuse(graph: Pick<Graph, 'nodes'>, exact: ReadonlySet<string>): Step[] {
  const readers = new Map<string, Node[]>();
  for (const node of graph.nodes) {
    for (const input of node.inputs) readers.set(input, [...(readers.get(input) ?? []), node]);
  }
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  /** The only reader of a node whose own value nobody asked for. */
  const soleReader = (id: string): Node | undefined => {
    const all = readers.get(id) ?? [];
    return all.length === 1 && !exact.has(id) ? all[0] : undefined;
  };

  const absorbed = new Set<string>();
  /** The `pad` node before an operation, if the operation can do its work. */
  const absorbPadding = (node: Node): NodeOf<'pad'> | undefined => {
    const before = byId.get(node.inputs[0]);
    if (before?.kind !== 'pad' || soleReader(before.id) !== node) return undefined;
    absorbed.add(before.id);
    return before;
  };

  const steps = new Map<string, Step>();
  for (const node of graph.nodes) {
    if (absorbed.has(node.id)) continue;
    if (node.kind === 'conv') {
      const pad = absorbPadding(node);
      let last: Node = node;
      const absorbNext = <K extends Node['kind']>(kind: K): NodeOf<K> | null => {
        const next = soleReader(last.id);
        if (next?.kind !== kind) return null;
        last = next;
        absorbed.add(next.id);
        return next as unknown as NodeOf<K>;
      };
      const batchNorm = absorbNext('batchNorm');
      const relu = absorbNext('relu') !== null;
      if (pad) steps.delete(pad.id);
      steps.set(last.id, {
        id: last.id,
        kind: 'fusedConvolution',
        inputs: pad ? pad.inputs : node.inputs,
        attributes: {
          convolution: node,
          batchNorm,
          padding: node.attributes.padding + (pad?.attributes.size ?? 0),
          relu,
        },
      });
    } else if (node.kind === 'maxPool' && isNonNegative(byId.get(node.inputs[0]), byId)) {
      const pad = absorbPadding(node);
      if (pad) steps.delete(pad.id);
      steps.set(node.id, {
        ...node,
        inputs: pad ? pad.inputs : node.inputs,
        attributes: { ...node.attributes, padding: node.attributes.padding + (pad?.attributes.size ?? 0) },
      });
    } else {
      steps.set(node.id, node);
    }
  }
  return [...steps.values()];
}

/** Among values that are zero or more, padding with zeros and with minus infinity give the same maximum. */
function isNonNegative(node: Node | undefined, byId: ReadonlyMap<string, Node>): boolean {
  if (node?.kind === 'pad') return isNonNegative(byId.get(node.inputs[0]), byId);
  return node?.kind === 'relu';
}

/** Cuts a list of steps in parts, each ending with the step of the given id; ids in the steps' order. */
export function splitAfter(steps: readonly Step[], ids: readonly string[]): Step[][] {
  let from = 0;
  return ids.map((id) => {
    const to = steps.findIndex((step) => step.id === id) + 1;
    if (to <= 0) throw new Error(`No step computes '${id}'.`);
    const part = steps.slice(from, to);
    from = Math.max(from, to);
    return part;
  });
}
