/** Numbers and choices of the command line: read strictly, written so that JSON can hold them. */
import { isCifarDepth } from '../../src/lib/model/architecture/cifar.ts';
import { AtlasError } from '../../src/lib/model/errors.ts';

interface Range {
  readonly least: number;
  readonly most: number;
}

/** A whole number in a range, in decimal. @throws AtlasError invalidValue */
export function readWhole(option: string, value: string, { least, most }: Range): number {
  const number = Number(value);
  if (/^-?\d+$/.test(value) && number >= least && number <= most) return number;
  const expected = least === most ? String(least) : `a whole number from ${least} to ${most}`;
  throw new AtlasError('invalidValue', { option, value, expected });
}

/** A number in a range. @throws AtlasError invalidValue */
export function readNumber(option: string, value: string, { least, most }: Range): number {
  const number = Number(value);
  if (/^-?(\d+\.?\d*|\.\d+)(e-?\d+)?$/i.test(value) && number >= least && number <= most) return number;
  throw new AtlasError('invalidValue', { option, value, expected: `a number from ${least} to ${most}` });
}

/** Layers of a CIFAR network; deeper ones than the paper's take minutes and gigabytes. @throws AtlasError invalidValue */
export function readDepth(option: string, value: string): number {
  const depth = Number(value);
  if (/^\d+$/.test(value) && isCifarDepth(depth) && depth <= 1202) return depth;
  throw new AtlasError('invalidValue', { option, value, expected: '6n + 2 layers: 8, 14, 20, 26 … 1202' });
}

/** One of some words. @throws AtlasError invalidValue */
export function readChoice<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const choice = choices.find((known) => known === value);
  if (choice !== undefined) return choice;
  throw new AtlasError('invalidValue', { option, value, expected: choices.join(', ') });
}

/** For a network whose norms are gone, and whose γ shall be 0. */
export function zeroGammaNeedsNorm(): AtlasError {
  const expected = 'batch, because --zero-gamma sets γ of a batch norm';
  return new AtlasError('invalidValue', { option: '--norm', value: 'none', expected });
}

/** A copy in which NaN, Infinity and −Infinity are the strings "NaN", "Infinity", "-Infinity": JSON has no such numbers. */
export function withoutNonFinite(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (Array.isArray(value)) return value.map(withoutNonFinite);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withoutNonFinite(part)]));
}
