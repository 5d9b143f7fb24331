/** What lesions do to several pictures, summed up. Pure arithmetic on the engine's outcomes. */
import type { Removal } from '../../model/architecture/lesions.ts';
import type { LesionOutcome, LesionsReport } from '../../model/protocol/lesions.ts';
import { spreadOf } from '../../model/statistics.ts';

/** Change of the class's probability; of its natural logarithm; share of pictures whose top class stays. */
export const lesionMeasures = ['probability', 'logarithm', 'kept'] as const;
export type LesionMeasure = (typeof lesionMeasures)[number];

/** The outcomes for one picture. */
export interface PictureLesions extends LesionsReport {
  /** A sample's id, or the name of a file. */
  readonly picture: string;
}

export interface Effect {
  readonly mean: number;
  /** Of the mean over pictures; null of one picture. */
  readonly standardError: number | null;
  /** By picture. */
  readonly each: readonly number[];
}

/** What one lesion does to one picture. */
export function effectOf(measure: LesionMeasure, base: LesionOutcome, outcome: LesionOutcome): number {
  switch (measure) {
    case 'probability':
      return outcome.probability - base.probability;
    case 'logarithm':
      return outcome.logProbability - base.logProbability;
    case 'kept':
      return outcome.top1 === base.top1 ? 1 : 0;
  }
}

/** What a network without a lesion has: no change, or every picture's top class. */
export const unharmed = (measure: LesionMeasure): number => (measure === 'kept' ? 1 : 0);

/** The whole network's probability of the class followed, mean over the pictures. */
export const baseOf = (pictures: readonly PictureLesions[]): number =>
  spreadOf(pictures.map(({ base }) => base.probability)).mean;

/** By lesion. @param pictures at least one, all with the same lesions */
export function effectsOf(pictures: readonly PictureLesions[], measure: LesionMeasure): Effect[] {
  return pictures[0].outcomes.map((_, lesion) => {
    const each = pictures.map(({ base, outcomes }) => effectOf(measure, base, outcomes[lesion]));
    const { mean, standardError } = spreadOf(each);
    return { mean, standardError: each.length > 1 ? standardError : null, each };
  });
}

export interface RemovalPoint {
  /** Blocks removed together. */
  readonly count: number;
  /** Mean over pictures and draws. */
  readonly mean: number;
  /** Sample standard deviation over draws of the mean over pictures; null of one draw. */
  readonly deviation: number | null;
  /** Mean over pictures, by draw. */
  readonly draws: readonly number[];
}

/** By number of blocks removed, from none. */
export function removalCurve(
  pictures: readonly PictureLesions[],
  removals: readonly Removal[],
  measure: LesionMeasure,
): RemovalPoint[] {
  const effects = effectsOf(pictures, measure);
  const byCount = new Map<number, number[]>();
  for (const [i, { blocks }] of removals.entries()) {
    const found = byCount.get(blocks.length);
    if (found) found.push(effects[i].mean);
    else byCount.set(blocks.length, [effects[i].mean]);
  }
  const start = { count: 0, mean: unharmed(measure), deviation: null, draws: [] };
  const points = [...byCount].map(([count, draws]) => {
    const { mean, std } = spreadOf(draws);
    return { count, mean, deviation: draws.length > 1 ? std : null, draws };
  });
  return [start, ...points.sort((a, b) => a.count - b.count)];
}

/** The lesion that costs most, or least; of equal ones the first. */
export function extremes(effects: readonly Effect[]): { readonly worst: number; readonly least: number } {
  const means = effects.map(({ mean }) => mean);
  return { worst: means.indexOf(Math.min(...means)), least: means.indexOf(Math.max(...means)) };
}

/** Place of one lesion when the most harmful is first: 1, 2, … Lesions that do as much share a place. */
export const rankOf = (effects: readonly Effect[], lesion: number): number =>
  1 + effects.filter(({ mean }) => mean < effects[lesion].mean).length;
