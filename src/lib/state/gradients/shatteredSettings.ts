/** The curves of the page on shattered gradients: what is in its URL, and which curves belong to it. */
import type { CurveSource, ScalarNetwork } from '../../model/protocol/shattered.ts';
import { hundredths, oneOf, wholeNumber, type StateOf } from '../parameters.ts';

export const curveNets = ['plain', 'residual'] as const;
export const curveNorms = ['batch', 'none'] as const;
export const curveBiases = ['with', 'without'] as const;
export const mostLayers = 50;
export const widths = { least: 10, most: 200 } as const;

export const shatteredTable = {
  /** The reader's own network. */
  net: oneOf(curveNets, 'plain'),
  layers: wholeNumber(1, mostLayers, 10),
  norm: oneOf(curveNorms, 'batch'),
  bias: oneOf(curveBiases, 'with'),
  /** Factor on its residual branches. */
  beta: hundredths(0, 1, 0.1),
  /** Units in each layer, and the seed, of all networks. */
  width: wholeNumber(widths.least, widths.most, 200),
  seed: wholeNumber(0, 999_999, 0),
} as const;

export type ShatteredSettings = StateOf<typeof shatteredTable>;

export const curveIds = ['own', 'oneLayer', 'plain24', 'residual50', 'brownNoise', 'whiteNoise'] as const;
export type CurveId = (typeof curveIds)[number];

/** What each curve is of: the reader's network, the three of the paper's figure 1, and the two noises. */
export function sourcesOf(settings: ShatteredSettings): Readonly<Record<CurveId, CurveSource>> {
  const { net, layers, norm, bias, beta, width, seed } = settings;
  const network = (
    own: Omit<ScalarNetwork, 'width' | 'seed' | 'bias'> & { bias?: boolean },
  ): CurveSource => ({
    kind: 'network',
    network: { bias: true, ...own, width, seed },
  });
  return {
    own: network({ net, layers, norm, beta: net === 'plain' ? 1 : beta, bias: bias === 'with' }),
    oneLayer: network({ net: 'plain', layers: 1, norm: 'none', beta: 1 }),
    plain24: network({ net: 'plain', layers: 24, norm: 'batch', beta: 1 }),
    residual50: network({ net: 'residual', layers: 50, norm: 'batch', beta: 0.1 }),
    brownNoise: { kind: 'brownNoise', seed },
    whiteNoise: { kind: 'whiteNoise', seed },
  };
}

/** The same for the same curve. */
export const keyOf = (source: CurveSource): string => JSON.stringify(source);

/** What repeats the reader's curve and the others on the command line. */
export function commandsOf({ net, layers, norm, bias, beta, width, seed }: ShatteredSettings): string[] {
  const own = [
    ...['--net', net, '--layers', String(layers), '--norm', norm],
    ...(bias === 'with' ? [] : ['--no-bias']),
    ...(net === 'residual' ? ['--beta', String(beta)] : []),
  ];
  const shared = ['--width', String(width), '--seed', String(seed), '--json'];
  return [own, []].map((options) => ['npm run -s atlas -- shatter', ...options, ...shared].join(' '));
}
