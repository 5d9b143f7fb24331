/** Landscapes as tables: a row for every network and point of its grid, or of its way. */
import type { LandscapeAxes } from '../model/protocol/landscape.ts';
import type { Table } from './table.ts';

interface Measured {
  readonly network: string;
  readonly landscape:
    | (LandscapeAxes & {
        readonly rows: number;
        readonly loss: ArrayLike<number>;
        readonly accuracy: ArrayLike<number>;
      })
    | null;
}

export function landscapeTable(all: readonly Measured[]): Table {
  return {
    columns: ['network', 'a', 'b', 'loss_nats', 'accuracy'],
    rows: all.flatMap(({ network, landscape }) =>
      Array.from({ length: landscape ? landscape.rows * landscape.a.length : 0 }, (_, i) => {
        const { a, b, loss, accuracy } = landscape!;
        return [network, a[i % a.length], b[Math.floor(i / a.length)], loss[i], accuracy[i]];
      }),
    ),
  };
}

export function trajectoryTable(all: readonly Measured[]): Table {
  return {
    columns: ['network', 'step', 'a', 'b', 'explained_by_a', 'explained_by_b'],
    rows: all.flatMap(({ network, landscape }) => {
      const path = landscape?.path;
      return path
        ? path.steps.map((step, i) => [network, step, path.a[i], path.b[i], ...path.explained])
        : [];
    }),
  };
}
