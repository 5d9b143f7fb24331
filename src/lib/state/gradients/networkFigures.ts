/** What was measured of a network, one list for each figure: as it is drawn, and as it is recorded. */
import type { InitialisationReport } from '../../model/protocol/initialisation.ts';
import { storable, type Stored } from '../stored.ts';

export const layerFigures = ['weightGradient', 'activationGradient', 'activationStd'] as const;
export type LayerFigure = (typeof layerFigures)[number];

export interface NetworkFigures extends Readonly<Record<LayerFigure, readonly number[]>> {
  /** Of each block: var(F) / var(shortcut) at the sum; none in a plain network. */
  readonly varianceRatio: readonly number[];
  readonly growthPerConvolution: number;
  readonly loss: number;
  /** How many seeds are in it. */
  readonly seeds: number;
}

export function figuresOf({
  layers,
  blocks,
  growthPerConvolution,
  loss,
  seeds,
}: InitialisationReport): NetworkFigures {
  const [weightGradient, activationGradient, activationStd] = layerFigures.map((figure) =>
    layers.map((layer) => layer[figure]),
  );
  const varianceRatio = blocks.flatMap(({ varianceRatio }) =>
    varianceRatio === null ? [] : [varianceRatio],
  );
  return {
    weightGradient,
    activationGradient,
    activationStd,
    varianceRatio,
    growthPerConvolution,
    loss,
    seeds,
  };
}

type Packed<T> = { readonly [K in keyof T]: T[K] extends readonly number[] ? readonly Stored[] : Stored };
export type RecordedFigures = Packed<NetworkFigures>;

/** Four digits: more than the figures show, and far less than a seed changes. */
const short = (value: number): Stored => storable(value, 4);

const mapFigures = (figures: object, map: (value: never) => unknown) =>
  Object.fromEntries(
    Object.entries(figures).map(([name, value]: [string, unknown]) => [
      name,
      Array.isArray(value) ? value.map((one) => map(one as never)) : map(value as never),
    ]),
  );

/** An object of numbers and lists of numbers with these to four digits, as it is kept in a recording. */
export const shortened = (figures: object): object => mapFigures(figures, short);

export const pack = (figures: NetworkFigures): RecordedFigures => shortened(figures) as RecordedFigures;

export const unpack = (recorded: RecordedFigures): NetworkFigures =>
  mapFigures(recorded, Number) as unknown as NetworkFigures;
