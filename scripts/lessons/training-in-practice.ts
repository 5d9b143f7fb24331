import {
  rateNames,
  rateRun,
  rates,
  steps,
  type Result,
} from '../../content/experiments/training-in-practice/result.ts';
import type { LessonRecording } from '../recordLesson.ts';
import { recipes, recipeSteps } from './recordedRuns.ts';

export function record(): LessonRecording {
  const runs = rateNames.map((name) => recipes.runs[`rate-${rates[name]}-0`]);
  const [low, usual, high] = runs.map((run, i) =>
    rateRun(
      rates[rateNames[i]],
      recipeSteps(run),
      run.measured.map(({ kernels }) => ({ weight: Number(kernels.weight), update: Number(kernels.update) })),
    ),
  );
  const result: Result = { seed: 0, steps, low, usual, high };
  return {
    result,
    command: runs.map(({ command }) => command).join(' && '),
    recorded: recipes.recorded,
    backend: recipes.backend,
  };
}
