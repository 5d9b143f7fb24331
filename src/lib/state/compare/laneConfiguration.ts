/** Networks that are trained beside each other: what tells them apart, and how a list of them is written. */
import type { TrainingOptions } from '../../model/protocol/training.ts';
import { listParameter, type Parameter } from '../parameters.ts';

/** What may differ between the networks of a race; all else is the recipe, which they share. */
export type LaneConfiguration = Pick<
  TrainingOptions,
  'depth' | 'net' | 'shortcut' | 'norm' | 'zeroGamma' | 'init' | 'width'
>;

export const nets = ['plain', 'residual'] as const;
export const shortcuts = ['A', 'B'] as const;
export const norms = ['batch', 'none'] as const;
export const inits = ['he', 'glorot', 'pytorch'] as const;
export const depthLimits = { least: 8, most: 110 } as const;
/** Depths at which the literature has figures, and some between. */
export const usualDepths = [8, 14, 20, 26, 32, 44, 56, 80, 110] as const;
export const widthLimits = { least: 1, most: 64 } as const;
const usualWidth = 8;

/** More curves in one chart, and more networks on one processor, help nobody. */
export const mostLanes = 4;

/** CIFAR networks have 6n + 2 layers (He et al. 2015, section 4.2). */
export const isDepth = (depth: number): boolean =>
  depth >= depthLimits.least && depth <= depthLimits.most && (depth - 2) % 6 === 0;

/** The configuration without what has no effect in it. */
export function admissible(configuration: LaneConfiguration): LaneConfiguration {
  const hasBlocks = configuration.net === 'residual';
  return {
    ...configuration,
    shortcut: hasBlocks ? configuration.shortcut : 'A',
    zeroGamma: configuration.zeroGamma && hasBlocks && configuration.norm === 'batch',
  };
}

/** 'plain-56', 'residual-20-B', 'plain-20-none-glorot', 'residual-56-zerogamma', 'residual-20-w16'. */
export function formatLane(configuration: LaneConfiguration): string {
  const { depth, net, shortcut, norm, zeroGamma, init, width } = configuration;
  return [
    net,
    depth,
    ...(net === 'residual' && shortcut === 'B' ? ['B'] : []),
    ...(norm === 'none' ? ['none'] : []),
    ...(init === 'he' ? [] : [init]),
    ...(zeroGamma ? ['zerogamma'] : []),
    ...(width === usualWidth ? [] : [`w${width}`]),
  ].join('-');
}

const pattern = /^(plain|residual)-(\d{1,3})(-B)?(-none)?(-glorot|-pytorch)?(-zerogamma)?(?:-w(\d{1,2}))?$/;

/** The configuration that a text tells; undefined when it is none, or has what would be without effect. */
export function parseLane(text: string): LaneConfiguration | undefined {
  const found = pattern.exec(text);
  if (!found) return undefined;
  const [, net, depth, optionB, none, init, zeroGamma, width = String(usualWidth)] = found;
  const configuration: LaneConfiguration = {
    depth: Number(depth),
    net: net as LaneConfiguration['net'],
    shortcut: optionB ? 'B' : 'A',
    norm: none ? 'none' : 'batch',
    zeroGamma: zeroGamma !== undefined,
    init: (init?.slice(1) ?? 'he') as LaneConfiguration['init'],
    width: Number(width),
  };
  const isPossible =
    isDepth(configuration.depth) &&
    configuration.width >= widthLimits.least &&
    configuration.width <= widthLimits.most;
  // One way to write each.
  return isPossible && formatLane(admissible(configuration)) === text ? configuration : undefined;
}

/** One to four different networks. */
export const lanesParameter = (
  fallback: readonly LaneConfiguration[],
): Parameter<readonly LaneConfiguration[]> =>
  listParameter({ parse: parseLane, format: formatLane, most: mostLanes, mayBeEmpty: false }, fallback);

/** The list with another network in this place; null when the same is already in it. */
export function withLane(
  lanes: readonly LaneConfiguration[],
  index: number,
  next: LaneConfiguration,
): readonly LaneConfiguration[] | null {
  const isThere = lanes.some((one, i) => i !== index && formatLane(one) === formatLane(next));
  return isThere ? null : lanes.with(index, next);
}

/** A network for a reader who adds one: the last with the other choice of skips, else the first that is not there. */
export function anotherLane(lanes: readonly LaneConfiguration[]): LaneConfiguration {
  const last = lanes[lanes.length - 1];
  const all = [last.depth, ...usualDepths].flatMap((depth) =>
    nets.map((net) => admissible({ ...last, depth, net })),
  );
  return all.find((one) => lanes.every((other) => formatLane(other) !== formatLane(one)))!;
}
