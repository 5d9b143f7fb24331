/** What ‖∂L/∂x‖ is expected to do from one convolution to the one before it, at the initial weights. */
import { formatConfiguration, type NetworkConfiguration } from './networkConfiguration.ts';

/** What a figure follows from; each has its sentence and its source on the page. */
export type Theory = 'batchNorm' | 'he' | 'glorot' | 'pytorch' | 'zeroGamma';

/**
 * Growth per convolution towards the input, of wide networks:
 * - plain with batch norm: √(π/(π−1)) (Yang et al. 2019, section 4), whatever the scale of the weights;
 * - plain without: √(fan-in · Var(w) / 2), which is 1 for He's N(0, 2/fan-in) (He et al. 2015, "Delving deep into
 *   rectifiers", section 2.2), √½ for Glorot's variance of 1/fan-in between equal layers, √⅙ for PyTorch's 1/(3 fan-in);
 * - zero γ: every branch's derivative is 0, and what is left is the identity.
 * None for other networks: their growth depends on the depth.
 */
export const theoreticalGrowth: Readonly<Record<Theory, number>> = {
  batchNorm: Math.sqrt(Math.PI / (Math.PI - 1)),
  he: 1,
  glorot: Math.sqrt(1 / 2),
  pytorch: Math.sqrt(1 / 6),
  zeroGamma: 1,
};

export function theoryOf({ net, norm, init, zeroGamma }: NetworkConfiguration): Theory | null {
  if (net === 'residual') return zeroGamma ? 'zeroGamma' : null;
  return norm === 'batch' ? 'batchNorm' : init;
}

/**
 * ‖∂L/∂x‖ after the first convolution ÷ after the last one in PyTorch 2.13 (float32, CPU) with the page's set-up:
 * geometric mean of 3 seeds, of 2 at depth 110. Reference runs that are no part of this program.
 */
const referenceRatios: Readonly<Record<string, number>> = {
  'plain-20': 25,
  'plain-56': 1.5e4,
  'plain-110': 4.3e7,
  'residual-20': 9,
  'residual-56': 35,
  'residual-110': 72,
  'plain-20-none': 0.68,
  'plain-56-none': 0.21,
  'plain-110-none': 0.11,
  'residual-20-none': 16,
  'residual-56-none': 8.4e3,
  'residual-110-none': 4.2e8,
  'residual-20-none-alpharoot': 0.64,
  'residual-56-none-alpharoot': 0.5,
  'residual-110-none-alpharoot': 0.54,
};

/** The ratio that the reference runs found, where there are such of this configuration. */
export function referenceRatio(configuration: NetworkConfiguration): number | null {
  return referenceRatios[formatConfiguration(configuration)] ?? null;
}
