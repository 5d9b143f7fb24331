import {
  computed,
  mathematics,
  published,
  type NumberStyle,
  type Values,
} from '../../src/lib/lesson/values/value.ts';
import { compute, reference, type GalleryName } from '../experiments/what-came-after/networks.ts';

const costs = compute();
const from = { en: 'sum over the graph', zh: '对计算图求和' };
const parameters = (name: GalleryName) => computed(costs[name].parameters, from);
const mega = (name: GalleryName) =>
  computed(costs[name].parameters / 1e6, from, { digits: 1, unit: { en: 'million', zh: '百万' } });
const giga = (name: GalleryName) =>
  computed(costs[name].macs / 1e9, from, { digits: 2, unit: { en: 'billion', zh: '十亿' } });

const percent: NumberStyle = { unit: '%', digits: 1 };
const oneCrop = 'ImageNet validation, one-crop, top-1 error';
const accuracy = 'ImageNet validation, top-1 accuracy';

export const values: Values = {
  resnet50: parameters(reference),
  resnet50Giga: giga(reference),
  wideMega: mega('wide-resnet50-2'),
  wideGiga: giga('wide-resnet50-2'),
  resnext: parameters('resnext50-32x4d'),
  seMore: computed(costs['se-resnet50'].parameters - costs[reference].parameters, {
    en: 'difference of two graphs',
    zh: '两个计算图之差',
  }),
  seShare: computed(
    (costs['se-resnet50'].parameters - costs[reference].parameters) / costs[reference].parameters,
    { en: 'difference of two graphs, as a share', zh: '两个计算图之差所占的比例' },
    { percent: true, digits: 0 },
  ),
  densenetMega: mega('densenet121'),
  densenetGiga: giga('densenet121'),
  mobileMega: mega('mobilenet-v2'),
  mobileGiga: giga('mobilenet-v2'),
  mobileTimes: computed(costs[reference].macs / costs['mobilenet-v2'].macs, from, { digits: 0 }),
  dMore: computed(costs['resnet50-d'].parameters - costs[reference].parameters, from),
  vitMega: mega('vit-b16'),
  vitGiga: giga('vit-b16'),
  vitJoins: computed(costs['vit-b16'].joins, from),
  convnextMega: mega('convnext-tiny'),
  convnextGiga: giga('convnext-tiny'),

  grouped: mathematics((9 * 128 * 128) / 32, '3² · 128² / 32'),
  dense: mathematics(9 * 64 * 64, '3² · 64²'),
  separable: mathematics(1 / 9 + 1 / 256, '1/3² + 1/256', { percent: true, digits: 1 }),

  resnet50Error: published(23.9, 'xie2017', `Table 3, ${oneCrop}`, percent),
  resnextError: published(22.2, 'xie2017', `Table 3, ${oneCrop}`, percent),
  wideError: published(21.9, 'zagoruyko2016', oneCrop, percent),
  densenetError: published(25.0, 'huang2017densenet', `Table 3, ${oneCrop}`, percent),
  tricksBefore: published(75.3, 'he2018tricks', `abstract, ${accuracy}`, percent),
  tricksAfter: published(79.29, 'he2018tricks', `abstract, ${accuracy}`, { unit: '%', digits: 2 }),
  fixup: published(27.6, 'zhang2019fixup', 'ImageNet validation, top-1 error, ResNet-50', percent),
  fixupNorm: published(23.6, 'zhang2019fixup', 'ImageNet validation, top-1 error, ResNet-50', percent),
  nfnet: published(86.5, 'brock2021', `abstract, ${accuracy}`, percent),
  rsBefore: published(79.0, 'bello2021', `abstract, ${accuracy}`, percent),
  rsTraining: published(82.2, 'bello2021', `abstract, ${accuracy}`, percent),
  rsBoth: published(83.4, 'bello2021', `abstract, ${accuracy}`, percent),
  strikesBack: published(80.4, 'wightman2021', `abstract, ${accuracy}`, percent),
  convnext: published(82.1, 'liu2022convnext', `Table 1, ${accuracy}`, percent),
  depth1202: published(4.91, 'huang2016', 'abstract, CIFAR-10 test error', { unit: '%', digits: 2 }),
};
