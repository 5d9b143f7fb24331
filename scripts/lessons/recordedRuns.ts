/** Recorded runs of training, read from their files where lessons are built and recorded. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastSteps, type TrainedStep } from '../../src/lib/model/protocol/training.ts';
import { meanOf } from '../../src/lib/model/statistics.ts';
import type { LaneRun } from '../../src/lib/state/compare/race.svelte.ts';
import { unpackRun, type RecordedNet, type RecordedRun } from '../../src/lib/state/compare/recordedRuns.ts';
import type { RecordedSummary } from '../../src/lib/state/compare/recordedSummaries.ts';
import type { RecipeRun, Recipes, Rounded } from '../../src/lib/state/recordedRecipes.ts';

const root = join(import.meta.dirname, '../..');
const read = <T>(path: string): T => JSON.parse(readFileSync(join(root, path), 'utf8')) as T;

const summaries = read<RecordedSummary[]>('src/lib/state/recordings/training.json');
export const recipes = read<Recipes>('src/lib/state/recordings/recipes.json');

/** 'gratings-plain-56-0' */
export const recordedRun = (name: string): RecordedRun =>
  unpackRun(read(`static/recordings/training/${name}.json`));

/** Its first steps, as a run of a race. */
export const laneRun = ({ options, steps }: RecordedRun, until: number): LaneRun => ({
  id: `${options.net}-${options.depth} ${options.seed}`,
  seed: options.seed,
  steps: steps.slice(0, until),
});

/** What repeats the first steps of a recorded run on gratings. */
export const commandOf = ({ options: { depth, net, seed } }: RecordedRun, steps: number): string =>
  `npm run -s atlas -- train --task gratings --depth ${depth} --net ${net} --steps ${steps} --seed ${seed} --json`;

export interface Standings {
  readonly seeds: readonly number[];
  readonly params: number;
  /** Means of all seeds. */
  readonly loss: number;
  readonly accuracy: number;
  /** Of each seed. */
  readonly losses: readonly number[];
  readonly accuracies: readonly number[];
  readonly command: string;
}

/** How all recorded seeds of a network on gratings stood after so many steps. */
export function standings(net: RecordedNet, depth: number, after: number): Standings {
  const rows = summaries.filter((one) => one.task === 'gratings' && one.net === net && one.depth === depth);
  const found = rows.map((row) => row.standings.find((one) => one.after === after)!);
  const losses = found.map(({ loss }) => loss);
  const accuracies = found.map(({ accuracy }) => accuracy);
  return {
    seeds: rows.map(({ seed }) => seed),
    params: rows[0].params,
    loss: meanOf(losses),
    accuracy: meanOf(accuracies),
    losses,
    accuracies,
    command: rows[0].command,
  };
}

/** A recipe's runs with these seeds. */
export const recipeRuns = (name: string, seeds: readonly number[] = [0, 1, 2]): readonly RecipeRun[] =>
  seeds.map((seed) => recipes.runs[`${name}-${seed}`]);

/** What a curve takes of a recipe's run. */
export const recipeSteps = ({ loss, accuracy, heldOut }: RecipeRun): readonly TrainedStep[] =>
  loss.map((value, step) => {
    const test = heldOut.find((one) => one.step === step);
    return {
      step,
      loss: Number(value),
      accuracy: accuracy[step],
      rate: 0,
      ...(test && { heldOut: test }),
    };
  });

const lastMean = (values: readonly Rounded[]) => meanOf(values.slice(-lastSteps).map(Number));

/** How runs of a recipe ended: the mean of their seeds. */
export const recipeEnd = (runs: readonly RecipeRun[]): { loss: number; accuracy: number } => ({
  loss: meanOf(runs.map(({ loss }) => lastMean(loss))),
  accuracy: meanOf(runs.map(({ accuracy }) => lastMean(accuracy))),
});
