import { AtlasError } from '../../src/lib/model/errors.ts';
import type { ScalarNetwork } from '../../src/lib/model/protocol/shattered.ts';
import { measureCurve } from '../../src/lib/model/training/shattered.ts';
import { shatteredRows, type ShatteredRow } from '../../src/lib/model/training/shatteredRows.ts';
import { readArguments } from './arguments.ts';
import { readChoice, readNumber, readWhole, withoutNonFinite } from './numbers.ts';
import { table } from './table.ts';

export const usage =
  'shatter [--seed 0] [--seeds 1] [--width 200] [--layers 24 [--net plain|residual] [--norm batch|none] [--no-bias] [--beta 1]] [--json]';

const lags = [1, 2, 5, 10, 20];

/** Autocorrelation of dy/dx, the mean over the seeds: of one network with `--layers`, else of a table of them. */
export async function run(args: string[]) {
  const { values, positionals } = readArguments('shatter', args, {
    seed: { type: 'string', default: '0' },
    seeds: { type: 'string', default: '1' },
    width: { type: 'string', default: '200' },
    layers: { type: 'string' },
    net: { type: 'string', default: 'plain' },
    norm: { type: 'string', default: 'batch' },
    'no-bias': { type: 'boolean', default: false },
    beta: { type: 'string', default: '1' },
  });
  if (positionals.length > 0)
    throw new AtlasError('unknownOption', { option: positionals[0], command: 'shatter' });
  const seed = readWhole('--seed', values.seed, { least: 0, most: 2 ** 32 - 1 });
  const seeds = readWhole('--seeds', values.seeds, { least: 1, most: 100 });
  const width = readWhole('--width', values.width, { least: 1, most: 1000 });
  const own: ScalarNetwork = {
    net: readChoice('--net', values.net, ['plain', 'residual']),
    layers: readWhole('--layers', values.layers ?? '1', { least: 1, most: 1000 }),
    norm: readChoice('--norm', values.norm, ['batch', 'none']),
    bias: !values['no-bias'],
    beta: readNumber('--beta', values.beta, { least: 0, most: 100 }),
    width,
    seed,
  };
  const rows = values.layers === undefined ? shatteredRows(width) : [ownRow(own)];
  const configurations: Awaited<ReturnType<typeof measure>>[] = [];
  for (const row of rows) configurations.push(await measure(row, seed, seeds));
  const text = () =>
    table(
      ['autocorrelation of dy/dx at lag', ...lags.map(String), 'sign changes'],
      configurations.map(({ name, autocorrelation, signChanges }) => [
        name,
        ...lags.map((lag) => autocorrelation[lag].toFixed(2)),
        signChanges.toFixed(1),
      ]),
    );
  return { result: withoutNonFinite({ seed, seeds, width, configurations }), text };
}

function ownRow(network: ScalarNetwork): ShatteredRow {
  const { net, norm, bias, beta, layers } = network;
  const parts = [
    net,
    norm === 'batch' ? 'batch norm' : 'no norm',
    ...(bias ? [] : ['no biases']),
    ...(net === 'residual' ? [`beta ${beta}`] : []),
    `${layers} layers`,
  ];
  return { name: parts.join(', '), source: (seed) => ({ kind: 'network', network: { ...network, seed } }) };
}

async function measure({ name, source }: ShatteredRow, first: number, seeds: number) {
  const autocorrelation: Record<number, number> = Object.fromEntries(lags.map((lag) => [lag, 0]));
  let signChanges = 0;
  for (let seed = first; seed < first + seeds; seed++) {
    const report = await measureCurve(source(seed));
    for (const lag of lags) autocorrelation[lag] += report.autocorrelation[lag] / seeds;
    signChanges += report.signChanges / seeds;
  }
  return { name, autocorrelation, signChanges };
}
