/** Checks a manifest before anything is allocated or fetched on its word. */
import { AtlasError } from '../errors.ts';
import type { Manifest, Shard, TensorRecord } from './manifest.ts';
import { networkOf, parametersOf, type NetworkVariant } from './network.ts';
import { byteLength } from './shards.ts';
import { array, integer, Invalid, object, oneOf, quoted, sameShape, string } from './validate.ts';

/** In the manifest's own folder: no separators, so no way out of it. */
const fileName = /^[\w-][\w.-]{0,127}$/;
const shardName = /^[\w-]{1,40}$/;
const tensorName = /^[\w-]{1,60}\/[A-Za-z]{1,20}$/;
const hash = /^[0-9a-f]{64}$/;

const mostClasses = 100_000;
/** Far above any network here; keeps a broken number from asking for all of the memory. */
const mostBytes = 2 ** 30;

/**
 * A copy of the manifest with known fields only, and with exactly the tensors of its network.
 *
 * @param value the parsed JSON
 * @param file for the error
 * @throws AtlasError 'weightsManifest'
 */
export function parseManifest(value: unknown, file: string): Manifest {
  return explained(file, () => {
    const fields = object(value, 'the manifest');
    const source = object(fields.source, 'source');
    const manifest: Manifest = {
      format: oneOf(fields.format, 'format', ['resnet-atlas-weights'] as const),
      version: oneOf(fields.version, 'version', [1] as const),
      model: string(fields.model, 'model', shardName),
      classes: integer(fields.classes, 'classes', 1, mostClasses),
      ...(fields.epsilon === undefined ? {} : { epsilon: parseEpsilon(fields.epsilon) }),
      precision: oneOf(fields.precision, 'precision', ['float16', 'float32'] as const),
      source: {
        name: string(source.name, 'source.name'),
        sha256: string(source.sha256, 'source.sha256', hash),
        licence: string(source.licence, 'source.licence'),
      },
      labels: string(fields.labels, 'labels', fileName),
      bytes: integer(fields.bytes, 'bytes', 1, mostBytes),
      shards: array(fields.shards, 'shards').map(parseShard),
    };
    checkShards(manifest);
    checkTensors(manifest);
    return manifest;
  });
}

/**
 * Class names by index, exactly `classes` of them.
 *
 * @throws AtlasError 'weightsManifest'
 */
export function parseLabels(value: unknown, classes: number, file: string): string[] {
  return explained(file, () => {
    const labels = array(value, 'the list of class names').map((label, i) =>
      string(label, `class name ${i}`),
    );
    if (labels.length !== classes)
      throw new Invalid(`it has ${labels.length} class names for ${classes} classes`);
    return labels;
  });
}

function explained<T>(file: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (error instanceof Invalid) {
      throw new AtlasError('weightsManifest', { file, reason: error.message }, { cause: error });
    }
    throw error;
  }
}

function parseEpsilon(value: unknown): number {
  if (typeof value !== 'number' || !(value > 0 && value < 1))
    throw new Invalid(`epsilon is ${quoted(value)}`);
  return value;
}

function parseShard(value: unknown, index: number): Shard {
  const fields = object(value, `shard ${index}`);
  const name = string(fields.name, `shard ${index}'s name`, shardName);
  const bytes = integer(fields.bytes, `shard ${name}'s length`, 1, mostBytes);
  return {
    name,
    file: string(fields.file, `shard ${name}'s file`, fileName),
    bytes,
    sha256: string(fields.sha256, `shard ${name}'s hash`, hash),
    tensors: array(fields.tensors, `shard ${name}'s tensors`).map((tensor) =>
      parseTensor(tensor, name, bytes),
    ),
  };
}

function parseTensor(value: unknown, shard: string, bytes: number): TensorRecord {
  const fields = object(value, `a tensor in shard ${shard}`);
  const name = string(fields.name, `a tensor's name in shard ${shard}`, tensorName);
  const shape = array(fields.shape, `${name}'s shape`).map((side) =>
    integer(side, `${name}'s shape`, 1, mostBytes),
  );
  const type = oneOf(fields.type, `${name}'s type`, ['float16', 'float32'] as const);
  const offset = integer(fields.offset, `${name}'s offset`, 0, bytes);
  if (offset % 4 !== 0) throw new Invalid(`${name}'s offset is not a multiple of 4`);
  if (offset + byteLength({ shape, type }) > bytes) throw new Invalid(`${name} reaches beyond its shard`);
  return { name, shape, type, offset };
}

function checkShards({ shards, bytes }: Manifest): void {
  for (const field of ['name', 'file'] as const) {
    const repeated = firstRepeated(shards.map((shard) => shard[field]));
    if (repeated) throw new Invalid(`two shards have the ${field} ${repeated}`);
  }
  const sum = shards.reduce((total, shard) => total + shard.bytes, 0);
  if (sum !== bytes) throw new Invalid(`its shards have ${sum} bytes, not ${bytes}`);
}

function checkTensors(manifest: Manifest): void {
  const records = manifest.shards.flatMap((shard) => shard.tensors);
  const repeated = firstRepeated(records.map(({ name }) => name));
  if (repeated) throw new Invalid(`it has ${repeated} twice`);
  const byName = new Map(records.map((record) => [record.name, record]));
  for (const { name, shape } of parametersOf(network(manifest))) {
    const record = byName.get(name);
    if (!record) throw new Invalid(`${name} is missing`);
    if (!sameShape(record.shape, shape)) throw new Invalid(`${name} is [${record.shape}], not [${shape}]`);
    byName.delete(name);
  }
  const [extra] = byName.keys();
  if (extra) throw new Invalid(`${manifest.model} has no ${extra}`);
}

function network(variant: NetworkVariant) {
  try {
    return networkOf(variant);
  } catch (error) {
    if (error instanceof AtlasError) throw new Invalid(`there is no model ${quoted(variant.model)}`);
    throw error;
  }
}

function firstRepeated(names: readonly string[]): string | undefined {
  return names.find((name, i) => names.indexOf(name) !== i);
}
