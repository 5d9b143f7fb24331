import type { Fed } from '../../../src/lib/model/protocol/feeding.ts';
import { symmetricEigen } from '../../../src/lib/model/symmetricEigen.ts';
import {
  confusionMatrix,
  leaveOneOut,
  rightOf,
  scalings,
  type Example,
  type Scaling,
} from '../../../src/lib/state/transfer/nearestMean.ts';
import { colourGrid, grouped, groups } from './groups.ts';

export interface Result {
  readonly pictures: number;
  /** Of the largest group: what always answering with it gets right. */
  readonly majority: number;
  /** Right answers of the nearest mean of the features, leaving one out, by what is done to them before. */
  readonly right: Readonly<Record<Scaling, number>>;
  /** Of other representations, as they are. */
  readonly colours: number;
  readonly probabilities: number;
  /** Of the features as they are: how often a picture of a group (row) was answered with a group (column). */
  readonly matrix: readonly (readonly number[])[];
  readonly wrong: readonly { readonly picture: string; readonly answer: number }[];
  /** On the first two principal axes, and the share of the variance that each keeps. */
  readonly plane: readonly (readonly [number, number])[];
  readonly explained: readonly [number, number];
}

/** What of a picture is looked at. */
export interface Looked extends Pick<Fed, 'probabilities' | 'seen'> {
  /** Its features. */
  readonly value: ArrayLike<number> | null;
}

export const examplesOf = (all: readonly Looked[]): Example[] =>
  all.map(({ value }, i) => ({ label: grouped[i].label, features: value! }));

const labels = grouped.map(({ label }) => label);
const matrixOf = (answers: readonly number[]) => confusionMatrix(labels, answers, groups.length);

/** @param all in the order of `grouped` */
export function resultOf(all: readonly Looked[]): Result {
  const examples = examplesOf(all);
  const answers = leaveOneOut(examples, groups.length, 'raw');
  const rightBy = (scaling: Scaling) => rightOf(matrixOf(leaveOneOut(examples, groups.length, scaling)));
  const rightFor = (of: (looked: Looked) => ArrayLike<number>) => {
    const others = all.map((looked, i) => ({ label: grouped[i].label, features: of(looked) }));
    return rightOf(matrixOf(leaveOneOut(others, groups.length, 'raw')));
  };
  return {
    pictures: grouped.length,
    majority: Math.max(...groups.map(({ pictures }) => pictures.length)),
    right: Object.fromEntries(scalings.map((scaling) => [scaling, rightBy(scaling)])) as Result['right'],
    colours: rightFor(({ seen }) => colourGrid(seen)),
    probabilities: rightFor(({ probabilities }) => probabilities),
    matrix: matrixOf(answers),
    wrong: grouped.flatMap(({ picture, label }, i) =>
      label === answers[i] ? [] : [{ picture, answer: answers[i] }],
    ),
    ...planeOf(examples.map(({ features }) => features)),
  };
}

/** Principal components by way of the inner products: there are few pictures and many features. */
function planeOf(all: readonly ArrayLike<number>[]): Pick<Result, 'plane' | 'explained'> {
  const length = all[0].length;
  const mean = Float64Array.from({ length }, (_, k) => all.reduce((sum, x) => sum + x[k] / all.length, 0));
  const centred = all.map((x) => mean.map((centre, k) => x[k] - centre));
  const products = centred.map((x) => centred.map((y) => x.reduce((sum, value, k) => sum + value * y[k], 0)));
  const { values, vectors } = symmetricEigen(products);
  const total = values.reduce((sum, value) => sum + value, 0);
  const coordinate = (axis: number, i: number) =>
    Number((vectors[axis][i] * Math.sqrt(values[axis])).toPrecision(4));
  return {
    plane: all.map((_, i) => [coordinate(0, i), coordinate(1, i)] as const),
    explained: [values[0] / total, values[1] / total],
  };
}
