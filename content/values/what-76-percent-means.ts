import {
  computed,
  mathematics,
  published,
  recorded,
  type Values,
} from '../../src/lib/lesson/values/value.ts';
import { picturesToTell, wilson } from '../../src/lib/model/binomial.ts';
import { command, rightIn } from '../../scripts/feedingRecording.ts';
import lesson from '../recorded/what-76-percent-means.json' with { type: 'json' };

const { top1, exact, nearest } = lesson.result;
const interval = wilson(top1.right, top1.of);
const wide = wilson(38_000, 50_000);
const [one, ten] = [rightIn('asTrained'), rightIn('tenCrops')];

const accuracy = { unit: '%', digits: 1 } as const;
const points = { digits: 1 } as const;
const v1 = 76.13;
const v2 = 80.858;

export const values: Values = {
  oneCrop: published(100 - 24.7, 'kaiminghe', 'README, 1-crop, top-1 error 24.7 %, validation set', accuracy),
  keras: published(
    74.9,
    'keras',
    { en: 'table of models, top-1 accuracy', zh: '模型列表，top-1 准确率' },
    accuracy,
  ),
  tenCrop: published(
    100 - 22.85,
    'he2015',
    'Table 3, 10-crop, top-1 error 22.85 %, validation set',
    accuracy,
  ),
  multiScale: published(
    100 - 20.74,
    'he2015',
    'Table 4, multi-scale, top-1 error 20.74 %, validation set',
    accuracy,
  ),
  v1: published(v1, 'torchvision', 'IMAGENET1K_V1, centre crop, top-1 accuracy', accuracy),
  v2: published(v2, 'torchvision', 'IMAGENET1K_V2, centre crop, top-1 accuracy', accuracy),
  strikesBack: published(80.4, 'wightman2021', 'Abstract, top-1 accuracy', accuracy),
  protocolGain: computed(
    24.7 - 20.74,
    { en: '24.7 − 20.74, from the table', zh: '24.7 − 20.74，由表得出' },
    points,
  ),
  recipeGain: computed(
    v2 - v1,
    { en: '80.858 − 76.130, from the table', zh: '80.858 − 76.130，由表得出' },
    points,
  ),
  photographs: recorded(top1.of, command),
  low: recorded(interval.low, command, { percent: true, digits: 0 }),
  high: recorded(interval.high, command, { percent: true, digits: 0 }),
  exact: recorded(exact.of, command),
  nearest: recorded(nearest.of, command),
  rightExact: recorded(exact.right, command),
  rightNearest: recorded(nearest.right, command),
  half50000: mathematics(((wide.high - wide.low) / 2) * 100, 'Wilson, n = 50 000, p = 0.76', { digits: 2 }),
  unpaired: mathematics(picturesToTell(0.76, 0.78), '(1.960 + 0.842)² (0.76 · 0.24 + 0.78 · 0.22) / 0.02²'),
  paired: mathematics(picturesToTell(0.76, 0.78, 0.1), '(1.960 + 0.842)² (0.1 − 0.02²) / 0.02²'),
  discordant: recorded(one.filter((right, i) => right !== ten[i]).length, `${command} --ten-crops`),
};
