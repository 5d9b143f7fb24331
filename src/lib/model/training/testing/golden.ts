/** Training against what PyTorch found (`fixtures/`): for tests on any backend. */
import { cifarNetwork } from '../../architecture/cifar.ts';
import { relativeDistance } from '../../engine/statistics.ts';
import type { Batch } from '../batch.ts';
import { initialWeights } from '../initialWeights.ts';
import { TrainableNetwork } from '../network.ts';
import { Sgd } from '../optimiser.ts';

interface Tensor {
  readonly shape: number[];
  readonly values: number[];
}

interface Net {
  readonly weights: Readonly<Record<string, Tensor>>;
  readonly losses: readonly number[];
  readonly logits0: readonly number[];
  readonly gradientNorms0: Readonly<Record<string, number>>;
  readonly activationGradientNorms0: Readonly<Record<string, number>>;
  readonly activationStd0: Readonly<Record<string, number>>;
  readonly gradient0: Readonly<Record<string, number[]>>;
}

/** `training.json`. */
export interface Golden {
  readonly batches: readonly { readonly x: Tensor; readonly labels: number[] }[];
  readonly nets: Readonly<Record<GoldenName, Net>>;
}

export const goldenOptions = {
  plain: { shortcut: 'none' },
  optionA: { shortcut: 'A' },
  optionB: { shortcut: 'B' },
  'optionA-withoutNorm': { shortcut: 'A', norm: 'none' },
} as const;
export type GoldenName = keyof typeof goldenOptions;
export const goldenNames = Object.keys(goldenOptions) as readonly GoldenName[];

export const goldenSize = { depth: 8, width: 4, classes: 5, inputShape: [12, 12, 2] } as const;

/** Without a norm, PyTorch's convolutions have biases that the file names after the norm. */
const ours = (name: string) =>
  name.endsWith('/bias') && !name.startsWith('head') ? name.replace('norm', 'conv') : name;

export const renamed = <T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [ours(name), value]));

export const goldenBatches = ({ batches }: Golden): readonly Batch[] =>
  batches.map(({ x, labels }) => ({
    inputs: Float32Array.from(x.values),
    labels: Int32Array.from(labels),
  }));

export const goldenGraph = (name: GoldenName) => cifarNetwork({ ...goldenSize, ...goldenOptions[name] });

/** The weights that the file has; moving statistics as at the beginning. */
export function goldenWeights({ nets }: Golden, name: GoldenName): Map<string, Float32Array> {
  const weights = initialWeights(goldenGraph(name), { init: 'he', seed: 0 });
  for (const [weight, { values }] of Object.entries(renamed(nets[name].weights)))
    weights.set(weight, Float32Array.from(values));
  return weights;
}

export interface Difference {
  readonly what: string;
  /** ‖difference‖ / ‖reference‖; NaN where there is nothing to compare. */
  readonly distance: number;
}

/** Everything that the file tells of a network, against what the trainer finds on the current backend. */
export async function goldenDifferences(golden: Golden, name: GoldenName): Promise<readonly Difference[]> {
  const net = golden.nets[name];
  const batches = goldenBatches(golden);
  const network = new TrainableNetwork(goldenGraph(name), goldenWeights(golden, name));
  const differences: Difference[] = [];
  const compare = (what: string, found: ArrayLike<number>, expected: ArrayLike<number>) => {
    const fits = found.length === expected.length;
    differences.push({ what, distance: fits ? relativeDistance(found, expected) : NaN });
  };
  const measured = await network.measure(batches[0], { nodes: Object.keys(net.activationStd0) });
  const { weights } = await network.gradients(batches[0]);
  const logits = await network.values(batches[0], ['head'], 'training');
  compare('logits', logits.get('head')!, net.logits0);
  for (const [weight, values] of Object.entries(renamed(net.gradient0)))
    compare(`gradient of ${weight}`, weights.get(weight)!, values);
  const norms = {
    'norm of the gradient of': [measured.weightGradients, renamed(net.gradientNorms0)],
    'norm of the gradient at': [measured.activationGradients, net.activationGradientNorms0],
    'standard deviation of': [measured.activationStds, net.activationStd0],
  } as const;
  for (const [what, [found, expected]] of Object.entries(norms)) {
    for (const id of new Set([...Object.keys(found), ...Object.keys(expected)]))
      compare(`${what} ${id}`, [found[id]], [expected[id]]);
  }
  const sgd = new Sgd({ rate: 0.05, momentum: 0.9, decay: 1e-4 });
  const losses: number[] = [];
  for (let step = 0; step < 6; step++) losses.push((await network.step(batches[step % 2], sgd)).loss);
  compare('six losses', losses, net.losses);
  network.dispose();
  return differences;
}
