import type { FirstStepsOptions, StepFigures } from '../protocol/initialisation.ts';
import { branchConvolutions } from './layers.ts';
import { gratings } from './tasks/gratings.ts';
import { defaultTraining } from '../protocol/training.ts';
import { TrainingRun } from './trainer.ts';

/**
 * The first and the last convolution over the first steps of training on gratings: how the imbalance of their gradients
 * collapses while the weights grow (Yang et al. 2019). `options.steps` updates; one measurement more.
 */
export async function firstSteps(
  { steps, ...options }: FirstStepsOptions,
  { signal, progress }: { signal?: AbortSignal; progress?: (figures: StepFigures) => void } = {},
): Promise<readonly StepFigures[]> {
  const run = new TrainingRun(gratings, { ...defaultTraining, ...options, steps: steps + 1 });
  const convolutions = branchConvolutions(run.network.graph);
  const [first, last] = [convolutions[0], convolutions.at(-1)!].map(({ id }) => run.facts.layers.indexOf(id));
  const figures: StepFigures[] = [];
  try {
    while (run.step <= steps) {
      const measured = await run.next({ measure: true, signal });
      const { step, loss, accuracy } = measured;
      const { gradient, weight } = measured.figures!;
      const found = {
        step,
        loss,
        accuracy,
        firstGradient: gradient[first],
        lastGradient: gradient[last],
        firstWeight: weight[first],
        lastWeight: weight[last],
      };
      figures.push(found);
      progress?.(found);
    }
    return figures;
  } finally {
    run.dispose();
  }
}
