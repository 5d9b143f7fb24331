/** Numbers of lesson 1: how plain networks of several depths stood, and what the papers report. */
import { recipeEnd, recipeRuns, standings } from '../../scripts/lessons/recordedRuns.ts';
import { published, recorded, type Values } from '../../src/lib/lesson/values/value.ts';

const depths = [8, 20, 32, 56, 110];

const percent = { percent: true, digits: 1 } as const;

function ofDepth(depth: number): Values {
  const [early, late] = [200, 1000].map((after) => standings('plain', depth, after));
  const from = (command: string) => ({
    en: `${command}, mean of the recorded seeds`,
    zh: `${command}，各个已记录种子的平均`,
  });
  return {
    [`plain${depth}.parameters`]: recorded(early.params, early.command),
    [`plain${depth}.loss`]: recorded(early.loss, from(early.command), { digits: 2 }),
    [`plain${depth}.accuracy`]: recorded(early.accuracy, from(early.command), percent),
    [`plain${depth}.lateLoss`]: recorded(late.loss, from(late.command), { digits: 2 }),
    [`plain${depth}.lateAccuracy`]: recorded(late.accuracy, from(late.command), percent),
  };
}

/** All depths have as many. */
const { seeds, command } = standings('plain', 56, 200);

const slow = recipeRuns('low-plain-56');
const readOff = {
  en: 'Fig. 6, right end of the curve, read off; test error',
  zh: '图 6，由曲线右端读出；测试错误率',
};
const about = (value: number) => published(value, 'he2015', readOff, { unit: '%' });

export const values: Values = {
  ...Object.assign({}, ...depths.map(ofDepth)),
  seeds: recorded(seeds.length, command),
  slowRate: recorded(slow[0].options.rate!, slow[0].command, { significant: 1 }),
  slowLoss: recorded(recipeEnd(slow).loss, slow[0].command, { digits: 2 }),
  slowAccuracy: recorded(recipeEnd(slow).accuracy, slow[0].command, percent),
  cifar20: about(9.5),
  cifar32: about(10),
  cifar44: about(12),
  cifar56: about(13.5),
  cifar110: published(
    60,
    'he2015',
    { en: 'Fig. 6, caption, error', zh: '图 6 的说明，错误率' },
    { unit: '%' },
  ),
};
