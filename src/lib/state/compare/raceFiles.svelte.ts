/** What goes into files from a race, and comes back from them. */
import { AtlasError } from '../../model/errors.ts';
import type { StartTensor, TaskChoice } from '../../model/protocol/training.ts';
import type { Ask } from '../addition.svelte.ts';
import { Work } from '../work.svelte.ts';
import { formatLane, type LaneConfiguration } from './laneConfiguration.ts';
import type { Race } from './race.svelte.ts';
import { optionsOf, type RaceSettings } from './raceSettings.ts';
import { largestRunFile, readRunFile } from './runFile.ts';

/** Gives the task of a name with what it needs on this page. */
export type ChooseTask = (name: TaskChoice['name'], difficulty: number) => TaskChoice;

/** The networks of a race as a program trains them: with the first of its seeds. */
export const exportedLanes = ({ recipe }: RaceSettings, lanes: readonly LaneConfiguration[]) =>
  lanes.map((lane) => ({ name: formatLane(lane), options: optionsOf(lane, recipe, recipe.seed) }));

export class RaceFiles extends Work {
  readonly #race: Pick<Race, 'load'>;
  readonly #ask: Ask;
  readonly #choose: ChooseTask;

  constructor(race: Pick<Race, 'load'>, ask: Ask, choose: ChooseTask) {
    super();
    this.#race = race;
    this.#ask = ask;
    this.#choose = choose;
  }

  /** Shows the race in a file. What is on the page stays until it has been read without an error. */
  open(file: File): Promise<void> {
    return this.begin(async (signal) => {
      const { name, size } = file;
      if (size > largestRunFile)
        throw new AtlasError('runFileTooLarge', { file: name, bytes: size, most: largestRunFile });
      const text = await file.text().catch((cause: unknown) => {
        throw new AtlasError('runFileUnreadable', { file: name }, { cause });
      });
      signal.throwIfAborted();
      this.#race.load(readRunFile(text, name, this.#choose), 'file');
    });
  }

  /** What these networks begin with, and their first batches; handed to `take` unless it was ended before. */
  start(
    settings: RaceSettings,
    lanes: readonly LaneConfiguration[],
    batches: number,
    take: (tensors: readonly StartTensor[]) => void,
  ): Promise<void> {
    return this.begin(async (signal) => {
      const request = { task: settings.task, runs: exportedLanes(settings, lanes), batches };
      const tensors = await this.#ask('trainingStart', request, { signal });
      signal.throwIfAborted();
      take(tensors);
    });
  }
}
