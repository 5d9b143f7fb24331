/** What the runs of lesson 11 give: pure functions of their steps, recorded or live. */
import { ended, type Ended } from '../../../src/lib/lesson/training/figures.ts';

/** Of all convolution kernels together: their norm, and how far a step moves them relative to it. */
export interface KernelsMeasured {
  readonly weight: number;
  readonly update: number;
}

export interface RateRun extends Ended {
  readonly rate: number;
  /** The highest loss of any batch. */
  readonly peak: number;
  /** The first step whose loss was not finite; null: none. */
  readonly diverged: number | null;
  readonly first: KernelsMeasured;
  readonly last: KernelsMeasured;
}

/** One network, trained with three rates from the same weights. */
export interface Result {
  readonly seed: number;
  readonly steps: number;
  readonly low: RateRun;
  readonly usual: RateRun;
  readonly high: RateRun;
}

/** A hundredth of the usual rate, that rate, and a hundred times as much. */
export const rates = { low: 0.0005, usual: 0.05, high: 5 } as const;
export const rateNames = ['low', 'usual', 'high'] as const;
export type RateName = (typeof rateNames)[number];

export const steps = 120;

interface StepFit {
  readonly step: number;
  readonly loss: number;
  readonly accuracy: number;
}

/** @param measured in the order of the steps, at least one */
export function rateRun(
  rate: number,
  trained: readonly StepFit[],
  measured: readonly KernelsMeasured[],
): RateRun {
  const finite = trained.filter(({ loss }) => Number.isFinite(loss));
  return {
    rate,
    ...ended(finite),
    peak: Math.max(...finite.map(({ loss }) => loss)),
    diverged: finite.length < trained.length ? trained[finite.length].step : null,
    first: measured[0],
    last: measured[measured.length - 1],
  };
}
