/** Numbers of lesson 3 that the shared ones of ResNet-50 do not have. */
import { buildModel } from '../../src/lib/model/architecture/families.ts';
import { facts } from '../../src/lib/model/architecture/facts.ts';
import { computed, type Values } from '../../src/lib/lesson/values/value.ts';
import { accountOf, type KindId } from '../experiments/inside-resnet50/account.ts';

const command = (model: string) => `npm run -s atlas -- facts --model ${model} --json`;
const of = (model: string) => ({ account: accountOf(buildModel(model)), facts: facts(buildModel(model)) });

const v1 = of('resnet50');
const later = of('resnet50-v1.5');
const bare = of('resnet50-nobias');
const kind = (id: KindId) => v1.account.kinds.find((one) => one.id === id)!;
const share = (part: number) =>
  computed(part / v1.account.macs, command('resnet50'), { percent: true, digits: 1 });
const projections = v1.facts.nodes.filter(({ id }) => /^res\d\w_branch1$/.test(id));
const projectionMacs = projections.reduce((sum, { macs }) => sum + macs, 0);
const ofStage = (section: string) => v1.account.sections.find(({ id }) => id === section)!;

const stages = ['stem', 'conv2', 'conv3', 'conv4', 'conv5'].flatMap((id) => {
  const { params, macs } = ofStage(id);
  const laterField = later.account.sections.find((section) => section.id === id)!.field!;
  return [
    [`params.${id}`, computed(params, command('resnet50'))],
    [`megaMacs.${id}`, computed(macs / 1e6, command('resnet50'), { digits: 1 })],
    [`laterField.${id}`, computed(laterField, command('resnet50-v1.5'))],
  ] as const;
});

export const values: Values = {
  ...Object.fromEntries(stages),
  laterMacs: computed(later.account.macs, command('resnet50-v1.5')),
  flops: computed(2 * v1.account.macs, { en: 'two for each multiply-add', zh: '每次乘加算两次' }),
  laterFlops: computed(2 * later.account.macs, { en: 'two for each multiply-add', zh: '每次乘加算两次' }),
  body: computed(bare.account.trainable - bare.account.sections.at(-1)!.params, command('resnet50-nobias')),
  laterMore: computed(
    later.account.macs / v1.account.macs - 1,
    { en: 'v1.5 against v1', zh: 'v1.5 与 v1 相比' },
    { percent: true, digits: 1 },
  ),
  difference: computed(v1.account.parameters - bare.account.trainable, {
    en: 'resnet50 with biases and moving statistics, less resnet50-nobias without',
    zh: '带偏置并计入滑动统计量的 resnet50，减去两者都不计的 resnet50-nobias',
  }),
  share1: share(kind('conv1').macs + kind('projection').macs),
  share3: share(kind('conv3').macs),
  share7: share(kind('conv7').macs),
  count1: computed(kind('conv1').count + kind('projection').count, command('resnet50')),
  count3: computed(kind('conv3').count, command('resnet50')),
  projectionShare: share(projectionMacs),
  densePart: computed(v1.account.sections.at(-1)!.params / v1.account.parameters, command('resnet50'), {
    percent: true,
    digits: 1,
  }),
};
