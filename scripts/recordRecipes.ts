/**
 * Records how recipes other than the usual one end: node scripts/run.mjs scripts/recordRecipes.ts [--again]
 *
 * Learning rates, schedules, weight decay, clipping, a finite number of pictures; and what a kernel in front of a batch
 * norm does when it is ten times as large. Saved after each run, so that the script can be stopped and started again.
 */
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { startBackend } from '../src/lib/model/engine/backends.ts';
import { l2Norm } from '../src/lib/model/engine/statistics.ts';
import {
  defaultTraining,
  type LayerFigures,
  type TrainedStep,
  type TrainingOptions,
} from '../src/lib/model/protocol/training.ts';
import type { Batch } from '../src/lib/model/training/batch.ts';
import { initialWeights } from '../src/lib/model/training/initialWeights.ts';
import { TrainableNetwork } from '../src/lib/model/training/network.ts';
import { RandomStream } from '../src/lib/model/training/random.ts';
import { gratings, gratingsBatch } from '../src/lib/model/training/tasks/gratings.ts';
import { TrainingRun, trainedGraph, type TrainingTask } from '../src/lib/model/training/trainer.ts';
import type { RecipeRun, Recipes, ScaledKernel } from '../src/lib/state/recordedRecipes.ts';
import { kernelsTogether } from '../src/lib/state/compare/kernels.ts';

const file = join(import.meta.dirname, '../src/lib/state/recordings/recipes.json');

export interface Plan {
  readonly name: string;
  readonly options: Partial<TrainingOptions>;
  /** So many pictures again and again, with held-out ones; none: every batch is new. */
  readonly pictures?: number;
}

const seeds = [0, 1, 2];
const adam = { optimizer: 'adam', rate: 0.001 } as const;
export const plans: readonly Plan[] = [
  ...[0.0005, 0.05, 5].flatMap((rate) =>
    seeds.map((seed) => ({ name: `rate-${rate}-${seed}`, options: { rate, seed, steps: 120 } })),
  ),
  ...[64, 128, 256, 1024].map((pictures) => ({ name: `pictures-${pictures}`, options: {}, pictures })),
  ...[0, 1e-4, 1e-3, 1e-2, 3e-2].map((decay) => ({ name: `decay-${decay}`, options: { decay } })),
  ...seeds.flatMap((seed) => [
    { name: `clip-plain-56-${seed}`, options: { depth: 56, net: 'plain' as const, seed, clip: 1 } },
    { name: `low-plain-56-${seed}`, options: { depth: 56, net: 'plain' as const, seed, rate: 0.01 } },
    { name: `adam-plain-56-${seed}`, options: { depth: 56, net: 'plain' as const, seed, ...adam } },
  ]),
  { name: 'clip-residual-56-0', options: { depth: 56, clip: 1 } },
  { name: 'low-residual-56-0', options: { depth: 56, rate: 0.01 } },
  { name: 'adam-residual-56-0', options: { depth: 56, ...adam } },
  ...(['step', 'cosine'] as const).flatMap((schedule) =>
    seeds.map((seed) => ({ name: `${schedule}-${seed}`, options: { schedule, seed } })),
  ),
];

/** The same pictures in every epoch, in another order each time, and others that are never trained on. */
function finite(pictures: number): TrainingTask {
  const side = gratings.shape.reduce((product, length) => product * length, 1);
  const all = gratingsBatch(new RandomStream(0, 'gratings/finite'), pictures);
  let order: number[] = [];
  const shuffled = (random: RandomStream) => {
    const places = Array.from({ length: pictures }, (_, i) => i);
    for (let i = pictures - 1; i > 0; i--) {
      const other = random.integer(i + 1);
      [places[i], places[other]] = [places[other], places[i]];
    }
    return places;
  };
  return {
    ...gratings,
    training(random, size): Batch {
      const inputs = new Float32Array(size * side);
      const labels = new Int32Array(size);
      for (let i = 0; i < size; i++) {
        if (order.length === 0) order = shuffled(random);
        const at = order.pop()!;
        inputs.set(all.inputs.subarray(at * side, (at + 1) * side), i * side);
        labels[i] = all.labels[at];
      }
      return { inputs, labels };
    },
    heldOut: (size) => gratingsBatch(new RandomStream(0, 'gratings/held out'), size),
  };
}

