/** The networks of the command `atlas shatter`: figure 1 of Balduzzi et al. 2017, and what lies between. */
import type { CurveSource, ScalarNetwork } from '../protocol/shattered.ts';

export interface ShatteredRow {
  readonly name: string;
  readonly source: (seed: number) => CurveSource;
}

/** @param width units in each layer; 200 in the paper */
export function shatteredRows(width: number): readonly ShatteredRow[] {
  const row = (name: string, own: Partial<ScalarNetwork> & Pick<ScalarNetwork, 'layers'>): ShatteredRow => ({
    name,
    source: (seed) => ({
      kind: 'network',
      network: { net: 'plain', width, norm: 'batch', bias: true, beta: 1, ...own, seed },
    }),
  });
  return [
    ...[1, 10, 24, 50].map((layers) => row(`plain, no norm, ${layers} layers`, { layers, norm: 'none' })),
    ...[2, 4, 10, 24, 50].map((layers) => row(`plain, batch norm, ${layers} layers`, { layers })),
    ...[0.1, 1].flatMap((beta) =>
      [10, 24, 50].map((layers) =>
        row(`residual, batch norm, beta ${beta}, ${layers} layers`, { net: 'residual', layers, beta }),
      ),
    ),
    { name: 'white noise', source: (seed) => ({ kind: 'whiteNoise', seed }) },
    { name: 'brown noise', source: (seed) => ({ kind: 'brownNoise', seed }) },
  ];
}
