/** As much of the protocol buffers' wire format as writing an ONNX file needs. */
export type Field = Uint8Array;

function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest]);
    bytes.push((rest % 128) | 128);
  }
}

const tag = (field: number, wireType: number) => varint(field * 8 + wireType);

export const integer = (field: number, value: number): Field => Buffer.concat([tag(field, 0), varint(value)]);

export const integers = (field: number, values: readonly number[]): Field[] =>
  values.map((value) => integer(field, value));

const bytes = (field: number, value: Uint8Array): Field =>
  Buffer.concat([tag(field, 2), varint(value.length), value]);

export const text = (field: number, value: string): Field => bytes(field, Buffer.from(value));

export const floats = (field: number, values: Float32Array): Field =>
  bytes(field, new Uint8Array(values.buffer, values.byteOffset, values.byteLength));

export const message = (field: number, fields: readonly Field[]): Field =>
  bytes(field, Buffer.concat(fields));
