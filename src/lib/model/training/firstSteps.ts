import type { FirstStepsOptions, StepFigures } from '../protocol/initialisation.ts';
import { measuredLayers } from './initialNetwork.ts';
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
  const layers = measuredLayers(run.network.graph);
  const [first, last] = [layers[0], layers.at(-1)!].map(({ id }) => `${id}/kernel`);
  const figures: StepFigures[] = [];
  try {
    while (run.step <= steps) {
      const { step, loss, accuracy, measurement } = await run.next({ measure: true, signal });
      const { weightGradients, weightNorms } = measurement!;
      const found = {
        step,
        loss,
        accuracy,
        firstGradient: weightGradients[first],
        lastGradient: weightGradients[last],
        firstWeight: weightNorms[first],
        lastWeight: weightNorms[last],
      };
      figures.push(found);
      progress?.(found);
    }
    return figures;
  } finally {
    run.dispose();
  }
}
