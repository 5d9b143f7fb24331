/** The simplest classifier on features: a class is the mean of its examples, and an answer the nearest mean. */

/** What is done to features before distances are taken. */
export const scalings = ['raw', 'unit', 'standardised'] as const;
export type Scaling = (typeof scalings)[number];

export interface Example {
  /** Index of its class. */
  readonly label: number;
  readonly features: ArrayLike<number>;
}

export interface Nearest {
  /** Index of the class whose mean is nearest. */
  readonly label: number;
  /** Euclidean, to the mean of each class; infinite where a class has no example. */
  readonly distances: readonly number[];
}

type Vector = Float64Array;

const unitLength: (x: ArrayLike<number>) => Vector = (x) => {
  const values = Float64Array.from(x);
  const norm = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  return norm === 0 ? values : values.map((value) => value / norm);
};

/** Learnt from the examples alone: what is asked about must not have a part in it. */
function scaler(scaling: Scaling, examples: readonly Example[]): (x: ArrayLike<number>) => Vector {
  if (scaling === 'raw') return (x) => Float64Array.from(x);
  if (scaling === 'unit') return unitLength;
  const mean = meanOf(examples.map(({ features }) => features));
  const deviation = mean.map((centre, i) =>
    Math.sqrt(examples.reduce((sum, { features }) => sum + (features[i] - centre) ** 2, 0) / examples.length),
  );
  // A feature that is the same in all examples says nothing.
  return (x) => mean.map((centre, i) => (deviation[i] === 0 ? 0 : (x[i] - centre) / deviation[i]));
}

function meanOf(all: readonly ArrayLike<number>[]): Vector {
  const mean = new Float64Array(all[0].length);
  for (const x of all) for (let i = 0; i < mean.length; i++) mean[i] += x[i] / all.length;
  return mean;
}

/** @param classes number of them */
export function nearestMean(examples: readonly Example[], classes: number, scaling: Scaling) {
  const scale = scaler(scaling, examples);
  const means = Array.from({ length: classes }, (_, label) => {
    const own = examples.filter((example) => example.label === label);
    return own.length === 0 ? null : meanOf(own.map(({ features }) => scale(features)));
  });
  return (features: ArrayLike<number>): Nearest => {
    const x = scale(features);
    const distances = means.map((mean) =>
      mean === null ? Infinity : Math.sqrt(mean.reduce((sum, centre, i) => sum + (x[i] - centre) ** 2, 0)),
    );
    return { label: distances.indexOf(Math.min(...distances)), distances };
  };
}

/** Each example answered by the means of all others: which class, in the examples' order. */
export const leaveOneOut = (examples: readonly Example[], classes: number, scaling: Scaling): number[] =>
  examples.map(({ features }, i) => nearestMean(examples.toSpliced(i, 1), classes, scaling)(features).label);

/** How often examples of a class (row) were answered with a class (column). */
export function confusionMatrix(
  labels: readonly number[],
  answers: readonly number[],
  classes: number,
): number[][] {
  const matrix = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  labels.forEach((label, i) => matrix[label][answers[i]]++);
  return matrix;
}

/** Entries on the diagonal. */
export const rightOf = (matrix: readonly (readonly number[])[]): number =>
  matrix.reduce((sum, row, i) => sum + row[i], 0);
