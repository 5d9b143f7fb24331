/**
 * Where batch norm and ReLU stand in a residual block (He et al. 2016, "Identity mappings in deep residual networks",
 * figure 4 a to e).
 */
export const activationOrders = [
  /** Convolution, norm, ReLU, convolution, norm; ReLU after the sum (He et al. 2015). */
  'original',
  /** The last norm stands after the sum, and so on the shortcut too. */
  'normAfterAdd',
  /** The last ReLU stands before the sum: F is never negative. */
  'reluBeforeAdd',
  /** A ReLU before each convolution, its norm behind it; nothing after the sum. */
  'reluOnlyPreActivation',
  /** Norm and ReLU before each convolution; nothing after the sum. */
  'preActivation',
] as const;

export type ActivationOrder = (typeof activationOrders)[number];

/** Whether what a block hands on is the sum itself, so that the shortcuts of a stage are one path of identities. */
export function leavesSumAlone(order: ActivationOrder): boolean {
  return order !== 'original' && order !== 'normAfterAdd';
}

/** Whether a block begins with an activation: then the first convolution has none, and one follows the last block. */
export function activatesBefore(order: ActivationOrder): boolean {
  return order === 'reluOnlyPreActivation' || order === 'preActivation';
}
