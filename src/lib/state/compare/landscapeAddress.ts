/** What the page on loss landscapes has in its URL. */
import type { LandscapeOptions } from '../../model/protocol/landscape.ts';
import { decimal, oneOf, wholeNumber, type StateOf } from '../parameters.ts';
import { lanesParameter, parseLane } from './laneConfiguration.ts';
import { defaultRecipe, type RaceSettings } from './raceSettings.ts';

export const landscapeSources = ['recorded', 'live'] as const;
export const landscapePlanes = ['random', 'trajectory'] as const;
export const landscapeViews = ['contour', 'surface'] as const;
export const landscapeScales = ['shared', 'own'] as const;
export const landscapeStatistics = ['batch', 'moving'] as const;
/** Fewer points show nothing; more take long. */
export const resolutions = [5, 9, 13, 17, 21, 25, 31, 41] as const;
export const tiltLimits = { least: 5, most: 85 } as const;

export const landscapeTable = {
  source: oneOf(landscapeSources, 'recorded'),
  plane: oneOf(landscapePlanes, 'random'),
  view: oneOf(landscapeViews, 'contour'),
  /** Whether all networks have one, or each its own. */
  scale: oneOf(landscapeScales, 'shared'),
  /** From where the surface is seen, in degrees. */
  turn: wholeNumber(0, 359, 30),
  tilt: wholeNumber(tiltLimits.least, tiltLimits.most, 35),
  /** Of what is computed here. */
  resolution: wholeNumber(2, 41, 13),
  extent: decimal(0.01, 10, 1),
  seed: wholeNumber(0, 999_999, 0),
  pictures: wholeNumber(16, 1024, 128),
  statistics: oneOf(landscapeStatistics, 'batch'),
  /** What is trained on gratings where no other networks are. */
  lanes: lanesParameter([parseLane('plain-20')!, parseLane('residual-20')!]),
  steps: wholeNumber(1, 2000, defaultRecipe.steps),
} as const;

export type LandscapeState = StateOf<typeof landscapeTable>;

export function optionsOfLandscape(state: LandscapeState): LandscapeOptions {
  const { plane, resolution, extent, seed, pictures, statistics } = state;
  return { plane, resolution, extent, seed, pictures, statistics };
}

/** The race that trains the page's own networks. */
export const ownRace = ({ lanes, steps }: LandscapeState): RaceSettings => ({
  task: { name: 'gratings' },
  recipe: { ...defaultRecipe, steps },
  lanes,
  measureEvery: 0,
  testEvery: 0,
});
