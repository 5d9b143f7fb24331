/** Runs of training that were recorded (`scripts/recordTraining.ts`): a file each, in `static/recordings/training/`. */
import {
  layerFigureNames,
  type LayerFigures,
  type RunFacts,
  type TaskChoice,
  type TrainedStep,
  type TrainingOptions,
} from '../../model/protocol/training.ts';
import { storable, type Stored } from '../stored.ts';

/** Tasks that need no files of the reader. */
export const recordedTasks = ['gratings', 'shapes', 'emoji'] as const satisfies readonly TaskChoice['name'][];
export type RecordedTask = (typeof recordedTasks)[number];

/** Networks that are recorded beside each other, of each depth. */
export const recordedNets = ['plain', 'residual'] as const;
export type RecordedNet = (typeof recordedNets)[number];

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

/** The contents of a run's file. The rate of its steps is not kept: it is constant. */
export function packRun({ facts, steps, ...origin }: RecordedRun): RecordedFile {
  const tested = steps.filter(({ heldOut }) => heldOut);
  const measured = steps.filter(({ figures }) => figures);
  const of = (figure: keyof LayerFigures) =>
    measured.map(({ figures }) => figures![figure].map((value) => storable(value, 3)));
  return {
    ...origin,
    facts,
    loss: steps.map(({ loss }) => storable(loss, 4)),
    right: steps.map(({ accuracy }) => Math.round(accuracy * origin.options.batch)),
    heldOut: {
      steps: tested.map(({ step }) => step),
      loss: tested.map(({ heldOut }) => storable(heldOut!.loss, 4)),
      accuracy: tested.map(({ heldOut }) => Number(heldOut!.accuracy.toPrecision(4))),
    },
    measured: {
      steps: measured.map(({ step }) => step),
      ...(Object.fromEntries(layerFigureNames.map((figure) => [figure, of(figure)])) as Record<
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
      layerFigureNames.map((figure) => [figure, measured[figure][i].map(Number)]),
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
