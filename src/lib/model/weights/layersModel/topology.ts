/**
 * The layers of a Keras model as tfjs' layers-model format lists them, flattened: models inside models are
 * opened, and layers that do nothing at inference (dropout and the like) are passed over.
 */
import { array, Invalid, object, quoted, string, type Fields } from '../validate.ts';

export interface Layer {
  /** Its own name, as its weights carry it; not necessarily unique when models are nested. */
  readonly name: string;
  readonly className: string;
  readonly config: Fields;
  readonly inputs: readonly Layer[];
}

const modelClasses = new Set(['Model', 'Functional', 'Sequential']);
const inactiveClasses = new Set([
  'Dropout',
  'SpatialDropout2D',
  'GaussianNoise',
  'GaussianDropout',
  'ActivityRegularization',
]);

/** Models in models in models: more than this is no model that anyone made. */
const deepest = 8;

/**
 * All layers that compute something, and the input, in the file's order.
 *
 * @param topology `modelTopology` of model.json
 * @throws Invalid
 */
export function flattenLayers(topology: unknown): Layer[] {
  const fields = object(topology, 'modelTopology');
  const model = object(fields.model_config ?? fields, 'the model');
  const layers: Layer[] = [];
  openModel(model, null, layers, 0);
  return layers;
}

/** Adds a model's layers to `layers` and returns the one that gives its output. */
function openModel(model: Fields, input: Layer | null, layers: Layer[], depth: number): Layer {
  if (depth > deepest) throw new Invalid('it nests models too deeply');
  const className = string(model.class_name, 'the class of the model');
  if (!modelClasses.has(className)) throw new Invalid(`it is a ${className}, not a model made of layers`);
  // Old Keras writes a sequential model's configuration as the bare list of its layers.
  const config = Array.isArray(model.config) ? { layers: model.config } : object(model.config, 'the model');
  const listed = array(config.layers, "the model's layers").map((layer) => object(layer, 'a layer'));
  if (!listed.length) throw new Invalid('it has no layers');
  return className === 'Sequential'
    ? openSequence(listed, input, layers, depth)
    : openGraph(listed, config, input, layers, depth);
}

function openSequence(listed: readonly Fields[], input: Layer | null, layers: Layer[], depth: number): Layer {
  let value = input;
  for (const layer of listed) {
    if (value === null && !isModel(layer) && layer.class_name !== 'InputLayer') {
      // The first layer of a sequential model may state the input's shape itself.
      const config = object(layer.config, 'a layer');
      value = { name: 'input', className: 'InputLayer', config, inputs: [] };
      layers.push(value);
    }
    value = openLayer(layer, value ? [value] : [], layers, depth);
  }
  return value!;
}

function openGraph(
  listed: readonly Fields[],
  config: Fields,
  input: Layer | null,
  layers: Layer[],
  depth: number,
): Layer {
  const byName = new Map<string, Layer>();
  const waiting = new Map(listed.map((layer) => [nameOf(layer), layer]));
  if (waiting.size !== listed.length) throw new Invalid('two of its layers have the same name');

  // The format does not promise that a layer stands after those that it reads.
  const resolve = (name: string, from: readonly string[]): Layer => {
    const done = byName.get(name);
    if (done) return done;
    const layer = waiting.get(name);
    if (!layer) throw new Invalid(`the layer ${quoted(name)} is missing`);
    if (from.includes(name)) throw new Invalid(`the layer ${quoted(name)} reads its own output`);
    const inputs = inboundOf(layer).map((inbound) => resolve(inbound, [...from, name]));
    const opened = openLayer(
      layer,
      layer.class_name === 'InputLayer' && input ? [input] : inputs,
      layers,
      depth,
    );
    byName.set(name, opened);
    return opened;
  };
  for (const name of waiting.keys()) resolve(name, []);
  return resolve(onlyOutput(config.output_layers), []);
}

function openLayer(layer: Fields, inputs: readonly Layer[], layers: Layer[], depth: number): Layer {
  if (isModel(layer)) {
    if (inputs.length > 1) throw new Invalid(`the model ${quoted(nameOf(layer))} in it has several inputs`);
    return openModel(layer, inputs[0] ?? null, layers, depth + 1);
  }
  const className = string(layer.class_name, "a layer's class");
  const config = object(layer.config, 'a layer');
  const passesThrough =
    inactiveClasses.has(className) ||
    (className === 'Activation' && config.activation === 'linear') ||
    // The input of a model in a model is what the outer model feeds it.
    (className === 'InputLayer' && inputs.length === 1);
  if (passesThrough && inputs.length === 1) return inputs[0];
  const opened: Layer = { name: nameOf(layer), className, config, inputs };
  layers.push(opened);
  return opened;
}

const isModel = (layer: Fields) => modelClasses.has(String(layer.class_name));

function nameOf(layer: Fields): string {
  const config = layer.config as Fields | undefined;
  return string(layer.name ?? config?.name, "a layer's name");
}

/** Names of the layers that a layer reads. */
function inboundOf(layer: Fields): string[] {
  const nodes = array(layer.inbound_nodes ?? [], `what layer ${quoted(nameOf(layer))} reads`);
  if (nodes.length > 1) throw new Invalid(`the layer ${quoted(nameOf(layer))} is used more than once`);
  return tensorNames(nodes, 0);
}

/**
 * Keras 2 writes a tensor as ["layer", node index, tensor index, {}], Keras 3 as an object with
 * `keras_history: ["layer", 0, 0]`; either stands at some depth in lists and arguments.
 */
function tensorNames(value: unknown, depth: number): string[] {
  if (depth > 10 || typeof value !== 'object' || value === null) return [];
  if (!Array.isArray(value)) return Object.values(value).flatMap((inner) => tensorNames(inner, depth + 1));
  if (typeof value[0] === 'string' && typeof value[1] === 'number') return [value[0]];
  return value.flatMap((inner) => tensorNames(inner, depth + 1));
}

function onlyOutput(outputs: unknown): string {
  const names = tensorNames(outputs, 0);
  if (names.length !== 1) throw new Invalid(`it has ${names.length} outputs instead of one`);
  return names[0];
}
