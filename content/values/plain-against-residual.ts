/** Numbers of lesson 7: plain and residual networks of 56 layers, layer by layer, and of other depths. */
import {
  commandOf,
  recipeEnd,
  recipeRuns,
  recordedRun,
  standings,
} from '../../scripts/lessons/recordedRuns.ts';
import {
  computed,
  mathematics,
  recorded,
  type Value,
  type Values,
} from '../../src/lib/lesson/values/value.ts';
import { cifarNetwork } from '../../src/lib/model/architecture/cifar.ts';
import { costs } from '../../src/lib/model/architecture/costs.ts';
import { inferShapes } from '../../src/lib/model/architecture/shapes.ts';
import { kernelsTogether } from '../../src/lib/state/compare/kernels.ts';
import type { RecipeRun } from '../../src/lib/state/recordedRecipes.ts';

const nets = ['plain', 'residual'] as const;
const seeds = [0, 1, 2];
const [early, late] = [100, 200];

const files = Object.fromEntries(
  nets.map((net) => [net, seeds.map((seed) => recordedRun(`gratings-${net}-56-${seed}`))]),
);
const first = (net: string, seed: number) => files[net][seed].steps[0];
/** The run of seed 0 at a step at which its layers were measured. */
const at = (net: string, step: number) => files[net][0].steps[step].figures!;
const command = (net: string) => files[net][0].command;

const [rate, momentum] = [0.05, 0.9];
const lastConvolution = files.plain[0].facts.layers.length - 2;
/** Mean square of what the last block passes on, before anything was learned. */
const square = (net: string) => {
  const { mean, std } = at(net, 0);
  return mean[lastConvolution] ** 2 + std[lastConvolution] ** 2;
};

function layersOf(net: string): Values {
  const style = (value: number) => ({ significant: value >= 100 ? 3 : 2 });
  return Object.fromEntries(
    [0, 1, 5, 50, 100].flatMap((step) => {
      const { gradient, weight } = at(net, step);
      return [
        [`${net}.gradient${step}`, recorded(gradient[0], command(net), style(gradient[0]))],
        ...(net === 'plain'
          ? [
              [
                `plain.lastGradient${step}`,
                recorded(gradient[lastConvolution], command(net), { significant: 2 }),
              ] as const,
            ]
          : []),
        [`${net}.weight${step}`, recorded(weight[0], command(net), { significant: 3 })],
      ];
    }),
  );
}

const percent = { percent: true, digits: 0 } as const;
const sweep = Object.fromEntries(
  [8, 20, 32, 56, 110].flatMap((depth) =>
    nets.flatMap((net) => {
      const found = standings(net, depth, late);
      const { accuracies } = found;
      return [
        [`${net}${depth}.accuracy`, recorded(found.accuracy, found.command, percent)],
        [`${net}${depth}.least`, recorded(Math.min(...accuracies), found.command, percent)],
        [`${net}${depth}.most`, recorded(Math.max(...accuracies), found.command, percent)],
      ];
    }),
  ),
);

function earlyLoss(net: 'plain' | 'residual'): Value {
  const found = standings(net, 20, early);
  return recorded(found.loss, found.command, { digits: 2 });
}

function atTheEnd(net: 'plain' | 'residual'): Value {
  const found = standings(net, 110, 1000);
  return recorded(found.accuracy, found.command, percent);
}

/** Of several, the middle one. */
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1];

/** When the first jump is over. */
const settled = 50;

interface Course {
  readonly step: number;
  readonly gradient: number;
  readonly weight: number;
  /** Of all kernels together. */
  readonly update: number;
}

const usualCourse = (): readonly Course[] => {
  const [{ steps, facts }] = files.plain;
  return steps.slice(0, late).flatMap(({ step, figures }) =>
    figures
      ? [
          {
            step,
            gradient: figures.gradient[0],
            weight: figures.weight[0],
            update: kernelsTogether(facts.layers, figures).update,
          },
        ]
      : [],
  );
};
const recipeCourse = ([{ measured }]: readonly RecipeRun[]): readonly Course[] =>
  measured.map(({ step, first: { gradient, weight }, kernels: { update } }) => ({
    step,
    gradient: Number(gradient),
    weight: Number(weight),
    update: Number(update),
  }));

