/**
 * The weight file's own format (see manifest.ts): one shard per block, tensors end to end, little endian, which
 * every machine that runs a browser or Node today is, so that decoding is a matter of views.
 */
import { AtlasError } from '../errors.ts';
import { decodeFloat16, encodeFloat16 } from './float16.ts';
import type { Shard, StoredTensor, TensorRecord } from './manifest.ts';
import { sha256 } from './sha256.ts';

const bytesPerValue = { float16: 2, float32: 4 };

/** Bytes of a tensor's values, without padding. */
export function byteLength({ shape, type }: Pick<TensorRecord, 'shape' | 'type'>): number {
  return shape.reduce((product, side) => product * side, 1) * bytesPerValue[type];
}

const alignedTo4 = (bytes: number) => (bytes + 3) & ~3;

/** Kernels, of which nearly all bytes are; the vectors of biases and batch norms stay float32. */
const isKernel = (name: string) => name.endsWith('/kernel');

/**
 * Lays the tensors out in one shard, in the order given.
 *
 * @param name the block: 'conv1', '2a' … '5c', 'fc1000'
 * @param precision what kernels are stored as; vectors are float32 always
 * @throws AtlasError 'weightsManifest' for a kernel with a value beyond float16's range
 */
export async function encodeShard(
  name: string,
  tensors: Iterable<readonly [name: string, tensor: StoredTensor]>,
  precision: 'float16' | 'float32',
): Promise<{ shard: Shard; bytes: Uint8Array<ArrayBuffer> }> {
  const parts: { record: TensorRecord; data: Uint16Array | Float32Array }[] = [];
  let length = 0;
  for (const [tensorName, tensor] of tensors) {
    const type = isKernel(tensorName) ? precision : 'float32';
    const record = { name: tensorName, shape: tensor.shape, type, offset: length };
    parts.push({ record, data: type === 'float16' ? asFloat16(tensorName, tensor) : asFloat32(tensor) });
    length += alignedTo4(byteLength(record));
  }
  const bytes = new Uint8Array(length);
  for (const { record, data } of parts) {
    bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), record.offset);
  }
  const hash = await sha256(bytes);
  return {
    shard: {
      name,
      file: `${name}.${hash.slice(0, 8)}.bin`,
      bytes: length,
      sha256: hash,
      tensors: parts.map(({ record }) => record),
    },
    bytes,
  };
}

/**
 * The tensors of a shard, as views on its bytes. Does not check the hash.
 *
 * @throws AtlasError 'weightsLength'
 */
export function decodeShard(shard: Shard, bytes: Uint8Array<ArrayBuffer>): Map<string, StoredTensor> {
  if (bytes.length !== shard.bytes) {
    throw new AtlasError('weightsLength', { file: shard.file, expected: shard.bytes, actual: bytes.length });
  }
  // Views need an aligned start; whole files and messages have one, a slice of something larger may not.
  const source = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  return new Map(
    shard.tensors.map(({ name, shape, type, offset }) => {
      const size = byteLength({ shape, type });
      const start = source.byteOffset + offset;
      const data =
        type === 'float16'
          ? new Uint16Array(source.buffer, start, size / 2)
          : new Float32Array(source.buffer, start, size / 4);
      return [name, { shape, type, data }];
    }),
  );
}

/** A tensor's values as float32: its own where it is stored so, else decoded. */
export function asFloat32({ data }: StoredTensor): Float32Array {
  return data instanceof Float32Array ? data : decodeFloat16(data);
}

function asFloat16(name: string, { data }: StoredTensor): Uint16Array {
  if (data instanceof Uint16Array) return data;
  const codes = encodeFloat16(data);
  if (codes.some((code) => (code & 0x7fff) === 0x7c00)) {
    const reason = `${name} holds a value that is too large for float16`;
    throw new AtlasError('weightsManifest', { file: 'model.json', reason });
  }
  return codes;
}
