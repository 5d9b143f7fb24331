/** Networks that are trained beside each other in the worker, and their curves as far as they have come. */
import { untrack } from 'svelte';
import type { RunFacts, TaskChoice, TaskFacts, TrainedStep } from '../../model/protocol/training.ts';
import { sameTask } from '../../model/sameTask.ts';
import type { Ask } from '../addition.svelte.ts';
import { Work } from '../work.svelte.ts';
import { formatLane, type LaneConfiguration } from './laneConfiguration.ts';
import { Pace } from './pace.ts';
import { runId, runsOf, sameRuns, seedsOf, type RaceSettings } from './raceSettings.ts';
import { stayAwake } from './stayAwake.ts';

/** One network of the race with one seed. */
export interface LaneRun {
  /** 'plain-56 0' */
  readonly id: string;
  readonly seed: number;
  readonly steps: readonly TrainedStep[];
}

/** One network of the race; with k seeds it is k runs. */
export interface Lane {
  /** As it is written in a link: 'plain-56'. */
  readonly id: string;
  readonly configuration: LaneConfiguration;
  /** Null until it has been opened. */
  readonly facts: RunFacts | null;
  readonly runs: readonly LaneRun[];
  /** The first step whose loss was not finite, of whichever seed. */
  readonly diverged: number | null;
}

/** A race that was trained earlier: from a file, or a recording. */
export interface KeptRace {
  readonly settings: RaceSettings;
  readonly task: TaskFacts | null;
  readonly lanes: readonly Lane[];
}

/** What the worker is busy with. */
export type RaceActivity = 'task' | 'opening' | 'training' | 'pausing';

export interface RaceOptions {
  /** What is another as soon as another worker has taken this one's place: its runs are gone then. */
  worker?: () => unknown;
  /** Milliseconds; for tests. */
  now?: () => number;
}

/** The page is told of new steps at most so often, in milliseconds: drawing takes time, too. */
const tellEvery = 200;

const lastOf = (steps: readonly TrainedStep[]) => steps[steps.length - 1] as TrainedStep | undefined;
const isBeyond = (steps: readonly TrainedStep[]) => !Number.isFinite(lastOf(steps)?.loss ?? 0);

export class Race extends Work {
  /** Replaced some times a second while it runs. */
  lanes = $state.raw<readonly Lane[]>([]);
  task = $state.raw<TaskFacts | null>(null);
  /** What the lanes were trained with, or will be. */
  settings = $state.raw<RaceSettings | null>(null);
  /** Steps that all runs have made; those that have diverged are not waited for. */
  step = $state(0);
  activity = $state.raw<RaceActivity | null>(null);
  /** Of the task's files, while they are read. */
  reading = $state.raw<{ readonly done: number; readonly all: number } | null>(null);
  /** Steps of the whole race, one of each run, in the last seconds. */
  stepsPerSecond = $state.raw<number | null>(null);
  secondsLeft = $state.raw<number | null>(null);
  /** Of what the lanes show. */
  origin = $state.raw<'live' | 'recorded' | 'file'>('live');
  /** Counts rewinds of these runs after they had begun. */
  rewinds = $state(0);

  /** All runs have diverged: there is nothing to train. */
  readonly isOver = $derived(
    this.lanes.length > 0 && this.lanes.every(({ runs }) => runs.every(({ steps }) => isBeyond(steps))),
  );

