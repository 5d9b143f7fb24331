/** Numbers of lesson 11: a worked example of the loss, and what recipes other than the usual one led to. */
import { recipeEnd, recipeRuns, recipes, standings } from '../../scripts/lessons/recordedRuns.ts';
import { mathematics, published, recorded, type Values } from '../../src/lib/lesson/values/value.ts';
import { meanOf } from '../../src/lib/model/statistics.ts';
import type { RecipeRun } from '../../src/lib/state/recordedRecipes.ts';

const logits = [2, 1, -1];
const label = 1;
const sum = logits.reduce((total, z) => total + Math.exp(z), 0);
const probabilities = logits.map((z) => Math.exp(z) / sum);

const percent = { percent: true, digits: 0 } as const;
const fine = { percent: true, digits: 1 } as const;

/** Of all kernels together, over the last measured steps. */
function kernelsAtEnd({ measured }: RecipeRun): { weight: number; update: number } {
  const last = measured.slice(-5).map(({ kernels }) => kernels);
  return {
    weight: meanOf(last.map(({ weight }) => Number(weight))),
    update: meanOf(last.map(({ update }) => Number(update))),
  };
}

const [low, middle, high] = [0.0005, 0.05, 5].map((rate) => recipeRuns(`rate-${rate}`));
const lossOf = (runs: readonly RecipeRun[]) => recorded(recipeEnd(runs).loss, runs[0].command, { digits: 2 });
const moved = (update: number, { command }: RecipeRun) =>
  recorded(update, command, { percent: true, significant: 2 });
const growth = high.map((run) => kernelsAtEnd(run).weight / Number(run.measured[0].kernels.weight));

const rates: Values = {
  'low.loss': lossOf(low),
  'middle.loss': lossOf(middle),
  'high.loss': lossOf(high),
  'high.accuracy': recorded(recipeEnd(high).accuracy, high[0].command, percent),
  'high.leastGrowth': recorded(Math.min(...growth), high[0].command, { significant: 2 }),
  'high.mostGrowth': recorded(Math.max(...growth), high[0].command, { significant: 2 }),
  'high.firstUpdate': moved(Number(high[0].measured[0].kernels.update), high[0]),
  'high.lastUpdate': moved(kernelsAtEnd(high[0]).update, high[0]),
  'middle.lastUpdate': moved(kernelsAtEnd(middle[0]).update, middle[0]),
};

const decays: Values = Object.fromEntries(
  [0, 0.0001, 0.001, 0.01, 0.03].flatMap((decay) => {
    const run = recipes.runs[`decay-${decay}`];
    const { weight, update } = kernelsAtEnd(run);
    return [
      [`decay${decay}.value`, recorded(decay, run.command, { significant: 1 })],
      [`decay${decay}.weight`, recorded(weight, run.command, { digits: 1 })],
      [`decay${decay}.update`, recorded(update, run.command, { percent: true, significant: 2 })],
      [`decay${decay}.loss`, recorded(recipeEnd([run]).loss, run.command, { digits: 2 })],
    ];
  }),
);

const pictures: Values = Object.fromEntries(
  [64, 128, 256, 1024].flatMap((count) => {
    const run = recipes.runs[`pictures-${count}`];
    const { loss, accuracy } = recipeEnd([run]);
    const heldOut = run.heldOut.at(-1)!;
    return [
      [`pictures${count}.count`, recorded(count, run.command)],
      [`pictures${count}.loss`, recorded(loss, run.command, { digits: 3 })],
      [`pictures${count}.accuracy`, recorded(accuracy, run.command, fine)],
      [`pictures${count}.heldOutLoss`, recorded(heldOut.loss, run.command, { digits: 3 })],
      [`pictures${count}.heldOutAccuracy`, recorded(heldOut.accuracy, run.command, fine)],
    ];
  }),
);

const usual = standings('residual', 20, 200);
const schedules: Values = {
  'constant.loss': recorded(usual.loss, usual.command, { digits: 3 }),
  'constant.accuracy': recorded(usual.accuracy, usual.command, fine),
  ...Object.fromEntries(
    ['step', 'cosine'].flatMap((schedule) => {
      const runs = recipeRuns(schedule);
      const { loss, accuracy } = recipeEnd(runs);
      return [
        [`${schedule}.loss`, recorded(loss, runs[0].command, { digits: 3 })],
        [`${schedule}.accuracy`, recorded(accuracy, runs[0].command, fine)],
      ];
    }),
  ),
};

const degraded = standings('plain', 56, 200);
const { scaled } = recipes;
const script = 'node scripts/run.mjs scripts/recordRecipes.ts --again';

export const values: Values = {
  ...rates,
  ...decays,
  ...pictures,
  ...schedules,
  p0: mathematics(probabilities[0], 'e² / (e² + e + e⁻¹)', { digits: 3 }),
  p1: mathematics(probabilities[label], 'e / (e² + e + e⁻¹)', { digits: 3 }),
  p2: mathematics(probabilities[2], 'e⁻¹ / (e² + e + e⁻¹)', { digits: 3 }),
  loss: mathematics(-Math.log(probabilities[label]), '−ln p', { digits: 3 }),
  slope: mathematics(probabilities[label] - 1, 'p − 1', { digits: 3 }),
  twice: mathematics(Math.log1p(999 / Math.E), 'ln(1 + 999/e)', { digits: 2 }),
  'plain56.loss': recorded(degraded.loss, degraded.command, { digits: 2 }),
  'plain56.accuracy': recorded(degraded.accuracy, degraded.command, fine),
  'scaled.factor': recorded(scaled.factor, script),
  'scaled.loss': recorded(scaled.drawn.loss, script, { digits: 4 }),
  'scaled.largerLoss': recorded(scaled.larger.loss, script, { digits: 4 }),
  'scaled.gradient': recorded(scaled.drawn.gradient, script, { significant: 4 }),
  'scaled.largerGradient': recorded(scaled.larger.gradient, script, { significant: 4 }),
  'scaled.cosine': recorded(Math.abs(scaled.drawn.cosine), script, { scientific: true }),
  warmUpRate: published(0.01, 'he2015', '§4.2', { significant: 1 }),
  warmUpError: published(0.8, 'he2015', '§4.2', { percent: true, digits: 0 }),
};
