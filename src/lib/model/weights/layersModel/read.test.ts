import { beforeAll, describe, expect, it } from 'vitest';
import { kerasResNet50, type LayersModelFile } from '../../../../../scripts/weights/testing/kerasResNet50.ts';
import { AtlasError } from '../../errors.ts';
import { layersModelShards, readLayersModel } from './read.ts';

/** Parts of a layer's entry in model.json, as tests change them. */
interface LayerEntry {
  name: string;
  class_name: string;
  config: Record<string, unknown>;
  inbound_nodes: unknown;
}

/** What Keras calls one of our tensors in its two naming schemes. */
const kerasNames = {
  release: (name: string) =>
    name.replace('movingMean', 'moving_mean').replace('movingVariance', 'moving_variance'),
  later(name: string) {
    const [node, role] = kerasNames.release(name).split('/');
    if (node === 'fc1000') return `predictions/${role}`;
    if (node === 'conv1' || node === 'bn_conv1') return `conv1_${node === 'conv1' ? 'conv' : 'bn'}/${role}`;
    const [, kind, stage, letter, branch] = /^(res|bn)(\d)([a-f])_branch(1|2[abc])$/.exec(node)!;
    const part = { 1: 0, '2a': 1, '2b': 2, '2c': 3 }[branch];
    const block = 'abcdef'.indexOf(letter) + 1;
    return `conv${stage}_block${block}_${part}_${kind === 'res' ? 'conv' : 'bn'}/${role}`;
  },
};

const files: Record<'release' | 'later' | 'nested', LayersModelFile> = {} as never;

beforeAll(async () => {
  files.release = await kerasResNet50({ naming: 'release', classes: 7, epsilon: 1e-3 });
  files.later = await kerasResNet50({ naming: 'later', classes: 3, epsilon: 1.001e-5, pictureSize: 160 });
  files.nested = await kerasResNet50({ naming: 'later', classes: 2, epsilon: 1.001e-5, nested: true });
});

/** The only value of a tensor, which tells which of the file's weights it is. */
function nameInFile({ model }: LayersModelFile, data: ArrayLike<number>): string {
  const place = Math.round((data[0] - 1) * 1024);
  expect(data[data.length - 1]).toBe(data[0]);
  return model.weightsManifest[0].weights[place].name;
}

