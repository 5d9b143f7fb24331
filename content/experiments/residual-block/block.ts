/** A block of two layers on a vector, y = ReLU(W₂ ReLU(W₁ x) + x), with every value between; and the same without x. */

export type Vector = readonly number[];
/** A row for every output. */
export type Matrix = readonly Vector[];

export interface Weights {
  readonly first: Matrix;
  readonly second: Matrix;
}

export interface Values {
  /** W₁ x. */
  readonly hidden: Vector;
  /** ReLU of it. */
  readonly active: Vector;
  /** F(x) = W₂ · that. */
  readonly branch: Vector;
  /** F(x) + x. */
  readonly sum: Vector;
  readonly residual: Vector;
  /** Of the block without its shortcut. */
  readonly plain: Vector;
}

export const relu = (vector: Vector): number[] => vector.map((value) => Math.max(0, value));

export const product = (matrix: Matrix, vector: Vector): number[] =>
  matrix.map((row) => row.reduce((sum, weight, at) => sum + weight * vector[at], 0));

export const length = (vector: Vector): number => Math.hypot(...vector);

export function through(x: Vector, { first, second }: Weights): Values {
  const hidden = product(first, x);
  const active = relu(hidden);
  const branch = product(second, active);
  const sum = branch.map((value, at) => value + x[at]);
  return { hidden, active, branch, sum, residual: relu(sum), plain: relu(branch) };
}

/** All weights times a factor. */
export function scaled({ first, second }: Weights, factor: number): Weights {
  const times = (matrix: Matrix) => matrix.map((row) => row.map((weight) => weight * factor));
  return { first: times(first), second: times(second) };
}

/** How far y is from x, as a share of the length of x. */
export function distance(y: Vector, x: Vector): number {
  return length(y.map((value, at) => value - x[at])) / length(x);
}

/** The distances from the identity of both blocks, with all weights times each factor. */
export function distances(x: Vector, weights: Weights, factors: readonly number[]) {
  const values = factors.map((factor) => through(x, scaled(weights, factor)));
  return {
    residual: values.map(({ residual }) => distance(residual, x)),
    plain: values.map(({ plain }) => distance(plain, x)),
  };
}

/** The gradient of one output by x, by the way that it comes. */
export interface Paths {
  /** Along the shortcut. */
  readonly shortcut: Vector;
  /** Back through F. */
  readonly branch: Vector;
  readonly sum: Vector;
  /** Of the block without its shortcut. */
  readonly plain: Vector;
}

/** A ReLU lets a gradient pass where its input was above zero. */
export function paths(x: Vector, weights: Weights, output: number): Paths {
  const { hidden, branch, sum } = through(x, weights);
  const back = x.map((_, input) =>
    weights.second[output].reduce(
      (so, weight, unit) => so + (hidden[unit] > 0 ? weight * weights.first[unit][input] : 0),
      0,
    ),
  );
  const isOpen = sum[output] > 0;
  const shortcut = x.map((_, input) => (isOpen && input === output ? 1 : 0));
  const behind = back.map((value) => (isOpen ? value : 0));
  return {
    shortcut,
    branch: behind,
    sum: behind.map((value, at) => value + shortcut[at]),
    plain: back.map((value) => (branch[output] > 0 ? value : 0)),
  };
}

export const start: { readonly x: Vector; readonly weights: Weights } = {
  x: [2, 1],
  weights: {
    first: [
      [0.6, -0.4],
      [-0.8, 1],
    ],
    second: [
      [0.5, 0.3],
      [-0.5, 0.4],
    ],
  },
};

const identity: Matrix = [
  [1, 0],
  [0, 1],
];

/** Weights worth looking at. */
export const presets = {
  start: start.weights,
  zero: scaled(start.weights, 0),
  identity: { first: identity, second: identity },
} as const satisfies Record<string, Weights>;
