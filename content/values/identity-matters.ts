import {
  computed,
  mathematics,
  published,
  recorded,
  type NumberStyle,
  type Values,
} from '../../src/lib/lesson/values/value.ts';
import type { ActivationOrder } from '../../src/lib/model/architecture/activationOrder.ts';
import {
  blocksOfDepth,
  identityArguments,
  identityId,
} from '../../src/lib/state/gradients/identityNetworks.ts';
import { identityRecording } from '../../src/lib/state/gradients/identityRecording.ts';

/** ‖∂L/∂x‖ before the first block, divided by that after the last. */
function ratio(depth: number, order: ActivationOrder, lambda = 1) {
  const network = { depth, order, lambda };
  const { ratio: value, seeds } = identityRecording.networks[identityId(network)]!;
  const options = identityArguments(network, { seed: identityRecording.seed, seeds });
  return recorded(value, ['npm run -s atlas -- init', ...options, '--json'].join(' '), { significant: 2 });
}

const percent: NumberStyle = { unit: '%', digits: 2 };
const imageNet = (value: number, which: string) =>
  published(value, 'he2015', `Table 3, ImageNet validation, ten-crop, ${which} error`, percent);
const damaged = (value: number) =>
  published(value, 'he2016', 'Table 1, ResNet-110, CIFAR-10, test error, median of 5 runs', percent);
const orders = (value: number, layers: number) =>
  published(value, 'he2016', `Table 2, ResNet-${layers}, CIFAR-10 test error`, percent);
const clipped = (share: number, block: string) =>
  recorded(
    share,
    `npm run -s atlas -- predict static/samples/kitten.jpg --stats --json (residual, ${block}, clipped)`,
    {
      percent: true,
      digits: 0,
    },
  );

const gate = 1 / (1 + Math.exp(-6));

export const values: Values = {
  blocks: computed(blocksOfDepth(56), '(56 − 2) / 2'),
  pictures: recorded(64, 'npm run -s atlas -- init … --batch 64'),
  half27: mathematics(0.5 ** 27, '0.5²⁷', { scientific: true }),
  half54: mathematics(0.5 ** 54, '0.5⁵⁴', { scientific: true }),
  gate: mathematics(gate, '1 − σ(−6) = σ(6)', { digits: 4 }),
  gates: mathematics(gate ** 54, 'σ(6)⁵⁴', { digits: 2 }),

  original20: ratio(20, 'original'),
  original56: ratio(56, 'original'),
  original110: ratio(110, 'original'),
  half56: ratio(56, 'original', 0.5),
  normAfterAdd20: ratio(20, 'normAfterAdd'),
  normAfterAdd56: ratio(56, 'normAfterAdd'),
  normAfterAdd110: ratio(110, 'normAfterAdd'),
  reluBeforeAdd56: ratio(56, 'reluBeforeAdd'),
  reluOnly56: ratio(56, 'reluOnlyPreActivation'),
  preActivation56: ratio(56, 'preActivation'),

  leastClipped: clipped(0.298, '2c'),
  mostClipped: clipped(0.839, '5c'),

  plain34: imageNet(28.54, 'top-1'),
  optionA: imageNet(25.03, 'top-1'),
  optionB: imageNet(24.52, 'top-1'),
  optionC: imageNet(24.19, 'top-1'),
  plain34Top5: imageNet(10.02, 'top-5'),
  optionATop5: imageNet(7.76, 'top-5'),
  optionBTop5: imageNet(7.46, 'top-5'),
  optionCTop5: imageNet(7.4, 'top-5'),
  fromPlainToA: computed(28.54 - 25.03, '28.54 − 25.03', { digits: 2 }),
  fromAToC: computed(25.03 - 24.19, '25.03 − 24.19', { digits: 2 }),

  identity: damaged(6.61),
  halves: damaged(12.35),
  gated6: damaged(8.7),
  gated7: damaged(9.81),
  shortcutGate0: damaged(12.86),
  shortcutGate6: damaged(6.91),
  convolution: damaged(12.22),

  orderOriginal110: orders(6.61, 110),
  orderOriginal164: orders(5.93, 164),
  orderNormAfterAdd110: orders(8.17, 110),
  orderNormAfterAdd164: orders(6.5, 164),
  orderReluBeforeAdd110: orders(7.84, 110),
  orderReluBeforeAdd164: orders(6.14, 164),
  orderReluOnly110: orders(6.71, 110),
  orderReluOnly164: orders(5.91, 164),
  orderPreActivation110: orders(6.37, 110),
  orderPreActivation164: orders(5.46, 164),
};
