/**
 * Computes a small network with plain loops, in double precision: the reference that rewrites are tested against.
 * Weights are made from their names, so that the same node has the same weights in every graph.
 */
import type { Graph, Node, Shape } from '../graph.ts';
import { inferShapes, inputShapes } from '../shapes.ts';
import { nodeWeights } from '../kinds.ts';

/** Values row by row, channels last. */
export type Values = readonly number[];

/** Numbers in [−1, 1) that depend on the name and the position alone. */
export function numbersFrom(name: string, count: number): number[] {
  let state = 2166136261;
  for (const character of name) state = Math.imul(state ^ character.charCodeAt(0), 16777619);
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state / 2 ** 31;
  });
}

/** The value of every node. Values in `known` are taken as they are. */
export function evaluate(graph: Graph, known: ReadonlyMap<string, Values> = new Map()): Map<string, Values> {
  const shapes = inferShapes(graph);
  const values = new Map<string, Values>();
  for (const node of graph.nodes) {
    const inputs = node.inputs.map((id) => values.get(id)!);
    values.set(
      node.id,
      known.get(node.id) ?? valueOf(node, inputs, inputShapes(node, shapes), shapes.get(node.id)!),
    );
  }
  return values;
}

function valueOf(node: Node, [first, ...others]: Values[], inputs: readonly Shape[], output: Shape): Values {
  const shapes = nodeWeights(node, inputs);
  const weight = (role: string) =>
    numbersFrom(
      `${node.id}/${role}`,
      shapes[role]!.reduce((product, side) => product * side, 1),
    );
  const channels = output.at(-1)!;
  switch (node.kind) {
    case 'input':
      return numbersFrom(
        'input',
        output.reduce((product, side) => product * side, 1),
      );
    case 'relu':
      return first!.map((x) => Math.max(0, x));
    case 'add':
      return first!.map((x, i) => others.reduce((sum, other) => sum + other[i]!, x));
    case 'scale': {
      const { factor, channels: listed } = node.attributes;
      return first!.map((x, i) => (!listed || listed.includes(i % channels) ? factor * x : x));
    }
    case 'batchNorm': {
      const [gamma, beta, mean] = [weight('gamma'), weight('beta'), weight('movingMean')];
      const variance = weight('movingVariance').map((x) => x + 1.5);
      return first!.map((x, i) => {
        const c = i % channels;
        return ((x - mean[c]!) / Math.sqrt(variance[c]! + node.attributes.epsilon)) * gamma[c]! + beta[c]!;
      });
    }
    case 'conv': {
      const { kernel: k, stride, padding, groups, bias } = node.attributes;
      if (groups !== 1) throw new Error('not in the reference');
      const [height, width, depth] = inputs[0]! as [number, number, number];
      const kernel = weight('kernel');
      const biases = bias ? weight('bias') : new Array<number>(channels).fill(0);
      return positions(output).map(([row, column, filter]) => {
        let sum = biases[filter]!;
        for (let i = 0; i < k; i++)
          for (let j = 0; j < k; j++) {
            const y = row * stride - padding + i;
            const x = column * stride - padding + j;
            if (y < 0 || x < 0 || y >= height || x >= width) continue;
            for (let c = 0; c < depth; c++)
              sum +=
                first![(y * width + x) * depth + c]! * kernel[((i * k + j) * depth + c) * channels + filter]!;
          }
        return sum;
      });
    }
    case 'pad': {
      const [height, width, depth] = inputs[0]! as [number, number, number];
      const { size } = node.attributes;
      return positions(output).map(([row, column, c]) => {
        const [y, x] = [row - size, column - size];
        return y < 0 || x < 0 || y >= height || x >= width ? 0 : first![(y * width + x) * depth + c]!;
      });
    }
    case 'maxPool': {
      const { kernel: k, stride, padding } = node.attributes;
      const [height, width, depth] = inputs[0]! as [number, number, number];
      return positions(output).map(([row, column, c]) => {
        let max = -Infinity;
        for (let i = 0; i < k; i++)
          for (let j = 0; j < k; j++) {
            const y = row * stride - padding + i;
            const x = column * stride - padding + j;
            if (y >= 0 && x >= 0 && y < height && x < width)
              max = Math.max(max, first![(y * width + x) * depth + c]!);
          }
        return max;
      });
    }
    case 'subsample':
    case 'padChannels': {
      const [, width, depth] = inputs[0]! as [number, number, number];
      const stride = node.kind === 'subsample' ? node.attributes.stride : 1;
      return positions(output).map(([row, column, c]) =>
        c < depth ? first![(row * stride * width + column * stride) * depth + c]! : 0,
      );
    }
    case 'globalAvgPool': {
      const count = first!.length / channels;
      return Array.from({ length: channels }, (_, c) =>
        first!.reduce((sum, x, i) => (i % channels === c ? sum + x / count : sum), 0),
      );
    }
    case 'dense': {
      const kernel = weight('kernel');
      const biases = weight('bias');
      return biases.map((bias, unit) =>
        first!.reduce((sum, x, i) => sum + x * kernel[i * channels + unit]!, bias),
      );
    }
    case 'softmax': {
      const total = first!.reduce((sum, x) => sum + Math.exp(x), 0);
      return first!.map((x) => Math.exp(x) / total);
    }
    default:
      throw new Error(`'${(node as Node).kind}' is not in the reference`);
  }
}

function positions(shape: Shape): [row: number, column: number, channel: number][] {
  const [height, width, channels] = shape as [number, number, number];
  return Array.from({ length: height * width * channels }, (_, i) => [
    Math.floor(i / (width * channels)),
    Math.floor(i / channels) % width,
    i % channels,
  ]);
}