  /** What the runs that are open were opened in; null when none are. */
  #opened = $state.raw<{ readonly worker: unknown } | null>(null);
  /** The worker with the runs is gone: their curves are all that is left. The next step would be the first again. */
  readonly lost = $derived.by(() => this.#opened !== null && this.#opened.worker !== this.#worker());

  /** Nothing of these runs is on screen, or has been. */
  readonly isUntouched = $derived(
    this.origin === 'live' && this.step === 0 && this.rewinds === 0 && !this.running,
  );

  readonly #ask: Ask;
  readonly #worker: () => unknown;
  readonly #now: () => number;
  /** By run. */
  #steps: Record<string, TrainedStep[] | undefined> = {};
  #facts: Readonly<Record<string, RunFacts>> = {};
  #openedTask: { readonly worker: unknown; readonly task: TaskChoice } | null = null;
  /** Settles when what was begun last has ended. */
  #ended: Promise<void> = Promise.resolve();
  #pace = new Pace();
  #told = -Infinity;

  constructor(ask: Ask, { worker = () => null, now = () => performance.now() }: RaceOptions = {}) {
    super();
    this.#ask = ask;
    this.#worker = worker;
    this.#now = now;
  }

  /**
   * What is to be trained from now on. Where that gives other runs, those on screen go, and if they were being trained
   * the others are trained in their place.
   */
  follow(settings: RaceSettings): void {
    untrack(() => {
      const before = this.settings;
      this.settings = settings;
      if (before && sameRuns(before, settings)) return;
      const { running } = this;
      this.cancel();
      this.rewinds = 0;
      if (!before || !sameTask(before.task, settings.task)) this.task = null;
      this.#empty();
      if (running) void this.train(settings.recipe.steps);
    });
  }

  /** Trains all runs up to this number of steps; opens them where they are not. Does nothing while it trains. */
  async train(until: number): Promise<void> {
    if (this.activity === 'pausing') await this.#ended;
    const { settings } = this;
    if (!settings || this.running) return;
    if (this.origin !== 'live') this.#empty();
    const release = stayAwake();
    const training = this.begin((signal) => this.#train(settings, until, signal));
    this.#ended = training;
    await training.finally(release);
  }

  async #train(settings: RaceSettings, until: number, signal: AbortSignal): Promise<void> {
    await this.#openTask(settings, signal);
    await this.#openRuns(settings, signal);
    this.activity = 'training';
    this.#pace = new Pace();
    const steps = this.#steps;
    const { measureEvery } = settings;
    const testEvery = this.task?.hasHeldOut ? settings.testEvery : 0;
    const onProgress = ({ id, step }: { readonly id: string; readonly step: TrainedStep }) => {
      if (!signal.aborted) this.#take(steps, id, step, until);
    };
    try {
      await this.#ask('train', { until, measureEvery, testEvery }, { signal, onProgress });
    } finally {
      if (!signal.aborted) this.#tell();
    }
  }

  async #openTask({ task }: RaceSettings, signal: AbortSignal): Promise<void> {
    const opened = this.#openedTask;
    if (this.task && opened && opened.worker === this.#worker() && sameTask(opened.task, task)) return;
    this.activity = 'task';
    this.#openedTask = null;
    const onProgress = (reading: Race['reading']) => {
      if (!signal.aborted) this.reading = reading;
    };
    const facts = await this.#ask('openTask', task, { signal, onProgress });
    signal.throwIfAborted();
    this.reading = null;
    this.task = facts;
    this.#openedTask = { worker: this.#worker(), task };
  }

  async #openRuns(settings: RaceSettings, signal: AbortSignal): Promise<void> {
    if (this.#opened && !this.lost) return;
    this.activity = 'opening';
    const facts = await this.#ask('openRuns', { runs: runsOf(settings) }, { signal });
    signal.throwIfAborted();
    this.#facts = facts;
    this.#opened = { worker: this.#worker() };
    // These are at their initial weights: curves of runs that were lost end here.
    this.#clear();
  }

  #take(
    steps: Record<string, TrainedStep[] | undefined>,
    id: string,
    step: TrainedStep,
    until: number,
  ): void {
    (steps[id] ??= []).push(step);
    const now = this.#now();
    if (now - this.#told < tellEvery) return;
    this.#told = now;
    this.#tell();
    this.#pace.add(now, this.step);
    this.stepsPerSecond = this.#pace.perSecond;
    this.secondsLeft = this.#pace.secondsTo(until);
  }

  /** Shows the steps so far. */
  #tell(): void {
    const { settings } = this;
    if (!settings) return;
    this.lanes = settings.lanes.map((configuration) => this.#lane(configuration, settings));
    const runs = this.lanes.flatMap((lane) => lane.runs);
    const going = runs.filter(({ steps }) => !isBeyond(steps));
    const counts = (going.length > 0 ? going : runs).map(({ steps }) => (lastOf(steps)?.step ?? -1) + 1);
    this.step = going.length > 0 ? Math.min(...counts) : Math.max(0, ...counts);
  }

  #lane(configuration: LaneConfiguration, { recipe }: RaceSettings): Lane {
    const runs = seedsOf(recipe).map((seed): LaneRun => {
      const id = runId(configuration, seed);
      return { id, seed, steps: this.#steps[id]?.slice() ?? [] };
    });
    const ends = runs.flatMap(({ steps }) => (isBeyond(steps) ? [lastOf(steps)!.step] : []));
    return {
      id: formatLane(configuration),
      configuration,
      facts: this.#facts[runs[0].id] ?? null,
      runs,
      diverged: ends.length > 0 ? Math.min(...ends) : null,
    };
  }

  /** One step of each run. */
  stepOnce(): Promise<void> {
    return this.train((this.origin === 'live' ? this.step : 0) + 1);
  }

  /** Ends the training as soon as the step under way is made; curves and weights stay. */
  pause(): void {
    if (this.activity === 'pausing') return;
    if (this.activity !== 'training') return this.cancel();
    this.activity = 'pausing';
    // The worker ends `train` itself, so that no step is made that is not told; where it is gone, `train` tells so.
    this.#ask('pauseTraining', {}).catch(() => undefined);
  }

  /** Back to the same initial weights: the next step is the first again. */
  rewind(): void {
    this.cancel();
    if (this.step > 0) this.rewinds++;
    this.#empty();
  }

  /** Shows a race that was trained earlier. Trained again, it begins anew. */
  load({ settings, task, lanes }: KeptRace, origin: 'file' | 'recorded' = 'file'): void {
    this.cancel();
    this.settings = settings;
    this.#empty();
    this.task = task;
    this.lanes = lanes;
    this.origin = origin;
    this.step = Math.max(0, ...lanes.flatMap(({ runs }) => runs.map(({ steps }) => steps.length)));
  }

  protected override ended(): void {
    this.activity = null;
    this.reading = null;
    this.stepsPerSecond = null;
    this.secondsLeft = null;
  }

  /** Neither curves nor open runs. */
  #empty(): void {
    this.#opened = null;
    this.#facts = {};
    this.origin = 'live';
    this.error = null;
    this.#clear();
  }

  #clear(): void {
    this.#steps = {};
    this.#told = -Infinity;
    this.#tell();
  }
}
