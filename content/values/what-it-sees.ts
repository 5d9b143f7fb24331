import { costs } from '../../src/lib/model/architecture/costs.ts';
import { buildModel } from '../../src/lib/model/architecture/families.ts';
import { inputBox, receptiveFields } from '../../src/lib/model/architecture/receptiveField.ts';
import seen from '../../src/lib/state/recordings/seen.json' with { type: 'json' };
import { effectiveShare } from '../../src/lib/viz/measuredField.ts';
import { cellsApart, correlation } from '../../src/lib/viz/mapMeasures.ts';
import { summarise } from '../../src/lib/viz/overlay.ts';
import { computed, mathematics, recorded, type Values } from '../../src/lib/lesson/values/value.ts';

const graph = buildModel('resnet50');
const fields = receptiveFields(graph);
const last = fields.get('res5c')!;
const corner = inputBox(last, 0, 0);
const later = receptiveFields(buildModel('resnet50-v1.5')).get('res5c')!;
const fact = 'npm run -s atlas -- facts --model resnet50';

const pairs = seen.images.map(({ maps: [first, second] }) => {
  const peak = ({ map }: typeof first) => summarise({ height: 7, width: 7, values: map }, last, 224)!.peak;
  return {
    apart: cellsApart(peak(first), peak(second)),
    correlation: correlation(first.map, second.map),
  };
});
const median = (numbers: readonly number[]) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
};
const effective = (level: number) => median(seen.images.map((image) => image.effective[level]!));

export const values: Values = {
  weights: computed(7 * 7 * 3, '7 · 7 · 3'),
  filters: computed(costs(graph).nodes.get('conv1')!.params - 64, fact),
  cells: mathematics(7 * 7, '7 · 7'),
  firstReach: computed(corner.left + corner.width - 1, {
    en: 'receptive field of res5c',
    zh: 'res5c 的感受野',
  }),
  lastReach: computed(corner.left + last.jump * 6, { en: 'receptive field of res5c', zh: 'res5c 的感受野' }),
  rest: computed(224 - 1 - last.jump * 6, '224 − 1 − 32 · 6'),
  later: computed(later.size, 'npm run -s atlas -- facts --model resnet50-v1.5'),
  offset: mathematics((last.jump - 1) / 2, '(32 − 1) / 2', { digits: 1 }),
  effectiveShare: computed(
    effectiveShare,
    { en: 'share that is called effective here', zh: '这里称为有效的比例' },
    { percent: true, digits: 0 },
  ),
  effective2: recorded(effective(0), seen.command, { digits: 0 }),
  effective3: recorded(effective(1), seen.command, { digits: 0 }),
  effective4: recorded(effective(2), seen.command, { digits: 0 }),
  effective5: recorded(effective(3), seen.command, { digits: 0 }),
  same: recorded(pairs.filter(({ apart }) => apart === 0).length, seen.command),
  beside: recorded(pairs.filter(({ apart }) => apart === 1).length, seen.command),
  far: recorded(pairs.filter(({ apart }) => apart > 1).length, seen.command),
  correlation: recorded(median(pairs.map((pair) => pair.correlation)), seen.command, { digits: 2 }),
};
