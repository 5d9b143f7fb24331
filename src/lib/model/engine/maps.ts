import type { Shape } from '../architecture/graph.ts';
import type { MapsReport } from '../protocol.ts';
import { byChannel, statistics } from './statistics.ts';

/** A node's value, as the engine holds it, as maps with their statistics. */
export function mapsOf({
  node,
  pass,
  shape,
  value,
}: {
  readonly node: string;
  readonly pass: number;
  readonly shape: Shape;
  /** [height, width, channels] or [features], row-major. */
  readonly value: Float32Array;
}): MapsReport {
  const { planar, channels } = byChannel(value, shape.at(-1)!);
  return { node, pass, shape, values: planar, statistics: statistics(value), channels };
}
