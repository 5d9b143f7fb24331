/** Everything that decides a race: the task, what all networks have in common, and what tells them apart. */
import { defaultTraining, type TaskChoice, type TrainingOptions } from '../../model/protocol/training.ts';
import { sameTask } from '../../model/sameTask.ts';
import { formatLane, type LaneConfiguration } from './laneConfiguration.ts';

export interface Recipe extends Omit<TrainingOptions, keyof LaneConfiguration> {
  /** Each network is trained once with each of the seeds seed … seed + seeds − 1. */
  readonly seeds: number;
}

export interface RaceSettings {
  readonly task: TaskChoice;
  readonly recipe: Recipe;
  readonly lanes: readonly LaneConfiguration[];
  /** Layers are measured on every so manieth step; 0: never. Changes nothing in the runs. */
  readonly measureEvery: number;
  /** Held-out pictures are tested on every so manieth step, where the task has such; 0: never. */
  readonly testEvery: number;
}

const { optimizer, rate, momentum, decay, schedule, warmup, clip, batch, steps, seed } = defaultTraining;
export const defaultRecipe: Recipe = {
  optimizer,
  rate,
  momentum,
  decay,
  schedule,
  warmup,
  clip,
  batch,
  steps,
  seed,
  seeds: 1,
};

/** A run's name among those of a race. */
export const runId = (lane: LaneConfiguration, seed: number): string => `${formatLane(lane)} ${seed}`;

export const seedsOf = ({ seed, seeds }: Recipe): readonly number[] =>
  Array.from({ length: seeds }, (_, i) => seed + i);

/** The options of one run. */
export function optionsOf(lane: LaneConfiguration, recipe: Recipe, seed: number): TrainingOptions {
  const { seeds: _, ...common } = recipe;
  return { ...common, ...lane, seed };
}

/** The runs that a race consists of, seed by seed, so that networks of one seed are trained in turn. */
export function runsOf({ lanes, recipe }: RaceSettings): { id: string; options: TrainingOptions }[] {
  return seedsOf(recipe).flatMap((seed) =>
    lanes.map((lane) => ({ id: runId(lane, seed), options: optionsOf(lane, recipe, seed) })),
  );
}

/**
 * Whether both give the same runs, step by step. The length of a run matters only to a schedule that is laid out for
 * it: a constant rate goes on as it began.
 */
export function sameRuns(one: RaceSettings, other: RaceSettings): boolean {
  const key = ({ recipe, lanes }: RaceSettings) => {
    const { steps, ...rest } = recipe;
    const recipeKey = recipe.schedule === 'constant' ? rest : { ...rest, steps };
    return JSON.stringify([Object.entries(recipeKey).sort(), lanes.map(formatLane)]);
  };
  return sameTask(one.task, other.task) && key(one) === key(other);
}

/** Classes of a task, before it has been opened; null: as many as the reader has folders. */
export const classesOf = (task: TaskChoice['name']): number | null =>
  ({ gratings: 8, shapes: 10, emoji: 10, cifar10: 10, folders: null })[task];
