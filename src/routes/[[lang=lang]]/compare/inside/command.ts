import type { Inside } from '$lib/state/compare/inside.svelte.ts';
import { defaultPair } from '$lib/state/compare/insidePair.ts';
import { optionsOf, type RaceSettings } from '$lib/state/compare/raceSettings.ts';
import { defaultTraining } from '$lib/model/protocol/training.ts';

/** What trains the chosen network on the command line, as far, and then takes each of its blocks away. */
export function commandOf(settings: RaceSettings | null, { chosen, address }: Inside): string {
  const { recipe, lanes, task } = settings ?? defaultPair;
  const lane = chosen?.lane.configuration ?? lanes[lanes.length - 1];
  const options = optionsOf(lane, recipe, chosen?.run.seed ?? recipe.seed);
  const steps = chosen?.run.steps.length ?? recipe.steps;
  const written = Object.entries({ ...options, steps }).flatMap(([name, value]) => {
    if (value === defaultTraining[name as keyof typeof defaultTraining]) return [];
    const option = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return value === true ? [`--${option}`] : [`--${option} ${value}`];
  });
  const taskOptions = [
    ...(task.name === 'gratings' ? [] : [`--task ${task.name}`]),
    ...(task.name === 'shapes' ? [`--difficulty ${task.difficulty}`] : []),
    ...(task.name === 'cifar10' || task.name === 'folders' ? ['--data DIR'] : []),
  ];
  const { lesion } = address.state;
  const kind = lesion === 'cutShortcut' && lane.net === 'residual' ? [`--lesion ${lesion}`] : [];
  return ['npm run -s atlas -- inside', ...kind, ...taskOptions, ...written].join(' ');
}
