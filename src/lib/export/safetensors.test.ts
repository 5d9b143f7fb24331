import { expect, it } from 'vitest';
import { safetensors } from './safetensors.ts';

// Hand-made after the format's description: 8 bytes of length, a JSON header filled with spaces, the values.
it('writes the length of the header, the header, and the values', () => {
  const bytes = safetensors(
    [
      { name: 'a/kernel', shape: [1, 2], values: Float32Array.of(1, -2) },
      { name: 'labels', shape: [3], values: Int32Array.of(7, 0, -1) },
    ],
    { seed: '3' },
  );
  const view = new DataView(bytes.buffer);
  const length = Number(view.getBigUint64(0, true));
  expect(length % 8).toBe(0);
  expect(JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length)))).toEqual({
    __metadata__: { seed: '3' },
    'a/kernel': { dtype: 'F32', shape: [1, 2], data_offsets: [0, 8] },
    labels: { dtype: 'I32', shape: [3], data_offsets: [8, 20] },
  });
  const values = [...bytes.subarray(8 + length)];
  expect(values).toEqual([0, 0, 128, 63, 0, 0, 0, 192, 7, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255]);
});
