/** What is drawn and told of networks at their initial weights: pure functions of what was measured. */
import type { InitialisationReport, LayerFigures } from '../../model/protocol/initialisation.ts';
import { formatConfiguration, type NetworkConfiguration } from './networkConfiguration.ts';

export const layerFigures = ['weightGradient', 'activationGradient', 'activationStd'] as const;
export type LayerFigure = (typeof layerFigures)[number];

/** A configuration on the page, with what is known of it. */
export interface ShownNetwork {
  /** As it is written in a link. */
  readonly id: string;
  readonly configuration: NetworkConfiguration;
  readonly report: InitialisationReport | null;
  /** Measured here and now, or an earlier run of this program; null: neither. */
  readonly source: 'live' | 'recorded' | null;
}

/** Configurations with what was measured here, else with what is recorded. */
export function shownNetworks(
  configurations: readonly NetworkConfiguration[],
  live: (configuration: NetworkConfiguration) => InitialisationReport | undefined,
  recorded: Readonly<Record<string, InitialisationReport | undefined>>,
): readonly ShownNetwork[] {
  return configurations.map((configuration) => {
    const id = formatConfiguration(configuration);
    const here = live(configuration);
    const report = here ?? recorded[id] ?? null;
    return { id, configuration, report, source: here ? 'live' : report ? 'recorded' : null };
  });
}

/** ‖∂L/∂x‖ after the first convolution, divided by that after the last. */
export function gradientRatio({ layers }: InitialisationReport): number {
  return layers[0].activationGradient / layers[layers.length - 1].activationGradient;
}

/** Convolutions one after the other: 6n + 1, and 49 in ResNet-50. */
const lengthOf = ({ size }: NetworkConfiguration): number => (size === 'resnet50' ? 49 : Number(size) - 1);

/** Networks of one depth stand over the number of the convolution, others over the share of the way. */
export function hasCommonDepth(networks: readonly ShownNetwork[]): boolean {
  return new Set(networks.map(({ configuration }) => lengthOf(configuration))).size === 1;
}

/**
 * Where each convolution stands: its number from 0, or its share of the way from the first (0) to the last (1). As
 * 18, 54 and 108 divide one another, so do the networks' places.
 */
export function places(count: number, isCommon: boolean): readonly number[] {
  return Array.from({ length: count }, (_, i) => (isCommon ? i : i / (count - 1)));
}

/** Number of the last convolution of every stage but the last: 2n and 4n, counted from 0 at the first of all. */
export function stageEnds({ size }: NetworkConfiguration): readonly number[] {
  if (size === 'resnet50') return [9, 21, 39];
  const perStage = (Number(size) - 2) / 3;
  return [perStage, 2 * perStage];
}

/**
 * The places of the stages' ends, half a convolution after their last, where they are the same in all networks: one
 * compares gradients of equal shapes only between them.
 */
export function commonStageEnds(networks: readonly ShownNetwork[]): readonly number[] {
  const families = new Set(networks.map(({ configuration }) => configuration.size === 'resnet50'));
  if (families.size !== 1) return [];
  const { configuration } = networks[0];
  const last = lengthOf(configuration) - 1;
  if (hasCommonDepth(networks)) return stageEnds(configuration).map((end) => end + 0.5);
  return stageEnds(configuration).map((end) => end / last);
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** One figure of all convolutions of a network. */
export function curve(
  { layers }: InitialisationReport,
  figure: LayerFigure,
  isCommon: boolean,
): readonly Place[] {
  const at = places(layers.length, isCommon);
  return layers.map((layer, i) => ({ x: at[i], y: layer[figure] }));
}

/** From the last convolution's ‖∂L/∂x‖ backwards, with a constant growth from each convolution to the one before. */
export function theoreticalCurve(
  { layers }: InitialisationReport,
  growth: number,
  isCommon: boolean,
): readonly Place[] {
  const last = layers.length - 1;
  const end = layers[last].activationGradient;
  return places(layers.length, isCommon).map((x, i) => ({ x, y: end * growth ** (last - i) }));
}

/** var(F) / var(shortcut) of every block that has both, over the share of the way through the blocks. */
export function varianceCurve({ blocks }: InitialisationReport, isCommon: boolean): readonly Place[] {
  return blocks.flatMap(({ varianceRatio }, i) =>
    varianceRatio === null ? [] : [{ x: isCommon ? i + 1 : (i + 1) / blocks.length, y: varianceRatio }],
  );
}

const figuresOf = ({ weightGradient, activationGradient, activationStd }: LayerFigures) => [
  weightGradient,
  activationGradient,
  activationStd,
];

/** Whether numbers have grown beyond what float32 holds, or are no longer numbers. */
export function isBeyondFloat({ layers, loss }: InitialisationReport): boolean {
  return ![loss, ...layers.flatMap(figuresOf)].every(Number.isFinite);
}
