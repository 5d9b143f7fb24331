/** The weights of a tfjs layers-model as its manifest lists them: name, shape, type, one after the other. */
import { decodeFloat16 } from '../float16.ts';
import type { StoredTensor } from '../manifest.ts';
import { array, integer, Invalid, object, oneOf, quoted, string, type Fields } from '../validate.ts';

/** In the folder of model.json or below it. */
const relativePath = /^(?![/\\])(?!.*(?:^|[/\\])\.\.(?:[/\\]|$))[^\0:]{1,300}$/;

const bytesPerValue = { float32: 4, int32: 4, bool: 1, uint8: 1, uint16: 2, float16: 2 } as const;

type StorageType = keyof typeof bytesPerValue;

/** Where an entry's values are, and how they are stored. */
export interface WeightEntry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly stored: StorageType;
  /** Of a quantised entry: value = scale · integer + min. */
  readonly scale: number;
  readonly min: number;
  /** In bytes, from the start of all shards in order. */
  readonly offset: number;
  readonly length: number;
}

const groupsOf = (model: Fields) =>
  array(model.weightsManifest, 'weightsManifest').map((group) => object(group, 'a group of weights'));

/**
 * File names of the shards, relative to model.json, in the order in which they belong together.
 *
 * @throws Invalid
 */
export function shardPaths(model: Fields): string[] {
  return groupsOf(model).flatMap((group) =>
    array(group.paths, 'the paths of the weights').map((path) =>
      string(path, 'a path of the weights', relativePath),
    ),
  );
}

/**
 * @returns the entries and the number of bytes of all shards
 * @throws Invalid
 */
export function weightEntries(model: Fields): { entries: WeightEntry[]; bytes: number } {
  let offset = 0;
  const entries = groupsOf(model)
    .flatMap((group) => array(group.weights, 'the list of weights'))
    .map((value) => {
      const entry = parseEntry(object(value, 'a weight'), offset);
      offset += entry.length * bytesPerValue[entry.stored];
      return entry;
    });
  return { entries, bytes: offset };
}

function parseEntry(fields: Fields, offset: number): WeightEntry {
  const name = string(fields.name, "a weight's name");
  const shape = array(fields.shape, `the shape of ${name}`).map((side) =>
    integer(side, `the shape of ${name}`, 0, 2 ** 30),
  );
  const length = shape.reduce((product, side) => product * side, 1);
  if (length > 2 ** 30) throw new Invalid(`${name} is too large`);
  const dtype = string(fields.dtype, `the type of ${name}`);
  const quantization =
    fields.quantization === undefined ? undefined : object(fields.quantization, 'quantization');
  const stored = oneOf(
    quantization?.dtype ?? dtype,
    `the type of ${name}`,
    Object.keys(bytesPerValue) as StorageType[],
  );
  const affine = stored === 'uint8' || stored === 'uint16';
  const number = (value: unknown) => {
    if (!Number.isFinite(value)) throw new Invalid(`the quantization of ${name} has ${quoted(value)}`);
    return value as number;
  };
  const scale = affine ? number(quantization?.scale) : 1;
  const min = affine ? number(quantization?.min) : 0;
  return { name, shape, dtype, stored, scale, min, offset, length };
}

/**
 * The values of one entry as float32; a view where they are stored so and aligned.
 *
 * @throws Invalid for an entry that is not of floating-point numbers, or holds infinities or NaN
 */
export function readEntry(entry: WeightEntry, bytes: Uint8Array<ArrayBuffer>): StoredTensor {
  const { name, shape, dtype } = entry;
  if (dtype !== 'float32') throw new Invalid(`${name} is of type ${quoted(dtype)} instead of float32`);
  const data = readValues(entry, bytes);
  if (!allFinite(data)) throw new Invalid(`${name} holds a value that is not a finite number`);
  return { shape, type: 'float32', data };
}

/** Infinity and NaN times zero are NaN, and stay it in a sum: an order of magnitude faster than asking each. */
function allFinite(values: Float32Array): boolean {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] * 0;
  return sum === 0;
}

function readValues(
  { name, stored, scale, min, offset, length }: WeightEntry,
  bytes: Uint8Array<ArrayBuffer>,
) {
  const start = bytes.byteOffset + offset;
  const size = bytesPerValue[stored];
  const aligned = start % size === 0;
  const buffer = aligned ? bytes.buffer : bytes.slice(offset, offset + length * size).buffer;
  const from = aligned ? start : 0;
  switch (stored) {
    case 'float32':
      return new Float32Array(buffer, from, length);
    case 'float16':
      return decodeFloat16(new Uint16Array(buffer, from, length));
    case 'uint8':
      return Float32Array.from(new Uint8Array(buffer, from, length), (code) => scale * code + min);
    case 'uint16':
      return Float32Array.from(new Uint16Array(buffer, from, length), (code) => scale * code + min);
    default:
      throw new Invalid(`${name} is stored as ${stored}`);
  }
}
