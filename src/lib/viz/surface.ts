/** A surface over a square, seen from aside without perspective: what is behind is drawn first. Pure arithmetic. */
import { heightAt, heightColour, heightOf, placeIn, type LevelScale, type PlaneGrid } from './landscape.ts';

/** From where it is seen, in degrees: turned about the upright axis, and tilted from the side (0) to above (90). */
export interface Viewpoint {
  readonly turn: number;
  readonly tilt: number;
}

/** Of the surface, whose square reaches from −1 to 1 along both axes. */
const height = 0.9;

/** What holds the drawing up to a tilt of 45°; seen from higher up, corners may stand out a little. */
export const surfaceBox = { left: -1.5, top: -1.35, width: 3, height: 2.7 } as const;

export interface Facet {
  readonly points: string;
  readonly colour: string;
}

export interface SurfaceDrawing {
  /** Of the grid's squares, from behind to the front. */
  readonly facets: readonly Facet[];
  /** The square that the surface stands on. */
  readonly floor: string;
  /** Places for words beside the square's front edges: of each axis its beginning, its middle and its end. */
  readonly axes: readonly {
    readonly axis: 'a' | 'b';
    readonly at: 0 | 1 | 2;
    readonly x: number;
    readonly y: number;
  }[];
  /** A path over the surface, as points of a line; empty where there is none. */
  readonly path: string;
  /** The path's points. */
  readonly stops: readonly { readonly x: number; readonly y: number }[];
}

/** A point of the square, from −1 to 1, and a height from 0 to 1: to the right, down, and away from the eye. */
function project({ turn, tilt }: Viewpoint, x: number, y: number, z: number): [number, number, number] {
  const [angle, up] = [(turn * Math.PI) / 180, (tilt * Math.PI) / 180];
  const right = x * Math.cos(angle) - y * Math.sin(angle);
  const away = x * Math.sin(angle) + y * Math.cos(angle);
  const above = height * (z - 0.5);
  return [right, -away * Math.sin(up) - above * Math.cos(up), away * Math.cos(up) - above * Math.sin(up)];
}

const text = ([x, y]: readonly number[]) => `${x.toFixed(3)},${y.toFixed(3)}`;

export function surface(grid: PlaneGrid, scale: LevelScale, viewpoint: Viewpoint): SurfaceDrawing {
  const { a, b, rows, values } = grid;
  const heights = Array.from({ length: rows * a.length }, (_, i) => heightOf(scale, values[i]));
  const across = (column: number) => (2 * column) / (a.length - 1) - 1;
  const along = (row: number) => (2 * row) / (b.length - 1) - 1;
  const points = heights.map((z, i) =>
    project(viewpoint, across(i % a.length), along(Math.floor(i / a.length)), z),
  );

  const facets: (Facet & { depth: number })[] = [];
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < a.length; column++) {
      const first = row * a.length + column;
      const corners = [first, first + 1, first + a.length + 1, first + a.length];
      const mean = (of: (i: number) => number) => corners.reduce((sum, i) => sum + of(i), 0) / 4;
      const middle = project(viewpoint, across(column + 0.5), along(row + 0.5), 0);
      facets.push({
        points: corners.map((i) => text(points[i])).join(' '),
        colour: heightColour(mean((i) => heights[i])),
        // The order of upright columns: no two of them cut through each other.
        depth: middle[2],
      });
    }
  }
  facets.sort((one, other) => other.depth - one.depth);

  const stops = stopsOf(grid, heights, viewpoint);
  const square = [[-1, -1], [1, -1], [1, 1], [-1, 1]]; // prettier-ignore
  return {
    facets,
    floor: square.map(([x, y]) => text(project(viewpoint, x, y, 0))).join(' '),
    axes: axesOf(viewpoint),
    path: stops.map(({ x, y }) => text([x, y])).join(' '),
    stops,
  };
}

/** How far from the square's middle the words of its axes stand. */
const beside = 1.14;

function axesOf(viewpoint: Viewpoint): SurfaceDrawing['axes'] {
  const front = (x: number, y: number) => (project(viewpoint, x, y, 0)[2] < 0 ? beside : -beside);
  const [sideOfA, sideOfB] = [front(0, 1), front(1, 0)];
  return ([0, 1, 2] as const).flatMap((at) => {
    const along = 0.9 * (at - 1);
    const [ax, ay] = project(viewpoint, along, sideOfA, 0);
    const [bx, by] = project(viewpoint, sideOfB, along, 0);
    return [
      { axis: 'a', at, x: ax, y: ay },
      { axis: 'b', at, x: bx, y: by },
    ] as const;
  });
}

function stopsOf(
  grid: PlaneGrid,
  heights: readonly number[],
  viewpoint: Viewpoint,
): { x: number; y: number }[] {
  const { a, b, rows, path } = grid;
  if (!path || rows < b.length) return [];
  return path.a.map((x, i) => {
    const [column, fromTop] = placeIn(grid, x, path.b[i]);
    const z = heightAt(heights, grid, [column, fromTop]);
    const [right, down] = project(
      viewpoint,
      (2 * column) / (a.length - 1) - 1,
      1 - (2 * fromTop) / (b.length - 1),
      z,
    );
    return { x: right, y: down };
  });
}