describe('readLayersModel', () => {
  it.each(['release', 'later'] as const)(
    'finds every tensor by the layer it belongs to (%s names)',
    (naming) => {
      const file = files[naming];
      const { tensors } = readLayersModel(file.model, file.bytes);
      expect(tensors.size).toBe(320);
      for (const [name, { data }] of tensors) expect(nameInFile(file, data)).toBe(kerasNames[naming](name));
    },
  );

  it('gives tensors in network order, as views on the bytes', () => {
    const { tensors } = readLayersModel(files.release.model, files.release.bytes);
    const names = [...tensors.keys()];
    expect(names.slice(0, 7)).toEqual([
      'conv1/kernel',
      'conv1/bias',
      'bn_conv1/gamma',
      'bn_conv1/beta',
      'bn_conv1/movingMean',
      'bn_conv1/movingVariance',
      'res2a_branch2a/kernel',
    ]);
    expect(names.slice(-2)).toEqual(['fc1000/kernel', 'fc1000/bias']);
    expect(tensors.get('fc1000/kernel')).toMatchObject({ shape: [2048, 7], type: 'float32' });
    expect(tensors.get('res5c_branch2b/kernel')!.shape).toEqual([3, 3, 512, 512]);
    expect(tensors.get('conv1/kernel')!.data.buffer).toBe(files.release.bytes.buffer);
  });

  it('says classes, epsilon and picture size', () => {
    const { classes, epsilon, pictureSize } = readLayersModel(files.later.model, files.later.bytes);
    expect({ classes, epsilon, pictureSize }).toEqual({
      classes: 3,
      epsilon: 1.001e-5,
      pictureSize: [160, 160],
    });
    expect(readLayersModel(files.release.model, files.release.bytes).epsilon).toBe(1e-3);
  });

  it('opens a model in a model, passes dropout over, takes any name for the dense layer', () => {
    const { tensors, classes } = readLayersModel(files.nested.model, files.nested.bytes);
    expect(classes).toBe(2);
    expect(nameInFile(files.nested, tensors.get('fc1000/kernel')!.data)).toBe('dense_3/kernel');
    expect(nameInFile(files.nested, tensors.get('res4f_branch2b/bias')!.data)).toBe(
      'conv4_block6_2_conv/bias',
    );
  });

  it('takes weights that carry the inner model’s name in front', () => {
    const model = structuredClone(files.nested.model);
    for (const weight of model.weightsManifest[0].weights) {
      if (!weight.name.startsWith('dense')) weight.name = `resnet50/${weight.name}`;
    }
    const { tensors } = readLayersModel(model, files.nested.bytes);
    expect(nameInFile({ ...files.nested, model }, tensors.get('conv1/bias')!.data)).toBe(
      'resnet50/conv1_conv/bias',
    );
  });

  it('reads what Keras 3 and old Keras write differently', () => {
    const model = changed(files.release, (layers) => {
      for (const layer of layers) {
        const inbound = (layer.inbound_nodes as [string, number, number, object][][])[0] ?? [];
        const tensor = ([name]: [string, ...unknown[]]) => ({
          class_name: '__keras_tensor__',
          config: { shape: [null, 1], dtype: 'float32', keras_history: [name, 0, 0] },
        });
        const args = inbound.length === 1 ? [tensor(inbound[0])] : [inbound.map(tensor)];
        layer.inbound_nodes = inbound.length ? [{ args, kwargs: {} }] : [];
      }
      const input = layers.find(({ class_name }) => class_name === 'InputLayer')!;
      input.config = { batch_shape: [null, null, null, 3], name: 'input_1' };
      const pool = layers.find(({ name }) => name === 'avg_pool')!;
      pool.class_name = 'AveragePooling2D';
      pool.config.pool_size = [7, 7];
      const dense = layers.find(({ name }) => name === 'fc1000')!;
      layers.push({ ...dense, name: 'flatten', class_name: 'Flatten', config: { name: 'flatten' } });
      dense.inbound_nodes = [[['flatten', 0, 0, {}]]];
    });
    const { tensors, pictureSize } = readLayersModel(model, files.release.bytes);
    expect(nameInFile(files.release, tensors.get('fc1000/bias')!.data)).toBe('fc1000/bias');
    expect(pictureSize).toEqual([null, null]);
  });

  it('takes a head that gives logits, and a softmax of its own', () => {
    const logits = changed(files.release, (layers) => {
      layers.find(({ name }) => name === 'fc1000')!.config.activation = 'linear';
    });
    expect(readLayersModel(logits, files.release.bytes).classes).toBe(7);
    const separate = changed(files.release, (layers, config) => {
      layers.find(({ name }) => name === 'fc1000')!.config.activation = 'linear';
      const inbound_nodes = [[['fc1000', 0, 0, {}]]];
      layers.push({ name: 'softmax', class_name: 'Softmax', config: { name: 'softmax' }, inbound_nodes });
      config.output_layers = [['softmax', 0, 0]];
    });
    expect(readLayersModel(separate, files.release.bytes).classes).toBe(7);
  });
});

