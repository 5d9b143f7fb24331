import { costs, type Costs } from './costs.ts';
import type { BlockId, Graph, Kind, Shape, StageId } from './graph.ts';
import { receptiveFields } from './receptiveField.ts';
import { inferShapes } from './shapes.ts';

export interface NodeFacts {
  readonly id: string;
  readonly kind: Kind;
  readonly stage: StageId | null;
  readonly block: BlockId | null;
  /** [height, width, channels], or [features] after pooling. */
  readonly shape: Shape;
  readonly params: number;
  readonly macs: number;
  /** Side of the unclipped square, in input pixels; null from global pooling on. */
  readonly receptiveField: number | null;
  readonly jump: number | null;
}

export interface Facts {
  readonly model: string;
  readonly totals: Costs;
  readonly nodes: readonly NodeFacts[];
}

/** All that follows from a graph alone, as the command line prints it. */
export function facts(graph: Graph): Facts {
  const shapes = inferShapes(graph);
  const fields = receptiveFields(graph);
  const { nodes, totals } = costs(graph);
  return {
    model: graph.name,
    totals,
    nodes: graph.nodes.map(({ id, kind, stage, block }) => ({
      id,
      kind,
      stage: stage ?? null,
      block: block ?? null,
      shape: shapes.get(id)!,
      params: nodes.get(id)!.params,
      macs: nodes.get(id)!.macs,
      receptiveField: fields.get(id)?.size ?? null,
      jump: fields.get(id)?.jump ?? null,
    })),
  };
}
