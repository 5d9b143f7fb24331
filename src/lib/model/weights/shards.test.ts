import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { AtlasError } from '../errors.ts';
import type { StoredTensor } from './manifest.ts';
import { decodeShard, encodeShard } from './shards.ts';

const float32 = (shape: number[], ...values: number[]): StoredTensor => ({
  shape,
  type: 'float32',
  data: Float32Array.from(values),
});

const tensors = [
  ['res2a_branch2a/kernel', float32([1, 1, 3, 1], 1, -2, 65504)],
  ['res2a_branch2a/bias', float32([1], 0.1)],
  ['bn2a_branch2a/movingVariance', float32([2], 1e-7, 3e4)],
] as const;

describe('encodeShard', () => {
  it('lays kernels out as float16 and vectors as float32, little endian, at multiples of 4', async () => {
    const { shard, bytes } = await encodeShard('2a', tensors, 'float16');
    const expected = Buffer.alloc(8 + 4 + 8);
    [0x3c00, 0xc000, 0x7bff].forEach((code, i) => expected.writeUInt16LE(code, 2 * i));
    [0.1, 1e-7, 3e4].forEach((value, i) => expected.writeFloatLE(value, 8 + 4 * i));
    expect(Buffer.from(bytes).toString('hex')).toBe(expected.toString('hex'));
    const hash = createHash('sha256').update(expected).digest('hex');
    expect(shard).toEqual({
      name: '2a',
      file: `2a.${hash.slice(0, 8)}.bin`,
      bytes: 20,
      sha256: hash,
      tensors: [
        { name: 'res2a_branch2a/kernel', shape: [1, 1, 3, 1], type: 'float16', offset: 0 },
        { name: 'res2a_branch2a/bias', shape: [1], type: 'float32', offset: 8 },
        { name: 'bn2a_branch2a/movingVariance', shape: [2], type: 'float32', offset: 12 },
      ],
    });
  });

  it('keeps kernels in float32 when asked', async () => {
    const { shard, bytes } = await encodeShard('2a', tensors, 'float32');
    expect(shard.tensors[0].type).toBe('float32');
    expect(decodeShard(shard, bytes)).toEqual(new Map(tensors));
  });

  it('refuses a kernel that float16 cannot hold', async () => {
    const tooLarge = [['conv1/kernel', float32([1], 7e4)]] as const;
    await expect(encodeShard('conv1', tooLarge, 'float16')).rejects.toThrow(
      /conv1\/kernel .* too large for float16/,
    );
  });
});

describe('decodeShard', () => {
  it('gives views on the bytes, float16 as it is stored', async () => {
    const { shard, bytes } = await encodeShard('2a', tensors, 'float16');
    const decoded = decodeShard(shard, bytes);
    expect(decoded.get('res2a_branch2a/kernel')).toEqual({
      shape: [1, 1, 3, 1],
      type: 'float16',
      data: Uint16Array.of(0x3c00, 0xc000, 0x7bff),
    });
    expect(decoded.get('bn2a_branch2a/movingVariance')!.data).toEqual(Float32Array.of(1e-7, 3e4));
    for (const { data } of decoded.values()) expect(data.buffer).toBe(bytes.buffer);
  });

  it('reads bytes that start at an odd place in their buffer', async () => {
    const { shard, bytes } = await encodeShard('2a', tensors, 'float16');
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(decodeShard(shard, shifted.subarray(1))).toEqual(decodeShard(shard, bytes));
  });

  it('refuses another length', async () => {
    const { shard, bytes } = await encodeShard('2a', tensors, 'float16');
    expect(() => decodeShard(shard, bytes.subarray(0, 16))).toThrow(
      new AtlasError('weightsLength', { file: shard.file, expected: 20, actual: 16 }),
    );
  });
});
