import { computed, mathematics, recorded, type Values } from '../../src/lib/lesson/values/value.ts';
import { buildModel } from '../../src/lib/model/architecture/families.ts';
import { facts } from '../../src/lib/model/architecture/facts.ts';
import { wilson } from '../../src/lib/model/binomial.ts';
import { groups } from '../experiments/transfer/groups.ts';
import lesson from '../recorded/transfer.json' with { type: 'json' };

const { pictures, majority, right, colours, probabilities, explained } = lesson.result;
const { command } = lesson;
const interval = wilson(right.raw, pictures);

const { nodes, totals } = facts(buildModel('resnet50'));
const features = nodes.find(({ id }) => id === 'avg_pool')!.shape[0];
const conv5 = nodes.reduce((sum, { stage, params }) => sum + (stage === 'conv5' ? params : 0), 0);
const classes = groups.length;
const count = (value: number) => recorded(value, command);

export const values: Values = {
  /** Indices 7 to 24, 80 to 100, 127 to 146. */
  birds: computed(18 + 21 + 20, {
    en: 'classes 7 to 24, 80 to 100 and 127 to 146 of labels.json',
    zh: 'labels.json 中第 7 至 24、80 至 100、127 至 146 类',
  }),
  features: computed(features, 'npm run -s atlas -- facts, avg_pool'),
  pictures: count(pictures),
  majority: count(majority),
  right: count(right.raw),
  unit: count(right.unit),
  standardised: count(right.standardised),
  colours: count(colours),
  probabilities: count(probabilities),
  low: recorded(interval.low, command, { percent: true, digits: 0 }),
  high: recorded(interval.high, command, { percent: true, digits: 0 }),
  explained2: recorded(explained[0] + explained[1], command, { percent: true, digits: 0 }),
  rank: mathematics(pictures - 1, 'n − 1'),
  probe: mathematics(features * classes + classes, '2048 · 5 + 5'),
  bytes200: mathematics(200 * features * 4, '200 · 2048 · 4', { bytes: true }),
  conv5: computed(conv5 / totals.params, 'npm run -s atlas -- facts, conv5', { percent: true, digits: 0 }),
};
