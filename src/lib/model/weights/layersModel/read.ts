/** Reads tfjs' layers-model format (model.json and its shards) of Keras' ResNet-50 into tensors by our names. */
import type { Graph } from '../../architecture/graph.ts';
import { AtlasError } from '../../errors.ts';
import type { StoredTensor } from '../manifest.ts';
import { networkOf, parametersOf } from '../network.ts';
import { Invalid, object, quoted, sameShape, type Fields } from '../validate.ts';
import { readEntry, shardPaths, weightEntries, type WeightEntry } from './entries.ts';
import { matchLayers } from './match.ts';
import { flattenLayers, type Layer } from './topology.ts';

const file = 'model.json';

/** Role of a weight → the name that Keras has for it. */
const kerasRoles: Readonly<Record<string, string>> = {
  movingMean: 'moving_mean',
  movingVariance: 'moving_variance',
};

export interface LayersModelWeights {
  /** By `<node id>/<role>`, in the order in which the network uses them; views on the bytes where possible. */
  readonly tensors: Map<string, StoredTensor>;
  readonly classes: number;
  /** Of all batch norms. */
  readonly epsilon: number;
  /** Side lengths of the pictures that the model was made for; null where it left them open. */
  readonly pictureSize: readonly [height: number | null, width: number | null];
}

/**
 * File names of a model's shards, relative to model.json, in the order in which they are to be concatenated.
 *
 * @param model the parsed model.json
 * @throws AtlasError 'weightsManifest'
 */
export function layersModelShards(model: unknown): string[] {
  return explained(() => shardPaths(layersModelFields(model)));
}

/**
 * Layers are told by how they are connected, so names may be Keras' old ones (`res2a_branch2a`), its later ones
 * (`conv2_block1_1_conv`) or any. The head may have any number of classes. Float16 and affine quantisation are
 * undone.
 *
 * @param model the parsed model.json
 * @param bytes all shards, concatenated in the order of `layersModelShards`
 * @throws AtlasError 'weightsManifest' for another format or architecture, a missing or misshapen tensor;
 *   'weightsLength'
 */
export function readLayersModel(model: unknown, bytes: Uint8Array<ArrayBuffer>): LayersModelWeights {
  return explained(() => {
    const fields = layersModelFields(model);
    const layers = flattenLayers(fields.modelTopology);
    const classes = classesOf(layers);
    const graph = networkOf({ model: 'resnet50', classes });
    const matched = matchLayers(graph, layers);
    const { entries, bytes: expected } = weightEntries(fields);
    if (bytes.length !== expected) {
      throw new AtlasError('weightsLength', {
        file: 'weights of model.json',
        expected,
        actual: bytes.length,
      });
    }
    return {
      tensors: readTensors(graph, matched, entries, bytes),
      classes,
      epsilon: epsilonOf(graph, matched),
      pictureSize: pictureSizeOf(matched.get(graph.nodes[0].id)!),
    };
  });
}

function explained<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Invalid) {
      throw new AtlasError('weightsManifest', { file, reason: error.message }, { cause: error });
    }
    throw error;
  }
}

function layersModelFields(model: unknown): Fields {
  const fields = object(model, file);
  if (fields.format !== undefined && fields.format !== 'layers-model') {
    throw new Invalid(`its format is ${quoted(fields.format)}, not "layers-model"`);
  }
  if (!fields.modelTopology) throw new Invalid('it has no modelTopology, so it is not a layers model');
  return fields;
}

function classesOf(layers: readonly Layer[]): number {
  const dense = layers.filter(({ className }) => className === 'Dense');
  const units = dense[0]?.config.units;
  if (dense.length !== 1 || !Number.isInteger(units) || (units as number) < 1) {
    throw new Invalid(`it has ${dense.length} dense layers, where ResNet-50 has one for its classes`);
  }
  return units as number;
}

function readTensors(
  graph: Graph,
  matched: ReadonlyMap<string, Layer>,
  entries: readonly WeightEntry[],
  bytes: Uint8Array<ArrayBuffer>,
): Map<string, StoredTensor> {
  return new Map(
    parametersOf(graph).map(({ name, shape }) => {
      const [node, role] = name.split('/');
      const entry = findEntry(entries, `${matched.get(node)!.name}/${kerasRoles[role] ?? role}`);
      if (!sameShape(entry.shape, shape))
        throw new Invalid(`${entry.name} is [${entry.shape}], not [${shape}]`);
      return [name, readEntry(entry, bytes)];
    }),
  );
}

/** Weights of a model inside a model may carry its name in front. */
function findEntry(entries: readonly WeightEntry[], name: string): WeightEntry {
  const found = entries.filter((entry) => entry.name === name || entry.name.endsWith(`/${name}`));
  if (found.length !== 1) throw new Invalid(`it has ${found.length || 'no'} weights named ${name}`);
  return found[0];
}

function epsilonOf(graph: Graph, matched: ReadonlyMap<string, Layer>): number {
  const norms = graph.nodes.filter(({ kind }) => kind === 'batchNorm');
  // Keras' default, where a file leaves it out.
  const values = new Set(norms.map(({ id }) => matched.get(id)!.config.epsilon ?? 1e-3));
  const [epsilon] = values;
  if (values.size !== 1 || typeof epsilon !== 'number' || !(epsilon > 0 && epsilon < 1)) {
    throw new Invalid(`the epsilons of its batch norms are ${[...values].map(quoted).join(', ')}`);
  }
  return epsilon;
}

function pictureSizeOf({ config }: Layer): readonly [number | null, number | null] {
  const shape = (config.batch_input_shape ?? config.batch_shape) as readonly unknown[];
  const side = (value: unknown) => (typeof value === 'number' ? value : null);
  return [side(shape[1]), side(shape[2])];
}
