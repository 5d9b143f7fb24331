/** What is drawn and told of networks at their initial weights: pure functions of what was measured. */
import { formatConfiguration, type NetworkConfiguration } from './networkConfiguration.ts';
import { layerFigures, type LayerFigure, type NetworkFigures } from './networkFigures.ts';

/** A configuration on the page, with what is known of it. */
export interface ShownNetwork {
  /** As it is written in a link. */
  readonly id: string;
  readonly configuration: NetworkConfiguration;
  readonly figures: NetworkFigures | null;
  /** Measured here and now, or an earlier run of this program; null: neither. */
  readonly source: 'live' | 'recorded' | null;
}

/** Configurations with what was measured here, else with what is recorded. */
export function shownNetworks(
  configurations: readonly NetworkConfiguration[],
  live: (configuration: NetworkConfiguration) => NetworkFigures | undefined,
  recorded: Readonly<Record<string, NetworkFigures | undefined>>,
): readonly ShownNetwork[] {
  return configurations.map((configuration) => {
    const id = formatConfiguration(configuration);
    const here = live(configuration);
    const figures = here ?? recorded[id] ?? null;
    return { id, configuration, figures, source: here ? 'live' : figures ? 'recorded' : null };
  });
}

/** ‖∂L/∂x‖ after the first convolution, divided by that after the last. */
export function gradientRatio({ activationGradient }: NetworkFigures): number {
  return activationGradient[0] / activationGradient[activationGradient.length - 1];
}

/** Convolutions one after the other: 6n + 1, and 49 in ResNet-50. */
const lengthOf = ({ size }: NetworkConfiguration): number => (size === 'resnet50' ? 49 : Number(size) - 1);

/** From the first convolution to the last: 6n, and 48 in ResNet-50. */
export const convolutionsBetween = (configuration: NetworkConfiguration): number =>
  lengthOf(configuration) - 1;

/** Networks of one depth stand over the number of the convolution, others over the share of the way. */
export function hasCommonDepth(networks: readonly ShownNetwork[]): boolean {
  return new Set(networks.map(({ configuration }) => lengthOf(configuration))).size === 1;
}

/**
 * Where each convolution stands: its number, or its share of the way from the first (0) to the last (1). As 18, 54
 * and 108 divide one another, the places of shallower networks are among those of deeper ones.
 */
export function places(count: number, isCommon: boolean): readonly number[] {
  return Array.from({ length: count }, (_, i) => (isCommon ? i + 1 : i / (count - 1)));
}

/** How many convolutions stand between the first of all and the end of a stage; of every stage but the last. */
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
  const last = convolutionsBetween(configuration);
  if (hasCommonDepth(networks)) return stageEnds(configuration).map((end) => end + 1.5);
  return stageEnds(configuration).map((end) => end / last);
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** One figure of all convolutions of a network. */
export function curve(figures: NetworkFigures, figure: LayerFigure, isCommon: boolean): readonly Place[] {
  const at = places(figures[figure].length, isCommon);
  return figures[figure].map((y, i) => ({ x: at[i], y }));
}

/** From the last convolution's ‖∂L/∂x‖ backwards, with a constant growth from each convolution to the one before. */
export function theoreticalCurve(
  { activationGradient }: NetworkFigures,
  growth: number,
  isCommon: boolean,
): readonly Place[] {
  const last = activationGradient.length - 1;
  const end = activationGradient[last];
  return places(activationGradient.length, isCommon).map((x, i) => ({ x, y: end * growth ** (last - i) }));
}

/** var(F) / var(shortcut) of every block, over its number from 1, or over the share of the way through the blocks. */
export function varianceCurve({ varianceRatio }: NetworkFigures, isCommon: boolean): readonly Place[] {
  return varianceRatio.map((y, i) => ({ x: isCommon ? i + 1 : (i + 1) / varianceRatio.length, y }));
}

/** Whether numbers have grown beyond what float32 holds, or are no longer numbers. */
export function isBeyondFloat(figures: NetworkFigures): boolean {
  return ![figures.loss, ...layerFigures.flatMap((figure) => figures[figure])].every(Number.isFinite);
}

/** Cross entropy of a network that gives every class the same probability: ln of the number of classes. */
export const startingLoss = ({ size }: NetworkConfiguration): number =>
  Math.log(size === 'resnet50' ? 1000 : 10);
