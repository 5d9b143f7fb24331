import { startBackend } from '../../src/lib/model/engine/backends.ts';
import { AtlasError } from '../../src/lib/model/errors.ts';
import { firstSteps } from '../../src/lib/model/training/firstSteps.ts';
import { initialisations } from '../../src/lib/model/training/initialWeights.ts';
import { readArguments } from './arguments.ts';
import { readChoice, readDepth, readNumber, readWhole, withoutNonFinite } from './numbers.ts';
import { table } from './table.ts';

export const usage =
  'first-steps [--depth 56] [--net plain|residual] [--norm batch|none] [--init he|glorot|pytorch] [--rate 0.05] [--steps 20] [--seed 0] [--json]';

/** First and last convolution over the first steps on gratings, 8 filters wide, in batches of 32. */
export async function run(args: string[]) {
  const { values, positionals } = readArguments('first-steps', args, {
    depth: { type: 'string', default: '56' },
    net: { type: 'string', default: 'plain' },
    norm: { type: 'string', default: 'batch' },
    init: { type: 'string', default: 'he' },
    rate: { type: 'string', default: '0.05' },
    steps: { type: 'string', default: '20' },
    seed: { type: 'string', default: '0' },
  });
  if (positionals.length > 0)
    throw new AtlasError('unknownOption', { option: positionals[0], command: 'first-steps' });
  const options = {
    depth: readDepth('--depth', values.depth),
    net: readChoice('--net', values.net, ['plain', 'residual']),
    norm: readChoice('--norm', values.norm, ['batch', 'none']),
    init: readChoice('--init', values.init, initialisations),
    rate: readNumber('--rate', values.rate, { least: 0, most: 1000 }),
    steps: readWhole('--steps', values.steps, { least: 0, most: 10_000 }),
    seed: readWhole('--seed', values.seed, { least: 0, most: 2 ** 32 - 1 }),
  };
  const { backend } = await startBackend('wasm');
  const steps = await firstSteps(options);
  const text = () =>
    table(
      ['step', 'loss', 'accuracy', '‖∂L/∂W‖ first', 'last', '‖W‖ first', 'last'],
      steps.map((of) => [
        of.step,
        ...[of.loss, of.accuracy, of.firstGradient, of.lastGradient, of.firstWeight, of.lastWeight].map(
          (value) => String(Number(value.toPrecision(4))),
        ),
      ]),
    );
  return { result: withoutNonFinite({ ...options, backend, steps }), text };
}