const rounded = (value: number) => (Number.isFinite(value) ? Number(value.toPrecision(4)) : String(value));

function commandOf(options: Partial<TrainingOptions>): string {
  const all = { depth: 20, net: 'residual', steps: 200, seed: 0, ...options };
  const args = Object.entries(all).map(([name, value]) => `--${name} ${value}`);
  return `npm run -s atlas -- train --task gratings ${args.join(' ')} --measure-every 5 --figures --json`;
}

const first = (figures: LayerFigures) => ({
  gradient: rounded(figures.gradient[0]),
  weight: rounded(figures.weight[0]),
  update: rounded(figures.update[0]),
});

async function record({ options, pictures }: Plan): Promise<RecipeRun> {
  const task = pictures === undefined ? gratings : finite(pictures);
  const run = new TrainingRun(task, { ...defaultTraining, ...options });
  const steps: TrainedStep[] = [];
  try {
    while (run.step < run.options.steps && Number.isFinite(steps.at(-1)?.loss ?? 0)) {
      const isLast = run.step === run.options.steps - 1;
      steps.push(
        await run.next({
          measure: run.step < 3 || run.step % 5 === 0 || isLast,
          test: pictures !== undefined && (run.step % 10 === 0 || isLast),
        }),
      );
    }
    return {
      command:
        pictures === undefined ? commandOf(options) : 'node scripts/run.mjs scripts/recordRecipes.ts --again',
      options,
      pictures: pictures ?? null,
      loss: steps.map(({ loss }) => rounded(loss)),
      accuracy: steps.map(({ accuracy }) => accuracy),
      heldOut: steps.flatMap(({ step, heldOut }) =>
        heldOut ? [{ step, loss: Number(rounded(heldOut.loss)), accuracy: heldOut.accuracy }] : [],
      ),
      measured: steps.flatMap(({ step, figures }) => {
        if (!figures) return [];
        const { weight, update } = kernelsTogether(run.facts.layers, figures);
        return [
          { step, first: first(figures), kernels: { weight: rounded(weight), update: rounded(update) } },
        ];
      }),
    };
  } finally {
    run.dispose();
  }
}

/** One kernel in front of a batch norm as it is drawn, and ten times as large: what the same batch makes of it. */
async function scaledKernel(): Promise<ScaledKernel> {
  const options = { ...defaultTraining };
  const graph = trainedGraph(options, gratings);
  const kernel = 'stage1_block1_conv1/kernel';
  const batch = gratingsBatch(new RandomStream(0, gratings.name), options.batch);
  const found = async (factor: number) => {
    const weights = initialWeights(graph, options);
    const values = weights.get(kernel)!.map((value) => factor * value);
    weights.set(kernel, values);
    const network = new TrainableNetwork(graph, weights);
    try {
      const { loss, weights: gradients } = await network.gradients(batch);
      const gradient = gradients.get(kernel)!;
      const product = values.reduce((sum, value, i) => sum + value * gradient[i], 0);
      const norms = { weight: l2Norm(values), gradient: l2Norm(gradient) };
      return { loss, ...norms, cosine: product / (norms.weight * norms.gradient) };
    } finally {
      network.dispose();
    }
  };
  return { factor: 10, drawn: await found(1), larger: await found(10) };
}

async function save(recipes: Recipes): Promise<void> {
  const style = { ...(await resolveConfig(file)), parser: 'json' };
  await writeFile(`${file}.partial`, await format(JSON.stringify(recipes), style));
  await rename(`${file}.partial`, file);
}

export async function main(args: string[]): Promise<void> {
  const { backend } = await startBackend('wasm');
  const isThere = existsSync(file) && !args.includes('--again');
  const before = isThere ? (JSON.parse(await readFile(file, 'utf8')) as Recipes) : null;
  const runs: Record<string, RecipeRun> = { ...before?.runs };
  const scaled = before?.scaled ?? (await scaledKernel());
  for (const plan of plans) {
    if (runs[plan.name]) continue;
    process.stderr.write(`${new Date().toISOString()} ${plan.name} …\n`);
    runs[plan.name] = await record(plan);
    await save({ recorded: new Date().toISOString(), backend, scaled, runs });
  }
}
