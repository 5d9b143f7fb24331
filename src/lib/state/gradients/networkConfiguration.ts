/** Networks at their initial weights that are measured beside each other: what each is, and how a list is written. */
import { listParameter, type Parameter } from '../parameters.ts';

export const sizes = ['20', '56', '110', 'resnet50'] as const;
export const nets = ['plain', 'residual'] as const;
export const norms = ['batch', 'none'] as const;
export const inits = ['he', 'glorot', 'pytorch'] as const;

/** More lines in one chart cannot be told apart. */
export const mostConfigurations = 6;
/** Largest factor of a branch. */
export const mostAlpha = 10;

export interface NetworkConfiguration {
  /** Layers of a CIFAR network (6n + 2), or the ImageNet network. */
  readonly size: (typeof sizes)[number];
  readonly net: (typeof nets)[number];
  /** Batch norm in training mode (the batch's own mean and variance), or none. */
  readonly norm: (typeof norms)[number];
  readonly init: (typeof inits)[number];
  /** γ of each block's last batch norm is 0. Needs blocks and batch norm. */
  readonly zeroGamma: boolean;
  /** SkipInit: what each residual branch is multiplied by; 'root' is 1/√(number of blocks). 1 where there are none. */
  readonly alpha: number | 'root';
}

/** The configuration without what has no effect in it. */
export function admissible(configuration: NetworkConfiguration): NetworkConfiguration {
  const hasBlocks = configuration.net === 'residual';
  return {
    ...configuration,
    zeroGamma: configuration.zeroGamma && hasBlocks && configuration.norm === 'batch',
    alpha: hasBlocks ? configuration.alpha : 1,
  };
}

export const depthOf = ({ size }: NetworkConfiguration): number => (size === 'resnet50' ? 50 : Number(size));

/** Residual blocks: 3n of two convolutions in a CIFAR network, 16 of three in ResNet-50. */
export const blockCount = ({ size }: NetworkConfiguration): number =>
  size === 'resnet50' ? 16 : (Number(size) - 2) / 2;

/** The factor of each residual branch. */
export const alphaOf = (configuration: NetworkConfiguration): number =>
  configuration.alpha === 'root' ? 1 / Math.sqrt(blockCount(configuration)) : configuration.alpha;

/** 'plain-56', 'residual-110-none', 'residual-56-glorot', 'residual-resnet50-zerogamma', 'residual-56-none-alpharoot'. */
export function formatConfiguration({
  size,
  net,
  norm,
  init,
  zeroGamma,
  alpha,
}: NetworkConfiguration): string {
  return [
    net,
    size,
    ...(norm === 'none' ? ['none'] : []),
    ...(init === 'he' ? [] : [init]),
    ...(zeroGamma ? ['zerogamma'] : []),
    ...(alpha === 1 ? [] : [`alpha${alpha}`]),
  ].join('-');
}

const pattern = new RegExp(
  `^(${nets.join('|')})-(${sizes.join('|')})(-none)?(-glorot|-pytorch)?(-zerogamma)?(?:-alpha(root|\\d{1,2}(?:\\.\\d{1,4})?))?$`,
);

/** The configuration that a text tells; undefined when it is none, or has what would be without effect. */
export function parseConfiguration(text: string): NetworkConfiguration | undefined {
  const found = pattern.exec(text);
  if (!found) return undefined;
  const [, net, size, none, init, zeroGamma, alpha = '1'] = found;
  const configuration = {
    size,
    net,
    norm: none ? 'none' : 'batch',
    init: init ? init.slice(1) : 'he',
    zeroGamma: zeroGamma !== undefined,
    alpha: alpha === 'root' ? alpha : Number(alpha),
  } as NetworkConfiguration;
  // One way to write each: what is without effect, or a factor of 1 spelled out, is none.
  const isWhole = formatConfiguration(admissible(configuration)) === text;
  return isWhole && alphaOf(configuration) <= mostAlpha ? configuration : undefined;
}

/** A list of different configurations, at most six; what is no configuration is left out and reported. */
export const configurationsParameter = (
  fallback: readonly NetworkConfiguration[],
): Parameter<readonly NetworkConfiguration[]> =>
  listParameter(
    { parse: parseConfiguration, format: formatConfiguration, most: mostConfigurations, mayBeEmpty: true },
    fallback,
  );
