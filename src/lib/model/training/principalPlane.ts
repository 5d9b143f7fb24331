import { yieldToEvents } from '../engine/yieldToEvents.ts';
import { AtlasError } from '../errors.ts';
import type { TrajectoryPath } from '../protocol/landscape.ts';
import type { Direction } from './directions.ts';
import { symmetricEigen } from '../symmetricEigen.ts';
import type { Snapshot } from './trajectory.ts';

export interface PrincipalPlane {
  /** Of length 1, at right angles. */
  readonly directions: readonly [Direction, Direction];
  /** Of the snapshots, and of the last weights at the origin. */
  readonly path: TrajectoryPath;
}

/** Fewer points have no two directions to choose. */
const fewestSnapshots = 3;

/**
 * The two directions that explain most of the way to the last weights θ_n: principal components of the rows θ_i − θ_n,
 * centred, for i < n (Li et al. 2018, section 7.2). Found by way of the rows' inner products, because there are few rows
 * and many weights. Signs are chosen so that training comes from negative coordinates.
 *
 * @param names of the weights that are looked at
 * @throws AtlasError 'trajectoryTooShort'
 */
export async function principalPlane(
  names: readonly string[],
  snapshots: readonly Snapshot[],
  last: Snapshot,
  signal?: AbortSignal,
): Promise<PrincipalPlane> {
  const before = snapshots.filter(({ step }) => step < last.step);
  const tooShort = () => new AtlasError('trajectoryTooShort', { steps: last.step, needed: fewestSnapshots });
  if (before.length < fewestSnapshots) throw tooShort();
  const rows = before.map(({ weights }) => difference(names, weights, last.weights));
  const products = await innerProducts(rows, signal);
  const centred = doublyCentred(products);
  const { values, vectors } = symmetricEigen(centred);
  if (!(values[1] > 1e-12 * values[0])) throw tooShort();

  const all = centred.reduce((sum, row, i) => sum + row[i], 0);
  const axis = (k: 0 | 1) => {
    const length = Math.sqrt(values[k]);
    const along = products.map((row) => inner(row, vectors[k]) / length);
    const sign = along[0] > 0 ? -1 : 1;
    return {
      direction: combination(
        rows,
        vectors[k].map((x) => (sign * x) / length),
      ),
      coordinates: [...along.map((x) => sign * x), 0],
      explained: values[k] / all,
    };
  };
  const [first, second] = [axis(0), axis(1)];
  return {
    directions: [first.direction, second.direction],
    path: {
      steps: [...before.map(({ step }) => step), last.step],
      a: first.coordinates,
      b: second.coordinates,
      explained: [first.explained, second.explained],
    },
  };
}

const inner = (x: readonly number[], y: readonly number[]) =>
  x.reduce((sum, value, i) => sum + value * y[i], 0);

function difference(names: readonly string[], from: Snapshot['weights'], to: Snapshot['weights']): Direction {
  return new Map(
    names.map((name) => {
      const origin = to.get(name)!;
      return [name, from.get(name)!.map((x, i) => x - origin[i])];
    }),
  );
}

async function innerProducts(rows: readonly Direction[], signal?: AbortSignal): Promise<number[][]> {
  const products = rows.map(() => new Array<number>(rows.length).fill(0));
  for (let i = 0; i < rows.length; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (const [name, values] of rows[i]) {
        const others = rows[j].get(name)!;
        for (let k = 0; k < values.length; k++) sum += values[k] * others[k];
      }
      products[i][j] = products[j][i] = sum;
    }
    await yieldToEvents();
    signal?.throwIfAborted();
  }
  return products;
}

/** The inner products of the rows less their mean. */
function doublyCentred(products: readonly (readonly number[])[]): number[][] {
  const n = products.length;
  const means = products.map((row) => row.reduce((sum, x) => sum + x, 0) / n);
  const mean = means.reduce((sum, x) => sum + x, 0) / n;
  return products.map((row, i) => row.map((x, j) => x - means[i] - means[j] + mean));
}

function combination(rows: readonly Direction[], factors: readonly number[]): Direction {
  return new Map(
    Array.from(rows[0], ([name, first]) => {
      const sum = new Float64Array(first.length);
      rows.forEach((row, i) => row.get(name)!.forEach((x, k) => (sum[k] += factors[i] * x)));
      return [name, Float32Array.from(sum)];
    }),
  );
}
