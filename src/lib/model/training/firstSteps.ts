import { cifarNetwork } from '../architecture/cifar.ts';
import type { FirstStepsOptions, StepFigures } from '../protocol/initialisation.ts';
import { measuredLayers } from './initialNetwork.ts';
import { initialWeights } from './initialWeights.ts';
import { TrainableNetwork } from './network.ts';
import { Sgd } from './optimiser.ts';
import { RandomStream } from './random.ts';
import { gratingClasses, gratingsBatch, gratingShape } from './tasks/gratings.ts';

/** Filters in the first stage, gratings a step. */
const width = 8;
const batchSize = 32;

/**
 * The first and the last convolution over the first steps of training on gratings: how the imbalance of their gradients
 * collapses while the weights grow (Yang et al. 2019). `options.steps` updates; one measurement more.
 */
export async function firstSteps(
  { depth, net, norm, init, rate, steps, seed }: FirstStepsOptions,
  { signal, progress }: { signal?: AbortSignal; progress?: (figures: StepFigures) => void } = {},
): Promise<readonly StepFigures[]> {
  const shortcut = net === 'plain' ? 'none' : 'A';
  const graph = cifarNetwork({
    depth,
    width,
    classes: gratingClasses,
    inputShape: gratingShape,
    norm,
    shortcut,
  });
  const layers = measuredLayers(graph);
  const [first, last] = [layers[0], layers.at(-1)!].map(({ id }) => `${id}/kernel`);
  const random = new RandomStream(seed, 'gratings');
  const optimiser = new Sgd({ rate, momentum: 0.9, decay: 1e-4 });
  const network = new TrainableNetwork(graph, initialWeights(graph, { init, seed }));
  const figures: StepFigures[] = [];
  try {
    for (let step = 0; step <= steps; step++) {
      const batch = gratingsBatch(random, batchSize);
      const { loss, accuracy, weightGradients, weightNorms } =
        step < steps
          ? (await network.step(batch, optimiser, { signal, measure: true })).measurement!
          : await network.measure(batch, { signal });
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
    network.dispose();
  }
}
