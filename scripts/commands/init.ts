import { activationOrders } from '../../src/lib/model/architecture/activationOrder.ts';
import { startBackend } from '../../src/lib/model/engine/backends.ts';
import { AtlasError } from '../../src/lib/model/errors.ts';
import type {
  InitialisationOptions,
  InitialisationReport,
} from '../../src/lib/model/protocol/initialisation.ts';
import { initialisations } from '../../src/lib/model/training/initialWeights.ts';
import { measureInitialisation } from '../../src/lib/model/training/initialisation.ts';
import { readArguments } from './arguments.ts';
import {
  readChoice,
  readDepth,
  readNumber,
  readWhole,
  withoutNonFinite,
  zeroGammaNeedsNorm,
} from './numbers.ts';
import { table } from './table.ts';

export const usage =
  'init [--model cifar|resnet50] [--depth 56] [--net plain|residual] [--norm batch|none] [--init he|glorot|pytorch] [--zero-gamma] [--alpha 1] [--lambda 1] [--order original|…] [--width 16] [--batch 64] [--seed 0] [--seeds 1] [--json]';

export async function run(args: string[]) {
  const options = readOptions(args);
  const { backend } = await startBackend('wasm');
  const report = await measureInitialisation(options);
  const { family, ...configuration } = options;
  const result = withoutNonFinite({ model: family, ...configuration, backend, ...report });
  return { result, text: () => describe(report) };
}

function readOptions(args: string[]): InitialisationOptions {
  const { values, positionals } = readArguments('init', args, {
    model: { type: 'string', default: 'cifar' },
    depth: { type: 'string' },
    net: { type: 'string', default: 'residual' },
    norm: { type: 'string', default: 'batch' },
    init: { type: 'string', default: 'he' },
    'zero-gamma': { type: 'boolean', default: false },
    alpha: { type: 'string', default: '1' },
    lambda: { type: 'string', default: '1' },
    order: { type: 'string', default: 'original' },
    width: { type: 'string', default: '16' },
    batch: { type: 'string' },
    seed: { type: 'string', default: '0' },
    seeds: { type: 'string', default: '1' },
  });
  if (positionals.length > 0)
    throw new AtlasError('unknownOption', { option: positionals[0], command: 'init' });
  const family = readChoice('--model', values.model, ['cifar', 'resnet50']);
  const isCifar = family === 'cifar';
  const order = readChoice('--order', values.order, isCifar ? activationOrders : ['original']);
  const norm = readChoice('--norm', values.norm, ['batch', 'none']);
  const zeroGamma = values['zero-gamma'];
  if (zeroGamma && norm === 'none') throw zeroGammaNeedsNorm();
  return {
    family,
    depth: isCifar
      ? readDepth('--depth', values.depth ?? '56')
      : readWhole('--depth', values.depth ?? '50', only(50)),
    net: readChoice('--net', values.net, ['plain', 'residual']),
    norm,
    init: readChoice('--init', values.init, initialisations),
    zeroGamma,
    alpha: readNumber('--alpha', values.alpha, { least: -100, most: 100 }),
    lambda: readNumber('--lambda', values.lambda, { least: -100, most: 100 }),
    order,
    width: readWhole('--width', values.width, isCifar ? { least: 1, most: 256 } : only(16)),
    batch: readWhole('--batch', values.batch ?? (isCifar ? '64' : '16'), { least: 1, most: 1024 }),
    seed: readWhole('--seed', values.seed, { least: 0, most: 2 ** 32 - 1 }),
    seeds: readWhole('--seeds', values.seeds, { least: 1, most: 100 }),
  };
}

const only = (value: number) => ({ least: value, most: value });

const digits = (value: number) => (Number.isFinite(value) ? value.toExponential(2) : String(value));

function describe({ layers, growthPerConvolution, loss }: InitialisationReport): string {
  return [
    table(
      ['convolution', '‖∂L/∂W‖', '‖∂L/∂x‖', 'std of x'],
      layers.map(({ id, weightGradient, activationGradient, activationStd }) => [
        id,
        digits(weightGradient),
        digits(activationGradient),
        digits(activationStd),
      ]),
    ),
    '',
    `growth of ‖∂L/∂x‖ per convolution, backwards: ${growthPerConvolution.toPrecision(4)}; loss ${loss.toPrecision(4)}`,
  ].join('\n');
}
