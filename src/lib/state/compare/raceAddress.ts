/** What the race has in its URL: everything that was chosen. */
import type { TaskChoice } from '../../model/protocol/training.ts';
import { decimal, oneOf, wholeNumber, type StateOf } from '../parameters.ts';
import { lanesParameter } from './laneConfiguration.ts';
import { layerFigures } from './layerFigures.ts';
import { presets } from './presets.ts';
import { defaultRecipe, type RaceSettings, type Recipe } from './raceSettings.ts';

export const taskNames = [
  'gratings',
  'shapes',
  'emoji',
  'cifar10',
  'folders',
] as const satisfies readonly TaskChoice['name'][];
export const optimizers = ['sgd', 'adam'] as const;
export const schedules = ['constant', 'step', 'cosine'] as const;
export const lossScales = ['linear', 'log'] as const;
export const mostSeeds = 5;
export const mostSteps = 20_000;
export const batchLimits = { least: 2, most: 256 } as const;

const recipe = defaultRecipe;

export const raceTable = {
  lanes: lanesParameter(presets.pair.lanes),
  task: oneOf(taskNames, 'gratings'),
  /** Of shapes. */
  difficulty: decimal(0, 1, 0.25),
  optimizer: oneOf(optimizers, recipe.optimizer),
  rate: decimal(0, 100, recipe.rate),
  momentum: decimal(0, 0.9999, recipe.momentum),
  decay: decimal(0, 1, recipe.decay),
  schedule: oneOf(schedules, recipe.schedule),
  warmup: wholeNumber(0, mostSteps, recipe.warmup),
  clip: decimal(0, 1_000_000, recipe.clip),
  batch: wholeNumber(batchLimits.least, batchLimits.most, recipe.batch),
  steps: wholeNumber(1, mostSteps, recipe.steps),
  seed: wholeNumber(0, 999_999, recipe.seed),
  seeds: wholeNumber(1, mostSeeds, recipe.seeds),
  measureEvery: wholeNumber(0, 1000, 5),
  testEvery: wholeNumber(0, 1000, 50),
  /** Over how many steps the curves are averaged; 1: not at all. */
  smooth: wholeNumber(1, 200, 20),
  scale: oneOf(lossScales, 'linear'),
  /** Of the layers. */
  figure: oneOf(layerFigures, 'gradient'),
} as const;

export type RaceState = StateOf<typeof raceTable>;

export function recipeOf(state: RaceState): Recipe {
  const { optimizer, rate, momentum, decay, schedule, warmup, clip, batch, steps, seed, seeds } = state;
  return { optimizer, rate, momentum, decay, schedule, warmup, clip, batch, steps, seed, seeds };
}

/** What is to be trained; the task with its files comes from elsewhere, as they are in no URL. */
export const settingsOf = (state: RaceState, task: TaskChoice): RaceSettings => ({
  task,
  recipe: recipeOf(state),
  lanes: state.lanes,
  measureEvery: state.measureEvery,
  testEvery: state.testEvery,
});

/** The address of a race that was trained elsewhere. */
export const stateOf = ({ task, recipe, ...settings }: RaceSettings): Partial<RaceState> => ({
  ...settings,
  ...recipe,
  task: task.name,
  ...(task.name === 'shapes' && { difficulty: task.difficulty }),
});