function courseValues(name: string, course: readonly Course[], accuracy: number, from: string): Values {
  const [begin, end] = [course[0], course[course.length - 1]];
  const moves = course.filter(({ step }) => step >= settled).map(({ update }) => update);
  const style = (value: number) => ({ significant: value >= 100 ? 3 : 2 });
  return {
    [`${name}.firstGradient`]: recorded(begin.gradient, from, style(begin.gradient)),
    [`${name}.lastGradient`]: recorded(end.gradient, from, style(end.gradient)),
    [`${name}.firstWeight`]: recorded(begin.weight, from, style(begin.weight)),
    [`${name}.lastWeight`]: recorded(end.weight, from, style(end.weight)),
    [`${name}.move`]: recorded(median(moves), from, { percent: true, digits: 3 }),
    [`${name}.accuracy`]: recorded(accuracy, from, percent),
  };
}

const [clip, adam] = ['clip', 'adam'].map((name) => recipeRuns(`${name}-plain-56`));
const residualEnds = ['clip', 'adam'].map((name) => {
  const runs = recipeRuns(`${name}-residual-56`, [0]);
  return recorded(recipeEnd(runs).accuracy, runs[0].command, percent);
});

const graph = cifarNetwork({ depth: 56, width: 8, classes: 8, inputShape: [16, 16, 1] });
const shapes = inferShapes(graph);
const additions = graph.nodes
  .filter(({ kind }) => kind === 'add')
  .reduce((sum, { id }) => sum + shapes.get(id)!.reduce((product, side) => product * side, 1), 0);
const fromGraph = { en: 'the network’s graph', zh: '网络的图' };

export const values: Values = {
  ...layersOf('plain'),
  ...layersOf('residual'),
  ...sweep,
  seeds: recorded(standings('residual', 56, late).seeds.length, command('residual')),
  'plain110.late': atTheEnd('plain'),
  'residual110.late': atTheEnd('residual'),
  'plain20.earlyLoss': earlyLoss('plain'),
  'residual20.earlyLoss': earlyLoss('residual'),
  'plain.first': recorded(first('plain', 0).loss, commandOf(files.plain[0], 1), { digits: 2 }),
  'residual.first': recorded(first('residual', 0).loss, commandOf(files.residual[0], 1), { digits: 2 }),
  'residual.first1': recorded(first('residual', 1).loss, commandOf(files.residual[1], 1), { digits: 2 }),
  'residual.first2': recorded(first('residual', 2).loss, commandOf(files.residual[2], 1), { digits: 2 }),
  'plain.square': recorded(square('plain'), command('plain'), { digits: 2 }),
  'residual.square': recorded(square('residual'), command('residual'), { digits: 1 }),
  fall: recorded(at('plain', 0).gradient[0] / at('plain', 50).gradient[0], command('plain'), {
    significant: 2,
  }),
  growth: recorded(at('plain', 50).weight[0] / at('plain', 0).weight[0], command('plain'), { digits: 0 }),
  slower: recorded((at('plain', 50).weight[0] / at('plain', 0).weight[0]) ** 2, command('plain'), {
    significant: 2,
  }),
  oneStep: mathematics(
    Math.hypot(at('plain', 0).weight[0], rate * at('plain', 0).gradient[0]),
    '√(‖w‖² + η²‖g‖²)',
    {
      significant: 3,
    },
  ),
  allSteps: mathematics((rate * at('plain', 0).gradient[0]) / (1 - momentum), 'η‖g‖ / (1 − 0.9)', {
    significant: 3,
  }),
  ...courseValues('usual', usualCourse(), standings('plain', 56, late).accuracy, command('plain')),
  ...courseValues('clip', recipeCourse(clip), recipeEnd(clip).accuracy, clip[0].command),
  ...courseValues('adam', recipeCourse(adam), recipeEnd(adam).accuracy, adam[0].command),
  'clip.residual': residualEnds[0],
  'adam.residual': residualEnds[1],
  chance: mathematics(1 / 8, '1/8', { percent: true, digits: 1 }),
  parameters: recorded(files.residual[0].facts.params, command('residual')),
  macs: computed(costs(graph).totals.macs, fromGraph),
  additions: computed(additions, fromGraph),
  additionsShare: computed(additions / costs(graph).totals.macs, fromGraph, { percent: true, digits: 2 }),
};