describe('quantised weights', () => {
  it('undoes float16, uint8 and uint16 quantisation', () => {
    const model = structuredClone(files.release.model);
    const parts = new Map<string, { quantization: object; codes: Uint8Array | Uint16Array }>();
    const weights = model.weightsManifest[0].weights;
    const quantise = (
      name: string,
      quantization: object,
      codes: (length: number) => Uint8Array | Uint16Array,
    ) => {
      const { shape } = weights.find((weight) => weight.name === name)!;
      parts.set(name, { quantization, codes: codes(shape.reduce((a, b) => a * b)) });
    };
    // An odd number of bytes first, so that what follows is not aligned.
    quantise('fc1000/bias', { dtype: 'uint8', scale: 0.5, min: -3 }, () =>
      Uint8Array.of(0, 1, 2, 3, 100, 254, 255),
    );
    quantise('conv1/bias', { dtype: 'uint16', scale: 0.25, min: 1 }, (n) => new Uint16Array(n).fill(40000));
    quantise('bn_conv1/beta', { dtype: 'float16', original_dtype: 'float32' }, (n) =>
      new Uint16Array(n).fill(0xc100),
    );
    const order = ['fc1000/bias', 'conv1/bias', 'bn_conv1/beta'];
    weights.sort((a, b) => rank(order, a.name) - rank(order, b.name));
    const bytes = new Uint8Array(
      weights.reduce(
        (sum, { name, shape }) => sum + (parts.get(name)?.codes.byteLength ?? 4 * size(shape)),
        0,
      ),
    );
    let offset = 0;
    for (const weight of weights) {
      const part = parts.get(weight.name);
      if (part) {
        weight.quantization = part.quantization;
        bytes.set(new Uint8Array(part.codes.buffer), offset);
      }
      offset += part?.codes.byteLength ?? 4 * size(weight.shape);
    }
    const { tensors } = readLayersModel(model, bytes);
    expect([...tensors.get('fc1000/bias')!.data]).toEqual([-3, -2.5, -2, -1.5, 47, 124, 124.5]);
    expect([...tensors.get('conv1/bias')!.data]).toEqual(Array(64).fill(10001));
    expect([...tensors.get('bn_conv1/beta')!.data]).toEqual(Array(64).fill(-2.5));
    expect(tensors.get('conv1/kernel')!.data.every((value) => value === 0)).toBe(true);
  });
});

