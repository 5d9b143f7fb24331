/** Named configurations: each is one statement that can be checked by running it. */
import { parseConfiguration, type NetworkConfiguration } from './networkConfiguration.ts';

const list = (...texts: readonly string[]): readonly NetworkConfiguration[] =>
  texts.map((text) => parseConfiguration(text)!);

export const presets = {
  /** What is shown first: the four that are confused with one another. */
  four: list('plain-56', 'residual-56', 'plain-56-none', 'residual-56-none'),
  plainBatchNorm: list('plain-20', 'plain-56', 'plain-110'),
  residualBatchNorm: list('residual-20', 'residual-56', 'residual-110'),
  residualWithoutNorm: list('residual-20-none', 'residual-56-none', 'residual-110-none'),
  plainWithoutNorm: list('plain-20-none', 'plain-56-none', 'plain-110-none'),
  initialisations: list('plain-56-none', 'plain-56-none-glorot', 'plain-56-none-pytorch'),
  zeroGamma: list('residual-56', 'residual-56-zerogamma'),
  skipInit: list('residual-56-none', 'residual-56-none-alpharoot', 'residual-110-none-alpharoot'),
  resnet50: list('plain-resnet50', 'residual-resnet50', 'residual-resnet50-zerogamma'),
} as const satisfies Readonly<Record<string, readonly NetworkConfiguration[]>>;

export type PresetName = keyof typeof presets;
