/** Questions about the last pass: one number audited, a block's sum taken apart, a node's weights. */
import { blocksOf, findBlock, type Block } from '../architecture/blocks.ts';
import type { Graph, Node } from '../architecture/graph.ts';
import { nodesById } from '../architecture/subgraph.ts';
import { inferShapes, weightShapes } from '../architecture/shapes.ts';
import { AtlasError } from '../errors.ts';
import type {
  AdditionReport,
  Audit,
  AuditReport,
  ResidualFigures,
  Unit,
  WeightsReport,
} from '../protocol.ts';
import {
  auditBatchNorm,
  auditConvolution,
  auditDense,
  auditGlobalAveragePool,
  auditMaxPool,
  auditRelu,
  auditScale,
  auditSoftmax,
  auditSum,
  type AuditInput,
} from './audit.ts';
import type { Parameters } from './parameters.ts';
import type { Session } from './session.ts';
import { residualFigures } from './statistics.ts';
import { yieldToEvents } from './yieldToEvents.ts';

/**
 * One unit's value in the last pass beside the same number in plain arithmetic.
 *
 * @throws AtlasError unknownNode, channelOutOfRange, notReady
 */
export async function auditUnit(session: Session, id: string, unit: Unit): Promise<AuditReport> {
  const graph = session.lastGraph();
  const node = nodesById(graph).get(id);
  if (!node || node.kind === 'input') throw new AtlasError('unknownNode', { node: id });
  const shapes = inferShapes(graph);
  const shape = shapes.get(id)!;
  const channels = shape.at(-1)!;
  if (unit.channel < 0 || unit.channel >= channels) {
    throw new AtlasError('channelOutOfRange', { node: id, channel: unit.channel, channels });
  }
  const values = await session.values([id, ...node.inputs]);
  const inputs = node.inputs.map((input) => ({
    node: input,
    shape: shapes.get(input)!,
    values: values.get(input)!,
  }));
  const index =
    shape.length === 1 ? unit.channel : (unit.row * shape[1] + unit.column) * channels + unit.channel;
  const audit = auditOf(node, inputs, session.parameters, unit);
  return { node: id, ...unit, engine: values.get(id)![index], audit };
}

function auditOf(node: Node, inputs: readonly AuditInput[], parameters: Parameters, unit: Unit): Audit {
  const [input] = inputs;
  const weight = (role: string) => parameters.values(`${node.id}/${role}`);
  switch (node.kind) {
    case 'conv':
      return auditConvolution(
        node,
        input,
        weight('kernel'),
        node.attributes.bias ? weight('bias') : null,
        unit,
      );
    case 'batchNorm': {
      const [gamma, beta, movingMean, movingVariance] = ['gamma', 'beta', 'movingMean', 'movingVariance'].map(
        weight,
      );
      return auditBatchNorm(node, input, { gamma, beta, movingMean, movingVariance }, unit);
    }
    case 'relu':
      return auditRelu(input, unit);
    case 'add':
      return auditSum(inputs, unit);
    case 'maxPool':
      return auditMaxPool(node, input, unit);
    case 'globalAvgPool':
      return auditGlobalAveragePool(input, unit);
    case 'dense':
      return auditDense(input, weight('kernel'), node.attributes.bias ? weight('bias') : null, unit);
    case 'softmax':
      return auditSoftmax(input, unit);
    case 'scale':
      return auditScale(node, input, unit);
    case 'pad': {
      const { size } = node.attributes;
      const inner = { ...unit, row: unit.row - size, column: unit.column - size };
      const [height, width] = input.shape;
      const outside = inner.row < 0 || inner.column < 0 || inner.row >= height || inner.column >= width;
      return outside ? auditSum([], unit) : auditSum([input], inner);
    }
    case 'subsample': {
      const { stride } = node.attributes;
      return auditSum([input], { ...unit, row: unit.row * stride, column: unit.column * stride });
    }
    case 'padChannels':
      return unit.channel < input.shape.at(-1)! ? auditSum([input], unit) : auditSum([], unit);
    default:
      throw new AtlasError('unknownNode', { node: node.id });
  }
}

async function figuresOf(
  session: Session,
  { branchEnd, shortcutEnd, sum }: Block,
): Promise<ResidualFigures | null> {
  if (branchEnd === null) return null;
  const ends = [branchEnd, sum, ...(shortcutEnd === null ? [] : [shortcutEnd])];
  const values = await session.values(ends);
  const shortcut = shortcutEnd === null ? null : values.get(shortcutEnd)!;
  return residualFigures(values.get(branchEnd)!, shortcut, values.get(sum)!);
}

/** Figures of every block that has a branch, each told as it is done. */
export async function residualsOf(
  session: Session,
  onBlock: (progress: { block: string; figures: ResidualFigures }) => void,
  signal?: AbortSignal,
): Promise<Record<string, ResidualFigures>> {
  const all: Record<string, ResidualFigures> = {};
  for (const block of blocksOf(session.lastGraph())) {
    // A request for maps, or a cancel, does not wait for all blocks.
    await yieldToEvents();
    signal?.throwIfAborted();
    const figures = await figuresOf(session, block);
    if (!figures) continue;
    all[block.id] = figures;
    onBlock({ block: block.id, figures });
  }
  return all;
}

/** x, F(x), x + F(x) and ReLU(x + F(x)) of one block. */
export async function additionOf(session: Session, id: string): Promise<AdditionReport> {
  const block = findBlock(session.lastGraph(), id);
  const maps = (node: string | null) => (node === null ? null : session.maps(node));
  return {
    block: id,
    shortcut: await maps(block.shortcutEnd),
    branch: await maps(block.branchEnd),
    sum: await session.maps(block.sum),
    output: await session.maps(block.output),
    figures: await figuresOf(session, block),
  };
}

/** @throws AtlasError unknownNode, notReady while its shard is under way */
export function weightsOf(graph: Graph, parameters: Parameters, node: string): WeightsReport {
  if (!nodesById(graph).has(node)) throw new AtlasError('unknownNode', { node });
  const names = [...weightShapes(graph)].filter(([name]) => name.slice(0, name.lastIndexOf('/')) === node);
  const tensors = Object.fromEntries(
    names.map(([name, shape]) => [
      name.slice(node.length + 1),
      { shape, values: parameters.values(name).slice() },
    ]),
  );
  return { node, tensors };
}
