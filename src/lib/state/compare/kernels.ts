import type { LayerFigures } from '../../model/protocol/training.ts';
import { layerRole } from './layerFigures.ts';

/** All convolution kernels of a network taken as one vector. */
export interface Kernels {
  /** Its norm. */
  readonly weight: number;
  /** How far a step moves it, relative to its norm. */
  readonly update: number;
}

/** @param layers as a run's facts name them; the dense layer, which no norm follows, is left out */
export function kernelsTogether(
  layers: readonly string[],
  { weight, update }: Pick<LayerFigures, 'weight' | 'update'>,
): Kernels {
  const rows = [...layers.keys()].filter((row) => layerRole(layers[row]).kind !== 'head');
  const norm = Math.hypot(...rows.map((row) => weight[row]));
  return { weight: norm, update: Math.hypot(...rows.map((row) => update[row] * weight[row])) / norm };
}
