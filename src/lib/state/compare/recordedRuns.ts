/** Runs of training that were recorded (`scripts/recordTraining.ts`): a file each, in `static/recordings/training/`. */
import type {
  LayerFigures,
  RunFacts,
  TaskChoice,
  TrainedStep,
  TrainingOptions,
} from '$lib/model/protocol/training.ts';

/** Tasks that need no files of the reader. */
export const recordedTasks = ['gratings', 'shapes', 'emoji'] as const satisfies readonly TaskChoice['name'][];
export type RecordedTask = (typeof recordedTasks)[number];

/** Where a run comes from, and what decides it. */
export interface RecordedOrigin {
  /** What repeats it; it measures more steps than the file keeps. */
  readonly command: string;
  /** ISO 8601. */
  readonly recorded: string;
  readonly backend: string;
  readonly task: RecordedTask;
  /** Of shapes. */
  readonly difficulty?: number;
  readonly options: TrainingOptions;
}

export interface RecordedRun extends RecordedOrigin {
  readonly facts: RunFacts;
  readonly steps: readonly TrainedStep[];
}

/** A number, or what JSON has no number for. */
type Stored = number | 'NaN' | 'Infinity' | '-Infinity';

/** As it is in the file. Losses have four digits, figures of layers three. */
export interface RecordedFile extends RecordedOrigin {
  readonly facts: RunFacts;
  /** Of each step. */
  readonly loss: readonly Stored[];
  /** Of each step: pictures of the batch whose class was told. */
  readonly right: readonly number[];
  readonly heldOut: {
    readonly steps: readonly number[];
    readonly loss: readonly Stored[];
    readonly accuracy: readonly number[];
  };
  readonly measured: { readonly steps: readonly number[] } & {
    /** Of each measured step, a number per layer or block. */
    readonly [figure in keyof LayerFigures]: readonly (readonly Stored[])[];
  };
}

/** In the order in which files have them. */
const figureNames = ['gradient', 'weight', 'update', 'mean', 'std', 'dead', 'branch'] as const;

const stored = (digits: number) => (value: number) =>
  (Number.isFinite(value) ? Number(value.toPrecision(digits)) : String(value)) as Stored;

/** The contents of a run's file. The rate of its steps is not kept: it is constant. */
export function packRun({ facts, steps, ...origin }: RecordedRun): RecordedFile {
  const tested = steps.filter(({ heldOut }) => heldOut);
  const measured = steps.filter(({ figures }) => figures);
  const of = (figure: keyof LayerFigures) => measured.map(({ figures }) => figures![figure].map(stored(3)));
  return {
    ...origin,
    facts,
    loss: steps.map(({ loss }) => stored(4)(loss)),
    right: steps.map(({ accuracy }) => Math.round(accuracy * origin.options.batch)),
    heldOut: {
      steps: tested.map(({ step }) => step),
      loss: tested.map(({ heldOut }) => stored(4)(heldOut!.loss)),
      accuracy: tested.map(({ heldOut }) => Number(heldOut!.accuracy.toPrecision(4))),
    },
    measured: {
      steps: measured.map(({ step }) => step),
      ...(Object.fromEntries(figureNames.map((figure) => [figure, of(figure)])) as Record<
        keyof LayerFigures,
        Stored[][]
      >),
    },
  };
}

export function unpackRun({ loss, right, heldOut, measured, facts, ...origin }: RecordedFile): RecordedRun {
  const { rate, batch } = origin.options;
  const tested = new Map(heldOut.steps.map((step, i) => [step, i]));
  const figuresOf = (i: number) =>
    Object.fromEntries(
      figureNames.map((figure) => [figure, measured[figure][i].map(Number)]),
    ) as unknown as LayerFigures;
  const figures = new Map(measured.steps.map((step, i) => [step, i]));
  return {
    ...origin,
    facts,
    steps: loss.map((value, step) => {
      const test = tested.get(step);
      const measurement = figures.get(step);
      return {
        step,
        loss: Number(value),
        accuracy: right[step] / batch,
        rate,
        ...(measurement !== undefined && { figures: figuresOf(measurement) }),
        ...(test !== undefined && {
          heldOut: { loss: Number(heldOut.loss[test]), accuracy: heldOut.accuracy[test] },
        }),
      };
    }),
  };
}

/** What a run is called: 'gratings-plain-56-0' is the one with seed 0. */
export const runName = ({ task, options }: Pick<RecordedOrigin, 'task' | 'options'>): string =>
  [task, options.net, options.depth, options.seed].join('-');
