import type { Batch } from '../batch.ts';
import type { RandomStream } from '../random.ts';
import type { Task } from './task.ts';

/** Of one grating, [height, width, channels]. */
export const gratingShape = [16, 16, 1] as const;

/** Orientations k · π / 8. */
export const gratingClasses = 8;

/**
 * Noisy gratings to tell the orientation of: x = sin(2πf (u cos θ + v sin θ) + φ) + 0.6 n at column u and row v, with
 * θ = kπ/8 for class k, f uniform in [1/16, 1/4] cycles per pixel, φ uniform in [0, 2π) and n standard normal.
 */
export function gratingsBatch(random: RandomStream, size: number): Batch {
  const [height, width] = gratingShape;
  const inputs = new Float32Array(size * height * width);
  const labels = new Int32Array(size);
  for (let i = 0; i < size; i++) {
    labels[i] = random.integer(gratingClasses);
    const angle = (labels[i] * Math.PI) / gratingClasses;
    const frequency = 2 * Math.PI * (1 / 16 + (1 / 4 - 1 / 16) * random.uniform());
    const phase = 2 * Math.PI * random.uniform();
    const [perColumn, perRow] = [frequency * Math.cos(angle), frequency * Math.sin(angle)];
    for (let v = 0; v < height; v++) {
      for (let u = 0; u < width; u++) {
        const wave = Math.sin(perColumn * u + perRow * v + phase);
        inputs[(i * height + v) * width + u] = wave + 0.6 * random.normal();
      }
    }
  }
  return { inputs, labels };
}

/** Endless: every batch is new. */
export const gratings: Task = {
  name: 'gratings',
  shape: gratingShape,
  classes: gratingClasses,
  classNames: Array.from({ length: gratingClasses }, (_, k) => `${(180 * k) / gratingClasses}°`),
  // Waves are between −1 and 1; with their noise hardly any value is outside of what can be drawn, ±2.5.
  colours: { mean: [0.5], deviation: [0.2] },
  pictures: null,
  training: gratingsBatch,
  heldOut: null,
};
