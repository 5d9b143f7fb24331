/** What is trained over the first steps, and how it is told apart and recorded. */
import type { FirstStepsOptions, StepFigures } from '../../model/protocol/initialisation.ts';

export const stepNets = ['plain', 'residual'] as const satisfies readonly FirstStepsOptions['net'][];
export type StepNet = (typeof stepNets)[number];

/** What the two networks have in common. */
export type StepSettings = Pick<FirstStepsOptions, 'depth' | 'rate' | 'steps' | 'seed'>;

export type StepCurves = Readonly<Record<StepNet, readonly StepFigures[]>>;

export const sameSettings = (one: StepSettings, other: StepSettings): boolean =>
  one.depth === other.depth &&
  one.rate === other.rate &&
  one.steps === other.steps &&
  one.seed === other.seed;

/** How much larger the first convolution's gradient is than the last one's. */
export const imbalance = ({ firstGradient, lastGradient }: StepFigures): number =>
  firstGradient / lastGradient;
