/** Side-by-side timing: single runs differ by half on a busy machine, ratios of interleaved runs do not. */

export interface Timing {
  readonly runs: number;
  /** Milliseconds. */
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
}

export interface Comparison {
  /** Lower quartile of the first over lower quartile of the second. */
  readonly ratio: number;
  /** Quartiles of the ratios of neighbouring runs: the spread. */
  readonly ratioQuartiles: readonly [number, number];
  readonly first: Timing;
  readonly second: Timing;
}

export interface Schedule {
  readonly pairs?: number;
  readonly warmUps?: number;
  readonly onPair?: (pair: number, pairs: number) => void;
}

const run = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** @param sorted ascending, not empty. Linear between neighbours. */
export function quantile(sorted: readonly number[], fraction: number): number {
  const position = (sorted.length - 1) * fraction;
  const [below, above] = [Math.floor(position), Math.ceil(position)];
  return sorted[below] + (sorted[above] - sorted[below]) * (position - below);
}

const ascending = (values: readonly number[]) => [...values].sort((a, b) => a - b);

function timing(milliseconds: readonly number[]): Timing {
  const sorted = ascending(milliseconds);
  const [lowerQuartile, median, upperQuartile] = [0.25, 0.5, 0.75].map((fraction) =>
    quantile(sorted, fraction),
  );
  return { runs: sorted.length, lowerQuartile, median, upperQuartile };
}

/** Runs both in turn; which goes first alternates. */
export async function compare(
  first: () => Promise<unknown>,
  second: () => Promise<unknown>,
  { pairs = 15, warmUps = 3, onPair }: Schedule = {},
): Promise<Comparison> {
  for (let i = 0; i < warmUps; i++) {
    await first();
    await second();
  }
  const firsts: number[] = [];
  const seconds: number[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    const order: [() => Promise<unknown>, number[]][] = [
      [first, firsts],
      [second, seconds],
    ];
    if (pair % 2 === 1) order.reverse();
    for (const [work, times] of order) times.push(await run(work));
    onPair?.(pair + 1, pairs);
  }
  const ratios = ascending(firsts.map((time, i) => time / seconds[i]));
  const [a, b] = [timing(firsts), timing(seconds)];
  return {
    ratio: a.lowerQuartile / b.lowerQuartile,
    ratioQuartiles: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
    first: a,
    second: b,
  };
}
