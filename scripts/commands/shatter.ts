import { AtlasError } from '../../src/lib/model/errors.ts';
import { measureCurve } from '../../src/lib/model/training/shattered.ts';
import { shatteredRows, type ShatteredRow } from '../../src/lib/model/training/shatteredRows.ts';
import { readArguments } from './arguments.ts';
import { readWhole, withoutNonFinite } from './numbers.ts';
import { table } from './table.ts';

export const usage = 'shatter [--seed 0] [--seeds 1] [--json]';

const lags = [1, 2, 5, 10, 20];

/** Autocorrelation of dy/dx, the mean over the seeds. */
export async function run(args: string[]) {
  const { values, positionals } = readArguments('shatter', args, {
    seed: { type: 'string', default: '0' },
    seeds: { type: 'string', default: '1' },
  });
  if (positionals.length > 0)
    throw new AtlasError('unknownOption', { option: positionals[0], command: 'shatter' });
  const seed = readWhole('--seed', values.seed, { least: 0, most: 2 ** 32 - 1 });
  const seeds = readWhole('--seeds', values.seeds, { least: 1, most: 100 });
  const configurations: Awaited<ReturnType<typeof measure>>[] = [];
  for (const row of shatteredRows) configurations.push(await measure(row, seed, seeds));
  const text = () =>
    table(
      ['autocorrelation of dy/dx at lag', ...lags.map(String), 'sign changes'],
      configurations.map(({ name, autocorrelation, signChanges }) => [
        name,
        ...lags.map((lag) => autocorrelation[lag].toFixed(2)),
        signChanges.toFixed(1),
      ]),
    );
  return { result: withoutNonFinite({ seed, seeds, configurations }), text };
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
