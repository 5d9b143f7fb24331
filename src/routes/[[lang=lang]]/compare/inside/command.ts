import type { Inside } from '$lib/state/compare/inside.svelte.ts';
import { defaultPair } from '$lib/state/compare/insidePair.ts';
import { optionsOf, type RaceSettings } from '$lib/state/compare/raceSettings.ts';
import { trainingArguments } from '../raceCommands.ts';

/** What trains the chosen network on the command line, as far, and then takes something from each of its blocks. */
export function commandOf(settings: RaceSettings | null, { chosen, address }: Inside): string {
  const { recipe, lanes, task } = settings ?? defaultPair;
  const lane = chosen?.lane.configuration ?? lanes[lanes.length - 1];
  const steps = chosen?.run.steps.length ?? recipe.steps;
  const options = { ...optionsOf(lane, recipe, chosen?.run.seed ?? recipe.seed), steps };
  // A plain network has no shortcuts to cut.
  const lesion = lane.net === 'plain' ? 'removeBlock' : address.state.lesion;
  return `npm run -s atlas -- inside --lesion ${lesion} ${trainingArguments(task, options).join(' ')}`;
}
