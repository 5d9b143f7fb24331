/** Charts of lesson 1. */
import { commandOf, laneRun, recordedRun, standings } from '../../scripts/lessons/recordedRuns.ts';
import { formatNumber } from '../../src/lib/i18n/format.ts';
import type { Charts } from '../../src/lib/lesson/charts.ts';
import { curves, lossOf } from '../../src/lib/lesson/training/figures.ts';
import { styleOf } from '../../src/lib/ui/chart/series.ts';
import { words } from '../experiments/why-depth/words.ts';

const steps = 120;
const depths = [8, 20, 32, 56, 110];

const depthWords = {
  en: {
    description:
      'Accuracy of plain networks of 8, 20, 32, 56 and 110 layers on their training pictures. It falls with depth; more steps help all of them but the deepest.',
    x: 'layers',
    y: 'accuracy on training batches',
    after: (after: number) => `after ${formatNumber(after, 'en')} steps`,
    text: (command: string) => `${command}; dots are seeds`,
    chance: 'chance: 1/8',
  },
  zh: {
    description:
      '8、20、32、56、110 层普通网络在训练图片上的准确率：随深度下降；多训练一些步数，除最深的之外都有改善。',
    x: '层数',
    y: '训练批次上的准确率',
    after: (after: number) => `${formatNumber(after, 'zh')} 步之后`,
    text: (command: string) => `${command}；小点是各个种子`,
    chance: '随机猜测：1/8',
  },
};

export const charts: Charts = {
  loss: (language) => {
    const t = words[language];
    const runs = [20, 56].map((depth) => recordedRun(`gratings-plain-${depth}-0`));
    const networks = runs.map((run) => ({
      id: `plain-${run.options.depth}`,
      name: t.networks[run.options.depth === 20 ? 'plain20' : 'plain56'],
      runs: [laneRun(run, steps)],
    }));
    return {
      description: t.description,
      x: { label: t.step, include: [0, steps] },
      y: { label: t.loss, kind: 'linear', include: [0] },
      series: curves(networks, lossOf, { every: 3 }),
      references: [{ value: Math.log(8), text: t.chance }],
      provenance: { kind: 'recorded', text: runs.map((run) => commandOf(run, steps)).join(' && ') },
    };
  },
  depths: (language) => {
    const t = depthWords[language];
    return {
      description: t.description,
      x: { label: t.x, categories: depths.map(String) },
      y: { label: t.y, kind: 'linear', include: [0, 1] },
      series: [200, 1000].map((after, i) => ({
        id: `after-${after}`,
        name: t.after(after),
        ...styleOf(i),
        points: depths.map((depth, x) => {
          const { accuracy, accuracies } = standings('plain', depth, after);
          return { x, y: accuracy, each: accuracies };
        }),
      })),
      references: [{ value: 1 / 8, text: t.chance }],
      provenance: { kind: 'recorded', text: t.text(standings('plain', 56, 1000).command) },
    };
  },
};