describe('layersModelShards', () => {
  it('lists the files in order', () => {
    const weightsManifest = [{ paths: ['b.bin', 'a.bin'], weights: [] }, { paths: ['sub/c.bin'], weights: [] }]; // prettier-ignore
    expect(layersModelShards({ modelTopology: {}, weightsManifest })).toEqual([
      'b.bin',
      'a.bin',
      'sub/c.bin',
    ]);
  });

  it.each(['../secret', '/etc/passwd', 'a/../../b', 'C:\\b', '..\\b', ''])('refuses the path %j', (path) => {
    const model = { modelTopology: {}, weightsManifest: [{ paths: [path], weights: [] }] };
    expect(reasonOf(() => layersModelShards(model))).toMatch(/path/);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['a list', [], /not an object/],
    ['null', null, /not an object/],
    ['a graph model', { format: 'graph-model', modelTopology: {} }, /"graph-model", not "layers-model"/],
    ['no topology', { format: 'layers-model' }, /no modelTopology/],
    ['no layers', topologyOf([]), /no layers/],
    ['a layer that is missing', topologyOf([layer('a', 'Dense', ['b'])]), /"b" is missing/],
    ['a circle', topologyOf([layer('a', 'Add', ['b']), layer('b', 'Add', ['a'])]), /reads its own output/],
    ['two names alike', topologyOf([layer('a', 'Add', []), layer('a', 'Add', [])]), /same name/],
    [
      'a model of another class',
      { modelTopology: { class_name: 'Thing', config: {} } },
      /"?Thing"?, not a model/,
    ],
  ])('%s', (_, model, reason) => {
    expect(reasonOf(() => readLayersModel(model, new Uint8Array()))).toMatch(reason);
  });

  it.each<[string, (layers: LayerEntry[], config: Record<string, unknown>) => void, RegExp]>([
    [
      'the stride on the 3×3 (v1.5)',
      (layers) => {
        named(layers, 'res3a_branch2a').config.strides = [1, 1];
        named(layers, 'res3a_branch2b').config.strides = [2, 2];
      },
      /"res3a_branch2a".* strides \[1,1\] instead of \[2,2\]/,
    ],
    [
      'convolutions without biases',
      (layers) => void (named(layers, 'conv1').config.use_bias = false),
      /"conv1".* use_bias false instead of true/,
    ],
    [
      'another width',
      (layers) => void (named(layers, 'res4b_branch2b').config.filters = 128),
      /"res4b_branch2b".* filters 128 instead of 256/,
    ],
    [
      'a dilated convolution',
      (layers) => void (named(layers, 'res5b_branch2b').config.dilation_rate = [2, 2]),
      /dilation_rate/,
    ],
    [
      'groups (ResNeXt)',
      (layers) => void (named(layers, 'res2b_branch2b').config.groups = 32),
      /groups 32 instead of 1/,
    ],
    [
      'channels first',
      (layers) => void (named(layers, 'conv1').config.data_format = 'channels_first'),
      /data_format/,
    ],
    ['another activation', (layers) => void (activationAfter(layers, 'bn_conv1').config.activation = 'elu'), /follows "bn_conv1"/], // prettier-ignore
    [
      'a leaky ReLU',
      (layers) => {
        const activation = activationAfter(layers, 'bn_conv1');
        activation.class_name = 'ReLU';
        activation.config = { negative_slope: 0.1 };
      },
      /negative_slope 0.1 instead of 0/,
    ],
    [
      'no padding before the pool (old Keras)',
      (layers) => {
        const pool = layers.find(({ class_name }) => class_name === 'MaxPooling2D')!;
        pool.inbound_nodes = named(layers, 'pool1_pad').inbound_nodes;
        layers.splice(layers.indexOf(named(layers, 'pool1_pad')), 1);
      },
      /where this network has pool1_pad \(pad\)/,
    ],
    [
      'a model of grey pictures',
      (layers) => void (named(layers, 'input_1').config.batch_input_shape = [null, 224, 224, 1]),
      /3 channels/,
    ],
    [
      'no head',
      (layers, config) => {
        layers.splice(layers.indexOf(named(layers, 'fc1000')), 1);
        config.output_layers = [['avg_pool', 0, 0]];
      },
      /0 dense layers/,
    ],
    [
      'a hidden layer in the head',
      (layers, config) => {
        layers.push({ ...named(layers, 'fc1000'), name: 'second', inbound_nodes: [[['fc1000', 0, 0, {}]]] });
        config.output_layers = [['second', 0, 0]];
      },
      /2 dense layers/,
    ],
    [
      'a batch norm in the head',
      (layers) => {
        const norm = named(layers, 'bn5c_branch2c');
        layers.push({ ...norm, name: 'extra', inbound_nodes: [[['avg_pool', 0, 0, {}]]] });
        named(layers, 'fc1000').inbound_nodes = [[['extra', 0, 0, {}]]];
      },
      /"extra" \(BatchNormalization\) follows "avg_pool"/,
    ],
    [
      'a layer on the side',
      (layers) => void layers.push({ ...named(layers, 'bn_conv1'), name: 'side' }),
      /do the same|not part of this network/,
    ],
    [
      'a sigmoid head',
      (layers) => void (named(layers, 'fc1000').config.activation = 'sigmoid'),
      /"sigmoid" instead of a softmax/,
    ],
    [
      'rescaling inside',
      (layers) => {
        const inbound_nodes = [[['input_1', 0, 0, {}]]];
        layers.push({
          name: 'rescaling',
          class_name: 'Rescaling',
          config: { scale: 1 / 255 },
          inbound_nodes,
        });
        named(layers, 'conv1_pad').inbound_nodes = [[['rescaling', 0, 0, {}]]];
      },
      /"rescaling" \(Rescaling\) follows the input/,
    ],
    [
      'batch norms of different epsilons',
      (layers) => void (named(layers, 'bn3a_branch1').config.epsilon = 1e-5),
      /epsilons of its batch norms are 0.001, 0.00001/,
    ],
    [
      'a layer used twice',
      (layers) =>
        void (named(layers, 'res2b_branch2a').inbound_nodes = [[['pool1', 0, 0, {}]], [['x', 0, 0, {}]]]),
      /used more than once/,
    ],
    [
      'two outputs',
      (_, config) => void (config.output_layers = [['fc1000', 0, 0], ['avg_pool', 0, 0]]), // prettier-ignore
      /2 outputs/,
    ],
  ])('%s', (_, change, reason) => {
    expect(reasonOf(() => readLayersModel(changed(files.release, change), files.release.bytes))).toMatch(
      reason,
    );
  });

  it.each<[string, (weights: LayersModelFile['model']['weightsManifest'][0]['weights']) => void, RegExp]>([
    ['a missing tensor', (weights) => void (weights[0].name = 'other'), /no weights named conv1\/kernel/],
    ['a name twice', (weights) => void (weights[3].name = 'conv1/bias'), /2 weights named conv1\/bias/],
    [
      'another shape',
      (weights) => void weights[0].shape.reverse(),
      /conv1\/kernel is \[64,3,7,7\], not \[7,7,3,64\]/,
    ],
    ['integers', (weights) => void (weights[1].dtype = 'int32'), /conv1\/bias is of type "int32"/],
    [
      'an unknown type',
      (weights) => void (weights[1].dtype = 'complex64'),
      /the type of conv1\/bias is "complex64"/,
    ],
    ['a broken shape', (weights) => void (weights[1].shape = [-1]), /shape of conv1\/bias/],
    ['no shape', (weights) => void (weights[1].shape = 7 as never), /shape of conv1\/bias/],
    [
      'quantisation without its scale',
      (weights) => void (weights[1].quantization = { dtype: 'uint8' }),
      /quantization of conv1\/bias/,
    ],
  ])('%s', (_, change, reason) => {
    const model = structuredClone(files.release.model);
    change(model.weightsManifest[0].weights);
    const bytes = model.weightsManifest[0].weights[1].quantization
      ? files.release.bytes.subarray(0, -3 * 64)
      : files.release.bytes;
    expect(reasonOf(() => readLayersModel(model, bytes))).toMatch(reason);
  });

  it('infinities and NaN', () => {
    const bytes = files.release.bytes.slice();
    new Float32Array(bytes.buffer)[5] = Infinity;
    expect(reasonOf(() => readLayersModel(files.release.model, bytes))).toMatch(
      /conv1\/kernel .* not a finite number/,
    );
  });

  it('too few bytes', () => {
    const { model, bytes } = files.release;
    const expected = bytes.length;
    expect(() => readLayersModel(model, bytes.subarray(0, -4))).toThrow(
      new AtlasError('weightsLength', { file: 'weights of model.json', expected, actual: expected - 4 }),
    );
  });
});

