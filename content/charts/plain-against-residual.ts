/** Charts of lesson 7. */
import {
  commandOf,
  laneRun,
  recipeRuns,
  recordedRun,
  standings,
} from '../../scripts/lessons/recordedRuns.ts';
import type { Charts } from '../../src/lib/lesson/charts.ts';
import { curves, lossOf } from '../../src/lib/lesson/training/figures.ts';
import type { RecordedRun } from '../../src/lib/state/compare/recordedRuns.ts';
import { styleOf } from '../../src/lib/ui/chart/series.ts';
import { words } from '../experiments/plain-against-residual/words.ts';

const nets = ['plain', 'residual'] as const;
const steps = 120;
const depths = [8, 20, 32, 56, 110];
const after = 200;

const chartWords = {
  en: {
    seeds:
      'Training loss of plain and residual networks of 56 layers, means of three seeds with a band from the lowest to the highest. The residual network begins higher and crosses below the plain one within some thirty steps.',
    sweep:
      'Accuracy of plain and residual networks of 8 to 110 layers after 200 steps. Plain ones lose with every further layer; residual ones hold until 56.',
    sweepAxis: 'accuracy on training batches, last 20 of 200 steps',
    layers: 'layers',
    guessing: 'chance: 1/8',
    adam: 'plain, 56 layers, Adam',
    gradients:
      'Norm of the gradient of the first convolution over the steps, on logarithmic axes. Plain: falls from several hundred to less than a hundredth within ten steps. Residual: stays between one tenth and a few. Plain with Adam: falls slowly from several hundred to some forty.',
    stepFromOne: 'step, the first being 1',
    dots: 'dots are seeds',
  },
  zh: {
    seeds:
      '56 层普通网络与残差网络的训练损失：三个种子的平均，色带从最低的种子到最高的种子。残差网络起点更高，约三十步之内降到普通网络之下。',
    sweep:
      '8 至 110 层的普通网络与残差网络在 200 步之后的准确率：普通网络每加深一次就变差，残差网络到 56 层仍保持不变。',
    sweepAxis: '训练批次上的准确率，200 步中最后 20 步',
    layers: '层数',
    guessing: '随机猜测：1/8',
    adam: '普通网络，56 层，Adam',
    gradients:
      '第一个卷积的梯度范数随步数的变化，两轴均为对数。普通网络：十步之内从几百降到百分之一以下。残差网络：始终在十分之一到几之间。用 Adam 的普通网络：从几百缓慢降到约四十。',
    stepFromOne: '步（第一步记为 1）',
    dots: '小点是各个种子',
  },
};

const runsOf = (seeds: readonly number[]) =>
  nets.map((net) => seeds.map((seed) => recordedRun(`gratings-${net}-56-${seed}`)));

const gradients = ({ steps }: RecordedRun) =>
  steps
    .filter(({ step, figures }) => figures && step <= after)
    .map(({ step, figures }) => ({ x: step + 1, y: figures!.gradient[0] }));

export const charts: Charts = {
  race: (language) => {
    const t = words[language];
    const runs = runsOf([0]).flat();
    return {
      description: t.description,
      x: { label: t.step, include: [0, steps] },
      y: { label: t.loss, kind: 'linear', include: [0] },
      series: curves(
        runs.map((run, i) => ({ id: nets[i], name: t.networks[nets[i]], runs: [laneRun(run, steps)] })),
        lossOf,
        { every: 3 },
      ),
      references: [{ value: Math.log(8), text: t.chance }],
      provenance: { kind: 'recorded', text: runs.map((run) => commandOf(run, steps)).join(' && ') },
    };
  },
  seeds: (language) => {
    const t = words[language];
    const networks = runsOf([0, 1, 2]).map((runs, i) => ({
      id: nets[i],
      name: t.networks[nets[i]],
      runs: runs.map((run) => laneRun(run, after)),
    }));
    return {
      description: chartWords[language].seeds,
      x: { label: t.step, include: [0, after] },
      y: { label: t.loss, kind: 'linear', include: [0] },
      series: curves(networks, lossOf, { every: 4 }),
      references: [{ value: Math.log(8), text: t.chance }],
      provenance: { kind: 'recorded', text: standings('residual', 56, after).command },
    };
  },
  sweep: (language) => {
    const t = chartWords[language];
    return {
      description: t.sweep,
      x: { label: t.layers, categories: depths.map(String) },
      y: { label: t.sweepAxis, kind: 'linear', include: [0, 1] },
      series: nets.map((net, i) => ({
        id: net,
        name: words[language].nets[net],
        ...styleOf(i),
        points: depths.map((depth, x) => {
          const { accuracy, accuracies } = standings(net, depth, after);
          return { x, y: accuracy, each: accuracies };
        }),
      })),
      references: [{ value: 1 / 8, text: t.guessing }],
      provenance: { kind: 'recorded', text: `${standings('plain', 56, after).command}; ${t.dots}` },
    };
  },
  gradients: (language) => {
    const t = chartWords[language];
    const [plain, residual] = runsOf([0]).flat();
    const [adam] = recipeRuns('adam-plain-56', [0]);
    const course = [
      { id: 'plain', name: words[language].networks.plain, points: gradients(plain) },
      { id: 'residual', name: words[language].networks.residual, points: gradients(residual) },
      {
        id: 'adam',
        name: t.adam,
        points: adam.measured.map(({ step, first }) => ({ x: step + 1, y: Number(first.gradient) })),
      },
    ];
    return {
      description: t.gradients,
      x: { label: t.stepFromOne, kind: 'log' },
      y: { label: words[language].gradient, kind: 'log' },
      series: course.map((one, i) => ({ ...one, ...styleOf(i) })),
      provenance: { kind: 'recorded', text: `${plain.command} && ${adam.command}` },
    };
  },
};
