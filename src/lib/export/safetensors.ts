/** Tensors in a file that PyTorch's `safetensors` package reads, and numpy in a few lines. */

export interface NamedTensor {
  readonly name: string;
  readonly shape: readonly number[];
  /** Row-major, as long as the shape says. */
  readonly values: Float32Array | Int32Array;
}

/** The header is filled with spaces up to a multiple of this, so that values can be read where they stand. */
const alignment = 8;

/**
 * The safetensors format (github.com/huggingface/safetensors, "Format"): the header's length in 8 bytes, the header in
 * JSON, then the values of all tensors end to end, little-endian.
 *
 * @param about texts that go into the header as `__metadata__`
 */
export function safetensors(
  tensors: readonly NamedTensor[],
  about: Readonly<Record<string, string>> = {},
): Uint8Array<ArrayBuffer> {
  let end = 0;
  const entries = tensors.map(({ name, shape, values }) => {
    const dtype = values instanceof Int32Array ? 'I32' : 'F32';
    const begin = end;
    end += 4 * values.length;
    return [name, { dtype, shape, data_offsets: [begin, end] }] as const;
  });
  const text = JSON.stringify({ __metadata__: about, ...Object.fromEntries(entries) });
  const written = new TextEncoder().encode(text);
  const length = Math.ceil(written.length / alignment) * alignment;
  const bytes = new Uint8Array(8 + length + end).fill(0x20, 8, 8 + length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, length, true);
  bytes.set(written, 8);
  tensors.forEach(({ values }, i) => {
    const begin = 8 + length + entries[i][1].data_offsets[0];
    const set = values instanceof Int32Array ? view.setInt32 : view.setFloat32;
    values.forEach((value, k) => set.call(view, begin + 4 * k, value, true));
  });
  return bytes;
}
