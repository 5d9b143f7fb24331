/** The cells of one channel's map, and in words what a cell reads. */
import type { MapsReport } from '../model/protocol.ts';
import type { Place } from './addition.ts';

export interface Cell extends Place {
  readonly value: number;
}

/** The largest cells of a channel, largest first; of equals the first. */
export function largestCells({ shape, values }: MapsReport, channel: number, count: number): Cell[] {
  const [height, width] = shape;
  const offset = channel * height * width;
  const found: number[] = [];
  for (let i = 0; i < height * width; i++) {
    const value = values[offset + i];
    if (found.length === count && !(value > values[offset + found[count - 1]])) continue;
    let at = found.length;
    while (at > 0 && value > values[offset + found[at - 1]]) at--;
    found.splice(at, 0, i);
    found.length = Math.min(found.length, count);
  }
  return found.map((i) => ({ row: Math.floor(i / width), column: i % width, value: values[offset + i] }));
}
