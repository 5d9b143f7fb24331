/** How the gradient of a class's loss comes back through the network: its norm and a map of it at every block's output. */
import { blocksOf } from '../architecture/blocks.ts';
import { inferShapes } from '../architecture/shapes.ts';
import { applyRewrites } from '../architecture/rewrites.ts';
import type { BlockProgress } from '../protocol.ts';
import type { GradientAt, GradientFlowReport, InputGradient } from '../protocol/gradientFlow.ts';
import { logitsOf } from './segments.ts';
import type { GradientOptions, Session } from './session.ts';
import { crossEntropy, crossEntropyGradient, softmax, topFive } from './statistics.ts';

export interface GradientFlowOptions extends Omit<GradientOptions, 'onBlock'> {
  /** Told of each block on the way forward. */
  readonly onForward?: (progress: BlockProgress) => void;
  /** Told of each block on the way back, the last one first. */
  readonly onGradient?: (gradient: GradientAt) => void;
}

/**
 * One pass forward and one back, for the loss −log p(target) of the current picture in the (rewritten) network;
 * target: the top class of the unmodified network when absent. Leaves the last pass as it is. Values that are
 * no numbers are told as they are. An abort is noticed after every block, forward and back.
 *
 * @throws AtlasError unknownClass, notReady, and those of `applyRewrites`
 */
export async function gradientFlow(
  session: Session,
  { rewrites = [], target, signal, onForward, onGradient }: GradientFlowOptions = {},
): Promise<GradientFlowReport> {
  session.requireClass(target);
  const graph = applyRewrites(session.graph, rewrites);
  const of = target ?? (await session.topOfUnmodified(signal));
  const shapes = inferShapes(graph);
  const blockOf = new Map(blocksOf(graph).map(({ id, output }) => [output, id]));
  const [{ id: inputNode }] = graph.nodes;
  const blocks = new Map<string, GradientAt>();
  let input: InputGradient | undefined;
  const start = performance.now();
  const logits = await session.walkBack(
    {
      rewrites,
      signal,
      onBlock: onForward,
      from: logitsOf(graph),
      seed: (z) => crossEntropyGradient(z, of),
      wanted: new Set([inputNode, ...blockOf.keys()]),
    },
    (node, gradient) => {
      const [height, width, channels] = shapes.get(node)!;
      const found = { node, height, width, ...overChannels(gradient, channels) };
      const block = blockOf.get(node);
      if (block === undefined) {
        input = { ...found, block: null, channels: reversedPlanes(gradient, channels) };
        return;
      }
      const at = { ...found, block };
      blocks.set(block, at);
      onGradient?.(at);
    },
  );
  const probabilities = softmax(logits);
  return {
    target: of,
    loss: crossEntropy(logits, of),
    probability: probabilities[of],
    top: probabilities.every(Number.isFinite) ? topFive(probabilities) : [],
    input: input!,
    // They came from the last to the first.
    blocks: Object.fromEntries([...blocks].reverse()),
    milliseconds: performance.now() - start,
  };
}

/**
 * Of a gradient [height, width, channels]: its L2 norm and, at each position, the sum over the channels (the slope
 * of the loss along a step that is the same in all channels) and their L2 norm. Sums in double precision.
 */
export function overChannels(gradient: Float32Array, channels: number) {
  const area = gradient.length / channels;
  const sum = new Float32Array(area);
  const l2 = new Float32Array(area);
  let all = 0;
  for (let position = 0, i = 0; position < area; position++) {
    let total = 0;
    let squares = 0;
    for (const end = i + channels; i < end; i++) {
      total += gradient[i];
      squares += gradient[i] * gradient[i];
    }
    sum[position] = total;
    l2[position] = Math.sqrt(squares);
    all += squares;
  }
  return { norm: Math.sqrt(all), sum, l2 };
}

/** [height, width, channels] → channel by channel, the last first: the network's BGR becomes the screen's RGB. */
function reversedPlanes(values: Float32Array, channels: number): Float32Array {
  const area = values.length / channels;
  const planes = new Float32Array(values.length);
  for (let position = 0; position < area; position++) {
    for (let c = 0; c < channels; c++) {
      planes[(channels - 1 - c) * area + position] = values[position * channels + c];
    }
  }
  return planes;
}
