import {
  computed,
  mathematics,
  published,
  recorded,
  type NumberStyle,
  type Value,
  type Values,
} from '../../src/lib/lesson/values/value.ts';
import { theoreticalGrowth } from '../../src/lib/state/gradients/expectedGrowth.ts';
import {
  commandLine,
  initArguments,
  stepArguments,
} from '../../src/lib/state/gradients/initialisationCommands.ts';
import { recordedNetworks, recording } from '../../src/lib/state/gradients/initialisationRecording.ts';
import { gradientRatio } from '../../src/lib/state/gradients/initialisationFigures.ts';
import { parseConfiguration } from '../../src/lib/state/gradients/networkConfiguration.ts';
import lesson from '../recorded/normalisation.json' with { type: 'json' };
import { networkIds } from '../experiments/normalisation/networks.ts';

const commandOf = (id: string) => commandLine('init', initArguments(parseConfiguration(id)!, 0, 3));

/** Two digits: seeds change the second. */
const rough = (value: number): NumberStyle =>
  value >= 0.01 && value < 1e5 ? { significant: 2 } : { scientific: true };

/** growth.plain-56, ratio.plain-56, deviation.plain-56, loss.plain-56 and so on. */
const ofNetworks: Values = Object.fromEntries(
  networkIds.flatMap((id): [string, Value][] => {
    const { growth, ratio, deviation, loss } = lesson.result.networks[id];
    const command = commandOf(id);
    return [
      [`growth.${id}`, recorded(growth, command, { digits: 2 })],
      [`ratio.${id}`, recorded(ratio, command, rough(ratio))],
      [`deviation.${id}`, recorded(deviation, command, rough(deviation))],
      [`loss.${id}`, recorded(loss, command, rough(loss))],
    ];
  }),
);
const others: Values = Object.fromEntries(
  ['plain-110', 'residual-110', 'residual-56-none-alpharoot'].map((id) => [
    `ratio.${id}`,
    recorded(
      gradientRatio(recordedNetworks[id]!),
      commandOf(id),
      rough(gradientRatio(recordedNetworks[id]!)),
    ),
  ]),
);

const pytorch = recordedNetworks['plain-56-none-pytorch']!;
const exploding = recordedNetworks['residual-56-none']!;
const { activationStd: std } = exploding;

const { curves, settings } = recording.firstSteps;
const stepsCommand = (net: 'plain' | 'residual') => commandLine('first-steps', stepArguments(net, settings));
const step = (net: 'plain' | 'residual', at: number, figure: 'firstGradient' | 'firstWeight' | 'loss') =>
  recorded(curves[net][at][figure], stepsCommand(net));

const fixup = (value: number, which: { readonly en: string; readonly zh: string }) =>
  published(
    value,
    'zhang2019fixup',
    {
      en: `ResNet-50, ${which.en}, ImageNet validation, top-1 error`,
      zh: `ResNet-50，${which.zh}，ImageNet 验证集，top-1 错误率`,
    },
    { unit: '%', digits: 1 },
  );

export const values: Values = {
  ...ofNetworks,
  ...others,
  'growth.pytorch': recorded(pytorch.growthPerConvolution, commandOf('plain-56-none-pytorch'), { digits: 2 }),
  variancePerBlock: computed(
    (std.at(-1)! / std[0]) ** (2 / 27),
    { en: '27th root of the ratio of the recorded variances', zh: '录制的方差之比开 27 次方' },
    { digits: 2 },
  ),

  glorot: mathematics(theoreticalGrowth.glorot, '√½', { digits: 2 }),
  glorot54: mathematics(theoreticalGrowth.glorot ** 54, '(√½)⁵⁴', { scientific: true }),
  pytorch: mathematics(theoreticalGrowth.pytorch, '√⅙', { digits: 2 }),
  pytorch54: mathematics(theoreticalGrowth.pytorch ** 54, '(√⅙)⁵⁴', { scientific: true }),
  batchNorm: mathematics(theoreticalGrowth.batchNorm, '√(π/(π−1))', { digits: 3 }),
  batchNorm54: mathematics(theoreticalGrowth.batchNorm ** 54, '(π/(π−1))²⁷', { scientific: true }),
  reluVariance: mathematics((Math.PI - 1) / (2 * Math.PI), '(π−1)/(2π)', { digits: 2 }),
  doubled27: mathematics(2 ** 27, '2²⁷', { scientific: true }),
  chance: mathematics(Math.log(10), 'ln 10', { digits: 3 }),

  gradient0: step('plain', 0, 'firstGradient'),
  gradient1: step('plain', 1, 'firstGradient'),
  gradient5: step('plain', 5, 'firstGradient'),
  weight0: step('plain', 0, 'firstWeight'),
  weight1: step('plain', 1, 'firstWeight'),
  weight5: step('plain', 5, 'firstWeight'),
  weight20: step('plain', 20, 'firstWeight'),
  residualWeight20: step('residual', 20, 'firstWeight'),
  plainLoss40: step('plain', 40, 'loss'),
  residualLoss40: step('residual', 40, 'loss'),

  fixup: fixup(27.6, { en: 'no norm', zh: '无归一化' }),
  fixupMixup: fixup(24, { en: 'no norm, mixup', zh: '无归一化，mixup' }),
  fixupBatchNorm: fixup(23.6, { en: 'batch norm', zh: '批归一化' }),
};
