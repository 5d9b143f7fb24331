/** Lesions that were recorded (scripts/record-lesions.ts), as the engine answers them. */
import type { Removal } from '../../model/architecture/lesions.ts';
import type { LesionOutcome } from '../../model/protocol/lesions.ts';
import recording from '../recordings/lesions.json' with { type: 'json' };
import type { PictureLesions } from './lesionFigures.ts';

const outcome = ([probability, logProbability, top1]: readonly number[]): LesionOutcome => ({
  probability,
  logProbability,
  top1,
});

const { command, recorded, backend, weights, seed, draws } = recording;

export const lesionRecording = {
  command,
  recorded,
  backend,
  weights,
  seed,
  draws,
  removals: recording.removals.map((text, i): Removal => {
    const blocks = text.split(',');
    return { blocks, draw: Math.floor((i * draws) / recording.removals.length) };
  }),
  images: recording.images.map(({ picture, target, base, ...rows }) => {
    const of = (all: readonly (readonly number[])[]): PictureLesions => ({
      picture,
      target,
      base: outcome(base),
      outcomes: all.map(outcome),
    });
    return { blocks: of(rows.blocks), removals: of(rows.removals), swaps: of(rows.pairs) };
  }),
} as const;
