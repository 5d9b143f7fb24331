/**
 * The sums behind a node's shape, cost and receptive field, written out with its own numbers: '(56 + 2·1 − 3)/1 + 1'.
 * What they come to is computed by the rules of its kind (`kinds.ts`), not from these texts.
 */
import { costs } from './costs.ts';
import type { Graph, Node, Shape } from './graph.ts';
import { receptiveFields } from './receptiveField.ts';
import { inferShapes, inputShapes } from './shapes.ts';
import { nodesById } from './subgraph.ts';
import type { ReceptiveField, Window } from './window.ts';

/** An expression (numbers, + − · / and ⌊ ⌋), and its value. A sum of one number alone is a value without one. */
export interface Sum {
  readonly expression: string;
  readonly value: number;
}

export interface FieldStep {
  /** Of the (first) input. */
  readonly before: ReceptiveField;
  readonly after: ReceptiveField;
  /** Each number of `after`, from those of `before`; null where the kind leaves fields as they are. */
  readonly sums: { readonly size: Sum; readonly jump: Sum; readonly centre: Sum } | null;
  /** Paths of different fields meet here, and the largest is taken. */
  readonly fields: readonly ReceptiveField[];
}

export interface NodeArithmetic {
  /** Height (and width: all maps here are square); null for vectors and where it is handed on as it is. */
  readonly side: Sum | null;
  /** Channels or features; null where they are handed on as they are. */
  readonly channels: Sum | null;
  /** Numbers stored; null without any. */
  readonly params: Sum | null;
  /** Multiply-adds of kernels; null without any. */
  readonly macs: Sum | null;
  /** Null where no one square describes what a position sees. */
  readonly field: FieldStep | null;
}

const sum = (expression: string, value: number): Sum => ({ expression, value });

/** 1.5 as '1.5', −0.5 as '(−0.5)': it stands within a sum. */
const signed = (value: number) => (value < 0 ? `(−${-value})` : String(value));

const windowOf = (node: Node): Window | null => {
  switch (node.kind) {
    case 'conv':
    case 'maxPool':
      return node.attributes;
    case 'subsample':
      return { kernel: 1, stride: node.attributes.stride, padding: 0 };
    case 'pad':
      return { kernel: 1, stride: 1, padding: node.attributes.size };
    default:
      return null;
  }
};

function sideSum(node: Node, [input]: readonly Shape[], output: Shape): Sum | null {
  if (node.kind === 'pad') return sum(`${input[0]} + 2·${node.attributes.size}`, output[0]);
  const window = windowOf(node);
  if (!window) return null;
  const { kernel, stride, padding } = window;
  const room = input[0] + 2 * padding - kernel;
  const quotient = `(${input[0]} + 2·${padding} − ${kernel})/${stride}`;
  return sum(`${room % stride === 0 ? quotient : `⌊${quotient}⌋`} + 1`, output[0]);
}

function channelsSum(node: Node, [input]: readonly Shape[], output: Shape): Sum | null {
  if (node.kind === 'padChannels')
    return sum(`${input.at(-1)} + ${node.attributes.channels}`, output.at(-1)!);
  if (node.kind === 'conv' || node.kind === 'dense') return sum(String(output.at(-1)), output.at(-1)!);
  return null;
}

function paramsSum(node: Node, [input]: readonly Shape[], output: Shape, value: number): Sum | null {
  const out = output.at(-1)!;
  switch (node.kind) {
    case 'conv': {
      const { kernel, groups, bias } = node.attributes;
      const depth = groups === 1 ? String(input[2]) : `(${input[2]}/${groups})`;
      return sum(`${kernel}·${kernel}·${depth}·${out}${bias ? ` + ${out}` : ''}`, value);
    }
    case 'dense':
      return sum(`${input[0]}·${out}${node.attributes.bias ? ` + ${out}` : ''}`, value);
    case 'batchNorm':
      return sum(`4·${out}`, value);
    default:
      return null;
  }
}

function macsSum(node: Node, [input]: readonly Shape[], output: Shape, value: number): Sum | null {
  if (node.kind === 'dense') return sum(`${input[0]}·${output[0]}`, value);
  if (node.kind !== 'conv') return null;
  const { kernel, groups } = node.attributes;
  const depth = groups === 1 ? String(input[2]) : `(${input[2]}/${groups})`;
  return sum(`${output[0]}·${output[1]}·${output[2]}·${kernel}·${kernel}·${depth}`, value);
}

function fieldStep(node: Node, fields: readonly ReceptiveField[], after: ReceptiveField): FieldStep | null {
  const [before] = fields;
  if (!before) return null;
  const window = windowOf(node);
  if (!window) return { before, after, sums: null, fields };
  const { kernel, stride, padding } = window;
  const sums = {
    size: sum(`${before.size} + (${kernel} − 1)·${before.jump}`, after.size),
    jump: sum(`${before.jump}·${stride}`, after.jump),
    centre: sum(`${signed(before.centre)} + ((${kernel} − 1)/2 − ${padding})·${before.jump}`, after.centre),
  };
  return { before, after, sums, fields };
}

/** The arithmetic of one node. Throws for an id that is not in the graph. */
export function nodeArithmetic(graph: Graph, id: string): NodeArithmetic {
  const node = graph.nodes.find((one) => one.id === id);
  if (!node) throw new RangeError(`no node '${id}'`);
  const shapes = inferShapes(graph);
  const inputs = inputShapes(node, shapes);
  const output = shapes.get(id)!;
  const { params, macs } = costs(graph).nodes.get(id)!;
  const fields = receptiveFields(graph);
  const seen = node.inputs.flatMap((input) => fields.get(input) ?? []);
  const after = fields.get(id);
  return {
    side: sideSum(node, inputs, output),
    channels: channelsSum(node, inputs, output),
    params: paramsSum(node, inputs, output, params),
    macs: macsSum(node, inputs, output, macs),
    field: after ? fieldStep(node, seen, after) : null,
  };
}

/** An operation that changes the receptive field, and the field after it. */
export interface FieldGrowth {
  readonly node: string;
  readonly kernel: number;
  readonly stride: number;
  readonly after: ReceptiveField;
}

/**
 * The windows that a node's receptive field is made of, from the picture on; where paths meet, along the one that
 * sees most. Empty where no one square describes it.
 */
export function fieldGrowth(graph: Graph, id: string): FieldGrowth[] {
  const byId = nodesById(graph);
  const fields = receptiveFields(graph);
  const steps: FieldGrowth[] = [];
  let at: Node | undefined = fields.get(id) ? byId.get(id) : undefined;
  while (at) {
    const window = windowOf(at);
    if (window && (window.kernel > 1 || window.stride > 1)) {
      steps.push({ node: at.id, kernel: window.kernel, stride: window.stride, after: fields.get(at.id)! });
    }
    const inputs: Node[] = at.inputs.map((input) => byId.get(input)!);
    at = inputs.toSorted((a, b) => fields.get(b.id)!.size - fields.get(a.id)!.size)[0];
  }
  return steps.reverse();
}
