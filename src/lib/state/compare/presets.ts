/** Named races: each is one statement that can be checked by running it. */
import { formatLane, parseLane, type LaneConfiguration } from './laneConfiguration.ts';
import { defaultRecipe, type Recipe } from './raceSettings.ts';

/** Networks and recipe; the task stays as it was chosen. */
export interface Preset {
  readonly lanes: readonly LaneConfiguration[];
  readonly recipe: Recipe;
}

const preset = (lanes: readonly string[], recipe: Partial<Recipe> = {}): Preset => ({
  lanes: lanes.map((text) => parseLane(text)!),
  recipe: { ...defaultRecipe, ...recipe },
});

export const presets = {
  /** What is shown first. */
  pair: preset(['plain-56', 'residual-56']),
  degradation: preset(['plain-20', 'plain-56', 'residual-20', 'residual-56']),
  shallow: preset(['plain-8', 'residual-8']),
  withoutNorm: preset(['plain-20-none', 'residual-20-none', 'residual-56-none', 'residual-56']),
  zeroGamma: preset(['residual-56', 'residual-56-zerogamma']),
  shortcuts: preset(['residual-56', 'residual-56-B']),
  initialWeights: preset(['residual-56', 'residual-56-glorot', 'residual-56-pytorch']),
  highRate: preset(['plain-20', 'residual-20', 'residual-20-none'], { rate: 5 }),
  lowRate: preset(['plain-56', 'residual-56'], { rate: 0.01 }),
  warmup: preset(['plain-56', 'residual-56'], { rate: 0.5, warmup: 50 }),
  adam: preset(['plain-56', 'residual-56'], { optimizer: 'adam', rate: 0.001 }),
  wider: preset(['plain-56', 'plain-20-w16', 'residual-56', 'residual-20-w16']),
} as const satisfies Readonly<Record<string, Preset>>;

export type PresetName = keyof typeof presets;
export const presetNames = Object.keys(presets) as readonly PresetName[];

/** The example that these networks and this recipe are, however long it runs and with whatever seeds. */
export function presetOf({ lanes, recipe }: Preset): PresetName | null {
  const key = (one: Preset) => {
    const { steps: _, seed: __, seeds: ___, ...rest } = one.recipe;
    return JSON.stringify([one.lanes.map(formatLane), Object.entries(rest).sort()]);
  };
  return presetNames.find((name) => key(presets[name]) === key({ lanes, recipe })) ?? null;
}
