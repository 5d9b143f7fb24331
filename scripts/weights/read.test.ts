import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { decodeFloat16 } from '../../src/lib/model/weights/float16.ts';
import { readWeights } from './read.ts';

const published = await readWeights('float32');
const served = await readWeights('float16');

describe('readWeights', () => {
  it('gives the published values in float32', () => {
    const { data } = published.tensors.get('conv1/kernel')!;
    // Of the 7·7·3·64 values as the package's shards have them, cut out of the concatenation with another program.
    const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(conv1KernelSha256);
    expect(published.labels).toHaveLength(1000);
    expect(published.labels[283]).toBe('Persian_cat');
  });

  it('gives the same tensors in float16: vectors as they are, kernels to the nearest half', () => {
    expect([...served.tensors.keys()]).toEqual([...published.tensors.keys()]);
    expect(served.labels).toEqual(published.labels);
    for (const [name, { type, shape, data }] of served.tensors) {
      const original = published.tensors.get(name)!;
      expect(shape).toEqual(original.shape);
      expect(type).toBe(name.endsWith('/kernel') ? 'float16' : 'float32');
      if (type === 'float32') expect(data).toEqual(original.data);
      else expect(worstError(original.data, decodeFloat16(data as Uint16Array))).toBeLessThanOrEqual(1);
    }
  });
});

const conv1KernelSha256 = '2b1f8c8e165c331f658acfc85d4aa706b584933f86868fbd656bc3bbc99ef52c';

/** The largest rounding error, in units of what rounding to the nearest allows: 2⁻¹¹ of the value, or 2⁻²⁵. */
function worstError(exact: ArrayLike<number>, rounded: Float32Array): number {
  let worst = 0;
  for (let i = 0; i < rounded.length; i++) {
    const allowed = Math.max(Math.abs(exact[i]) * 2 ** -11, 2 ** -25);
    worst = Math.max(worst, Math.abs(exact[i] - rounded[i]) / allowed);
  }
  return worst;
}
