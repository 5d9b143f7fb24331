/** A race as it was recorded, in place of one that has not been trained here yet. */
import { defaultTraining, type TrainingOptions } from '../../model/protocol/training.ts';
import type { KeptRace, Lane } from './race.svelte.ts';
import { formatLane } from './laneConfiguration.ts';
import { runId, runsOf, seedsOf, type RaceSettings } from './raceSettings.ts';
import type { RecordedRun } from './recordedRuns.ts';
import type { RecordedSummary } from './recordedSummaries.ts';

/** Whether a recorded run begins as this one: at a constant rate its length does not matter. */
const begins = (recorded: TrainingOptions, wanted: TrainingOptions): boolean =>
  wanted.schedule === 'constant' &&
  recorded.steps >= wanted.steps &&
  Object.entries(wanted).every(
    ([name, value]) => name === 'steps' || recorded[name as keyof TrainingOptions] === value,
  );

/** Difficulty of the shapes that were recorded. */
const recordedDifficulty = 0.25;

/**
 * Names of the recorded runs that a race consists of, by its runs' ids; null unless all of them are recorded. What is
 * recorded has the defaults in all but depth, net, seed and length.
 */
export function recordedNames(
  { task, ...settings }: RaceSettings,
  summaries: readonly Pick<RecordedSummary, 'name' | 'task' | 'depth' | 'net' | 'seed' | 'steps'>[],
): ReadonlyMap<string, string> | null {
  if (task.name === 'shapes' && task.difficulty !== recordedDifficulty) return null;
  const ofTask = summaries.filter((one) => one.task === task.name);
  const names = new Map<string, string>();
  for (const { id, options } of runsOf({ task, ...settings })) {
    const found = ofTask.find(({ depth, net, seed, steps }) =>
      begins({ ...defaultTraining, depth, net, seed, steps }, options),
    );
    if (!found) return null;
    names.set(id, found.name);
  }
  return names;
}

/** The race, as long as it was asked for; null until all of its files are here. */
export function recordedRace(
  settings: RaceSettings,
  names: ReadonlyMap<string, string>,
  files: Readonly<Record<string, RecordedRun>>,
): KeptRace | null {
  const { lanes, recipe } = settings;
  const runOf = (id: string): RecordedRun | undefined => files[names.get(id) ?? ''];
  if (![...names.keys()].every(runOf)) return null;
  return {
    settings,
    task: null,
    lanes: lanes.map((configuration): Lane => {
      const ids = seedsOf(recipe).map((seed) => ({ seed, id: runId(configuration, seed) }));
      return {
        id: formatLane(configuration),
        configuration,
        facts: runOf(ids[0].id)!.facts,
        runs: ids.map(({ id, seed }) => ({ id, seed, steps: runOf(id)!.steps.slice(0, recipe.steps) })),
        diverged: null,
      };
    }),
  };
}
