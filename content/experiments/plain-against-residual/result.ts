/** What the race of lesson 7 gives: pure functions of its runs, recorded or live. */
import { crossing, ended, type Ended } from '../../../src/lib/lesson/training/figures.ts';
import type { TrainedStep } from '../../../src/lib/model/protocol/training.ts';

/** At the first step, and a hundred steps later. */
interface FromTo {
  readonly first: number;
  readonly later: number;
}

export interface Raced extends Ended {
  /** Loss of the first batch, before anything was learned. */
  readonly first: number;
  /** Norms of the first convolution's gradient, and of its weights. */
  readonly gradient: FromTo;
  readonly weight: FromTo;
}

export interface Result {
  readonly seed: number;
  readonly steps: number;
  readonly plain: Raced;
  readonly residual: Raced;
  /** The step from which on the residual network's smoothed loss is below the plain one's; null: never. */
  readonly crossing: number | null;
  /** The residual network's costliest batch after that. */
  readonly peak: { readonly step: number; readonly loss: number };
}

export const laterStep = 100;

function racedOne(steps: readonly TrainedStep[]): Raced {
  const at = (step: number) => steps[step].figures!;
  const fromTo = (figure: 'gradient' | 'weight'): FromTo => ({
    first: at(0)[figure][0],
    later: at(laterStep)[figure][0],
  });
  return { ...ended(steps), first: steps[0].loss, gradient: fromTo('gradient'), weight: fromTo('weight') };
}

export function raced(plain: readonly TrainedStep[], residual: readonly TrainedStep[], seed: number): Result {
  const from = crossing(residual, plain);
  const after = residual.filter(({ step }) => step > (from ?? 0));
  const { step, loss } = after.reduce((most, one) => (one.loss > most.loss ? one : most));
  return {
    seed,
    steps: residual.length,
    plain: racedOne(plain),
    residual: racedOne(residual),
    crossing: from,
    peak: { step, loss },
  };
}
