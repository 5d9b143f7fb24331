/** Charts of lesson 11. */
import { laneRun, recipes, recipeSteps, recordedRun } from '../../scripts/lessons/recordedRuns.ts';
import type { Charts } from '../../src/lib/lesson/charts.ts';
import { curves, lossOf } from '../../src/lib/lesson/training/figures.ts';
import { styleOf } from '../../src/lib/ui/chart/series.ts';
import { rateNames, rates, steps } from '../experiments/training-in-practice/result.ts';
import { words } from '../experiments/training-in-practice/words.ts';

const longSteps = 200;

const chartWords = {
  en: {
    overfitting:
      'A residual network of 20 layers on 64 pictures: training loss falls to zero within fifty steps, the loss on pictures that it never sees stays near 2.8.',
    training: 'training, 64 pictures',
    heldOut: 'pictures never seen',
    degradation:
      'A plain network of 56 layers on pictures that are always new: its loss falls from 2.1 to 1.8 in two hundred steps.',
    plain: 'plain, 56 layers; every picture is new',
  },
  zh: {
    overfitting:
      '20 层残差网络只用 64 张图片训练：训练损失五十步内降到零，没见过的图片上的损失停在 2.8 附近。',
    training: '训练，64 张图片',
    heldOut: '没见过的图片',
    degradation: '56 层普通网络，图片总是新的：两百步内损失从 2.1 降到 1.8。',
    plain: '普通网络，56 层；每张图片都是新的',
  },
};

const chance = (text: string, end: 'left' | 'right' = 'right') => [{ value: Math.log(8), text, end }];

export const charts: Charts = {
  rates: (language) => {
    const t = words[language];
    const runs = rateNames.map((name) => recipes.runs[`rate-${rates[name]}-0`]);
    const networks = runs.map((run, i) => ({
      id: rateNames[i],
      name: t.names[rateNames[i]],
      runs: [{ id: rateNames[i], seed: 0, steps: recipeSteps(run) }],
    }));
    return {
      description: t.description,
      x: { label: t.step, include: [0, steps] },
      y: { label: t.loss, kind: 'log' },
      series: curves(networks, lossOf, { every: 3 }),
      references: chance(t.chance, 'left'),
      provenance: { kind: 'recorded', text: runs.map(({ command }) => command).join(' && ') },
    };
  },
  overfitting: (language) => {
    const t = { ...words[language], ...chartWords[language] };
    const run = recipes.runs['pictures-64'];
    const trained = {
      id: 'training',
      name: t.training,
      runs: [{ id: '', seed: 0, steps: recipeSteps(run) }],
    };
    return {
      description: t.overfitting,
      x: { label: t.step, include: [0, longSteps] },
      y: { label: t.loss, kind: 'linear', include: [0, 5] },
      series: [
        ...curves([trained], lossOf, { every: 4 }),
        {
          id: 'held-out',
          name: t.heldOut,
          ...styleOf(1),
          points: run.heldOut.map(({ step, loss }) => ({ x: step, y: loss })),
        },
      ],
      references: chance(t.chance),
      provenance: { kind: 'recorded', text: run.command },
    };
  },
  degradation: (language) => {
    const t = { ...words[language], ...chartWords[language] };
    const run = recordedRun('gratings-plain-56-0');
    const [id, name] = ['plain', t.plain];
    return {
      description: t.degradation,
      x: { label: t.step, include: [0, longSteps] },
      y: { label: t.loss, kind: 'linear', include: [0, 5] },
      series: curves([{ id, name, runs: [laneRun(run, longSteps)] }], lossOf, { every: 4 }),
      references: chance(t.chance),
      provenance: { kind: 'recorded', text: run.command },
    };
  },
};
