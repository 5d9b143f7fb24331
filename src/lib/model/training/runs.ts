/** The networks that a page trains beside each other, in the worker. */
import { AtlasError } from '../errors.ts';
import type { Handlers } from '../protocol.ts';
import type {
  RunFacts,
  TaskChoice,
  TrainedStep,
  TrainingOptions,
  TrainingRequests,
  TrainRequest,
} from '../protocol/training.ts';
import { sameTask } from '../sameTask.ts';
import type { Bench } from './laboratory.ts';
import { trainingStart } from './start.ts';
import { openTask } from './tasks/open.ts';
import { taskFacts } from './tasks/facts.ts';
import type { Task } from './tasks/task.ts';
import { TrainingRun } from './trainer.ts';
import { snapshotLimit, Trajectory } from './trajectory.ts';

/** For so many milliseconds at a time training has the bench, where only one at a time can have it. */
const slice = 1000;

const isDue = (step: number, every: number) => every > 0 && step % every === 0;

/** What comes with a request that reads a task's files. */
interface Reading {
  readonly signal: AbortSignal;
  readonly progress: (progress: TrainingRequests['openTask']['progress']) => void;
}

/**
 * Owns the task and the runs that are open. Between two slices of training nothing of them is in tensors, so that they
 * outlive a change of backend.
 */
export class Runs {
  #task: Task | null = null;
  /** The task whose files were read last: what is previewed is often trained on next. */
  #lastRead: { readonly choice: TaskChoice; readonly task: Task } | null = null;
  readonly #runs = new Map<string, TrainingRun>();
  readonly #trajectories = new Map<string, Trajectory>();
  /** Runs whose loss was not finite. */
  readonly #diverged = new Set<string>();
  /** Ends the training that was asked for last, if it has not ended. */
  #pause = new AbortController();
  /** Settles when all that was asked for has been done. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(readonly bench: Pick<Bench, 'fullPrecision'>) {}

  readonly handlers: Handlers<keyof TrainingRequests> = {
    previewTask: async (choice, call) => taskFacts(await this.#read(choice, call)),

    openTask: async (choice, call) => {
      const task = await this.#read(choice, call);
      return this.#inTurn(() => {
        this.#close();
        this.#task = task;
        return taskFacts(task);
      });
    },

    openRuns: ({ runs }) => this.#inTurn(() => this.#open(runs)),

    train: async (request, { signal, progress }) => {
      await this.#inTurn((pause) => {
        if (this.#runs.size === 0) throw new AtlasError('notReady', { what: 'networks to train' });
        const ended = AbortSignal.any([pause, signal]);
        return this.#train(request, ended, (id, step) => progress({ id, step }));
      });
      signal.throwIfAborted();
      return null;
    },

    pauseTraining: () => this.#inTurn(() => null),

    trainingStart: async ({ task, runs, batches }, call) =>
      trainingStart(await this.#read(task, call), runs, batches),

    runWeights: async ({ id }) => Object.fromEntries(this.get(id).network.weights()),
  };

  /** What the open runs are trained on. @throws AtlasError notReady */
  get task(): Task {
    if (!this.#task) throw new AtlasError('notReady', { what: 'a task' });
    return this.#task;
  }

  /** Its network is for the training alone: take copies of its weights. @throws AtlasError unknownRun */
  get(id: string): TrainingRun {
    const run = this.#runs.get(id);
    if (!run) throw new AtlasError('unknownRun', { run: id });
    return run;
  }

  /** The weights that a run has had. @throws AtlasError unknownRun */
  trajectory(id: string): Trajectory {
    this.get(id);
    return this.#trajectories.get(id)!;
  }

  async #read(choice: TaskChoice, { signal, progress }: Reading): Promise<Task> {
    if (this.#lastRead && sameTask(this.#lastRead.choice, choice)) return this.#lastRead.task;
    const task = await openTask(choice, { signal, onProgress: (done, all) => progress({ done, all }) });
    signal.throwIfAborted();
    this.#lastRead = { choice, task };
    return task;
  }

  #open(
    runs: readonly { readonly id: string; readonly options: TrainingOptions }[],
  ): Readonly<Record<string, RunFacts>> {
    const { task } = this;
    this.#close();
    for (const { id, options } of runs) {
      const run = new TrainingRun(task, options);
      this.#runs.set(id, run);
      this.#trajectories.set(id, new Trajectory(snapshotLimit(run.facts.params, runs.length)));
      this.#follow(id, run);
    }
    return Object.fromEntries(Array.from(this.#runs, ([id, run]) => [id, run.facts]));
  }

  #follow(id: string, { step, network }: TrainingRun): void {
    this.#trajectories.get(id)!.follow(step, () => network.weights());
  }

  #close(): void {
    for (const run of this.#runs.values()) run.dispose();
    this.#runs.clear();
    this.#trajectories.clear();
    this.#diverged.clear();
  }

  /** Does one thing after the other. What is asked for pauses the training before it, whether it has begun or not. */
  #inTurn<T>(work: (pause: AbortSignal) => T | Promise<T>): Promise<T> {
    this.#pause.abort();
    const { signal } = (this.#pause = new AbortController());
    const turn = this.#last.then(() => work(signal));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Ends early, but without an error, when paused: the step under way then has not been made. */
  async #train(
    request: TrainRequest,
    pause: AbortSignal,
    onStep: (id: string, step: TrainedStep) => void,
  ): Promise<void> {
    try {
      while (this.#next(request.until))
        await this.bench.fullPrecision(() => this.#trainSlice(request, pause, onStep));
    } catch (error) {
      if (!pause.aborted || (error as Error).name !== 'AbortError') throw error;
    }
  }

  async #trainSlice(
    { until, measureEvery, testEvery }: TrainRequest,
    signal: AbortSignal,
    onStep: (id: string, step: TrainedStep) => void,
  ): Promise<void> {
    const end = performance.now() + slice;
    try {
      for (let next = this.#next(until); next && performance.now() < end; next = this.#next(until)) {
        const [id, run] = next;
        const measure = isDue(run.step, measureEvery);
        const step = await run.next({ measure, test: isDue(run.step, testEvery), signal });
        if (!isFinite(step.loss)) this.#diverged.add(id);
        this.#follow(id, run);
        onStep(id, step);
      }
    } finally {
      for (const run of this.#runs.values()) run.dispose();
    }
  }

  /** The run that has made the fewest steps, the first of several; none when all have come to their end. */
  #next(until: number): [id: string, run: TrainingRun] | undefined {
    let least: [string, TrainingRun] | undefined;
    for (const [id, run] of this.#runs) {
      if (this.#diverged.has(id) || run.step >= until) continue;
      if (!least || run.step < least[1].step) least = [id, run];
    }
    return least;
  }
}
