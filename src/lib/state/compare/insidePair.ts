/** The pair that is trained when there is nothing to look into yet: small enough to be done in a minute. */
import { parseLane } from './laneConfiguration.ts';
import { defaultRecipe, type RaceSettings } from './raceSettings.ts';

export const defaultPair: RaceSettings = {
  task: { name: 'gratings' },
  recipe: { ...defaultRecipe, steps: 200 },
  lanes: ['plain-20', 'residual-20'].map((text) => parseLane(text)!),
  measureEvery: 5,
  testEvery: 50,
};