function size(shape: readonly number[]): number {
  return shape.reduce((product, side) => product * side, 1);
}

/** Names in `first` come first, in that order. */
function rank(first: readonly string[], name: string): number {
  const place = first.indexOf(name);
  return place < 0 ? first.length : place;
}

function reasonOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(AtlasError);
    expect((error as AtlasError).code).toBe('weightsManifest');
    return (error as AtlasError<'weightsManifest'>).details.reason;
  }
  throw new Error('it was read');
}

function changed(
  { model }: LayersModelFile,
  change: (layers: LayerEntry[], config: Record<string, unknown>) => void,
): LayersModelFile['model'] {
  const copy = structuredClone(model);
  const config = copy.modelTopology.config as Record<string, unknown>;
  change(config.layers as LayerEntry[], config);
  return copy;
}

function named(layers: readonly LayerEntry[], name: string): LayerEntry {
  return layers.find((layer) => layer.name === name)!;
}

function activationAfter(layers: readonly LayerEntry[], name: string): LayerEntry {
  return layers.find(
    (layer) => layer.class_name === 'Activation' && JSON.stringify(layer.inbound_nodes).includes(name),
  )!;
}

function layer(name: string, className: string, inputs: string[]): LayerEntry {
  return {
    name,
    class_name: className,
    config: {},
    inbound_nodes: [inputs.map((input) => [input, 0, 0, {}])],
  };
}

function topologyOf(layers: LayerEntry[]): object {
  return {
    modelTopology: { class_name: 'Model', config: { layers, output_layers: [['a', 0, 0]] } },
    weightsManifest: [],
  };
}
