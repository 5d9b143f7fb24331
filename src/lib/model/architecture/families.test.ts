import { describe, expect, test } from 'vitest';
import { AtlasError } from '../errors.ts';
import { blocksOf } from './blocks.ts';
import { costs } from './costs.ts';
import { buildModel, cifarNetwork, modelNames } from './families.ts';
import keras from './fixtures/keras-resnet50.json' with { type: 'json' };
import { facts } from './facts.ts';
import type { Graph } from './graph.ts';
import { plain } from './rewrites.ts';
import { inferShapes, weightShapes } from './shapes.ts';

type Net = (typeof keras.other_nets)[number];

function nameOf({ depth, version, option }: Net): string {
  const shortcut = option.startsWith('plain') ? '-plain' : option === 'B' ? '' : `-option${option}`;
  const name = `resnet${depth}${version === 'v1' ? '' : '-v1.5'}${shortcut}`;
  return name === 'resnet50' ? 'resnet50-nobias' : name;
}

describe('the ImageNet family against an independent count', () => {
  test.each(keras.other_nets.map((net) => [nameOf(net), net] as const))('%s', (name, net) => {
    const graph = buildModel(name);
    const { totals, nodes } = facts(graph);
    const { nodes: costOf } = costs(graph);
    expect(totals).toEqual({
      params: net.params_trainable + net.bn_running,
      trainable: net.params_trainable,
      macs: net.macs,
    });
    expect(nodes.filter(({ kind }) => kind === 'conv')).toHaveLength(net.conv_layers);

    const stages = net.stages.map(({ stage }) => {
      const own = nodes.filter((node) => (stage === 'fc' ? node.id === 'fc1000' : node.stage === stage));
      const last = own.at(-1)!;
      const sum = (count: (id: string) => number) => own.reduce((total, { id }) => total + count(id), 0);
      return {
        stage,
        params: sum((id) => costOf.get(id)!.trainable),
        macs: sum((id) => costOf.get(id)!.macs),
        rf: last.receptiveField,
        jump: last.jump,
        hw: last.shape.length === 3 ? last.shape[0] : 1,
      };
    });
    expect(stages).toEqual(net.stages);
    expect(stages.at(-2)!.rf).toBe(net.rf_final);
  });
});

describe('published sizes', () => {
  test.each([
    ['resnet18', 11_689_512],
    ['resnet34', 21_797_672],
    ['resnet50-v1.5', 25_557_032],
    ['resnet101-v1.5', 44_549_160],
    ['resnet152-v1.5', 60_192_808],
  ])('%s has as many parameters as torchvision documents', (name, params) => {
    expect(costs(buildModel(name)).totals.trainable).toBe(params);
  });

  test.each([
    ['resnet18', 1.8],
    ['resnet34', 3.6],
    ['resnet50', 3.8],
    ['resnet101', 7.6],
    ['resnet152', 11.3],
  ])('%s has the multiply-adds of He et al., Table 1 (in thousand millions)', (name, macs) => {
    expect(Math.abs(costs(buildModel(name)).totals.macs / 1e9 - macs)).toBeLessThan(0.07);
  });

  test.each([
    [20, 0.27, 2],
    [32, 0.46, 2],
    [44, 0.66, 2],
    [56, 0.85, 2],
    [110, 1.7, 1],
    [1202, 19.4, 1],
  ])(
    'a CIFAR network of %i layers has %f million parameters (He et al., Table 6)',
    (depth, millions, digits) => {
      const { trainable } = costs(buildModel(`cifar-resnet-${depth}`)).totals;
      expect(Number((trainable / 1e6).toFixed(digits))).toBe(millions);
    },
  );

  test('option C adds 13 projections to those of ResNet-34 with option B', () => {
    const projections = (name: string) =>
      buildModel(name).nodes.filter(({ kind, branch }) => kind === 'conv' && branch === 'shortcut').length;
    expect(projections('resnet34-optionC') - projections('resnet34')).toBe(13);
  });

  test('every identity block of ResNet-50 costs the same, and so does every block that halves the map', () => {
    const graph = buildModel('resnet50');
    const { nodes } = costs(graph);
    const perBlock = blocksOf(graph).map(({ id }) =>
      graph.nodes
        .filter(({ block }) => block === id)
        .reduce((sum, node) => sum + nodes.get(node.id)!.macs, 0),
    );
    const opening = 295_436_288;
    const identity = 218_365_952;
    const blocks = [3, 4, 6, 3].flatMap((count, stage) =>
      Array.from({ length: count }, (_, index) => (index ? identity : stage ? opening : 231_211_008)),
    );
    expect(perBlock).toEqual(blocks);
  });
});

describe('names', () => {
  test('every listed name builds a sound network of that name', () => {
    for (const name of modelNames) {
      const graph = buildModel(name);
      expect(graph.name).toBe(name);
      expect(inferShapes(graph).get('prob')).toEqual([name.startsWith('cifar') ? 10 : 1000]);
    }
  });

  test('no two listed names mean the same network', () => {
    const networks = modelNames.map((name) => JSON.stringify(buildModel(name).nodes));
    expect(new Set(networks).size).toBe(modelNames.length);
  });

  const nodes = (name: string) => buildModel(name).nodes;
  test.each([
    ['resnet18-optionB', 'resnet18'],
    ['resnet18-v1.5', 'resnet18'],
    ['resnet34-v1.5-plain', 'resnet34-plain'],
    ['resnet50-optionB', 'resnet50-nobias'],
    ['cifar-resnet-20-optionA', 'cifar-resnet-20'],
  ])('%s is %s spelled out', (long, short) => {
    expect(nodes(long)).toEqual(nodes(short));
  });

  test.each(['resnet50-v1.5', 'resnet34', 'resnet152', 'cifar-resnet-20', 'cifar-resnet-32-optionB'])(
    'the plain form of %s is what is left when all its shortcuts are cut',
    (name) => {
      const plainName = name.startsWith('cifar')
        ? name.replace('resnet', 'plain').replace('-optionB', '')
        : `${name}-plain`;
      expect(nodes(plainName)).toEqual(plain(buildModel(name)).nodes);
    },
  );

  test.each([
    '',
    'resnet',
    'resnet49',
    'resnet050',
    'ResNet50',
    'resnet50-optionD',
    'resnet50-plain-optionA',
    'resnet18-nobias',
    'resnet50-v1.5-v1.5',
    'cifar-resnet-21',
    'cifar-resnet-2',
    'cifar-plain-20-optionB',
    'cifar-resnet-99998',
    'constructor',
    'resnet50 ',
  ])("refuses '%s' and says which there are", (model) => {
    const expected = { code: 'unknownModel', details: { model, known: expect.stringContaining('resnet50') } };
    let thrown: unknown;
    try {
      buildModel(model);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(AtlasError);
    expect(thrown).toMatchObject(expected);
  });

  test('the longest stages of ResNet-101 and 152 are numbered as in the release', () => {
    const ids = (name: string) => blocksOf(buildModel(name)).map(({ id }) => id);
    const numbered = (stage: number, last: number) => [
      `${stage}a`,
      ...Array.from({ length: last }, (_, index) => `${stage}b${index + 1}`),
    ];
    const short = (stage: number) => ['a', 'b', 'c'].map((letter) => stage + letter);
    expect(ids('resnet101')).toEqual([...short(2), ...numbered(3, 3), ...numbered(4, 22), ...short(5)]);
    expect(ids('resnet152')).toEqual([...short(2), ...numbered(3, 7), ...numbered(4, 35), ...short(5)]);
    expect(ids('resnet34').slice(7, 13)).toEqual(['4a', '4b', '4c', '4d', '4e', '4f']);
  });
});

describe('the CIFAR family', () => {
  const small = { depth: 8, width: 4, classes: 5, inputShape: [12, 12, 2] };
  const kernels = (graph: Graph) =>
    Object.fromEntries([...weightShapes(graph)].filter(([key]) => key.endsWith('/kernel')));

  test('has the weights of the small reference networks', () => {
    const expected = {
      'stem_conv/kernel': [3, 3, 2, 4],
      'stage1_block1_conv1/kernel': [3, 3, 4, 4],
      'stage1_block1_conv2/kernel': [3, 3, 4, 4],
      'stage2_block1_conv1/kernel': [3, 3, 4, 8],
      'stage2_block1_conv2/kernel': [3, 3, 8, 8],
      'stage3_block1_conv1/kernel': [3, 3, 8, 16],
      'stage3_block1_conv2/kernel': [3, 3, 16, 16],
      'head/kernel': [16, 5],
    };
    expect(kernels(cifarNetwork(small))).toEqual(expected);
    expect(kernels(cifarNetwork({ ...small, shortcut: 'none' }))).toEqual(expected);
    expect(kernels(cifarNetwork({ ...small, shortcut: 'B' }))).toEqual({
      ...expected,
      'stage2_block1_projection/kernel': [1, 1, 4, 8],
      'stage3_block1_projection/kernel': [1, 1, 8, 16],
    });
  });

  test('has biases exactly where there is no batch norm', () => {
    const roles = (graph: Graph) => [...weightShapes(graph).keys()].filter((key) => !key.startsWith('head'));
    const normed = roles(cifarNetwork({ ...small, shortcut: 'B' }));
    expect(normed.filter((key) => key.endsWith('/bias'))).toEqual([]);
    expect(normed.filter((key) => key.endsWith('/gamma')).map((key) => key.split('/')[0])).toEqual([
      'stem_norm',
      'stage1_block1_norm1',
      'stage1_block1_norm2',
      'stage2_block1_norm1',
      'stage2_block1_norm2',
      'stage2_block1_projectionNorm',
      'stage3_block1_norm1',
      'stage3_block1_norm2',
      'stage3_block1_projectionNorm',
    ]);
    const bare = roles(cifarNetwork({ ...small, shortcut: 'A', norm: 'none' }));
    expect(bare.filter((key) => key.endsWith('/bias'))).toHaveLength(7);
    expect(bare).toHaveLength(14);
  });

  test('names its values after the blocks', () => {
    const graph = cifarNetwork(small);
    expect(blocksOf(graph).map(({ id, output, stage }) => [id, output, stage])).toEqual([
      ['stage1_block1', 'stage1_block1', 'conv2'],
      ['stage2_block1', 'stage2_block1', 'conv3'],
      ['stage3_block1', 'stage3_block1', 'conv4'],
    ]);
    expect(graph.nodes.filter(({ block }) => !block).map(({ id }) => id)).toEqual([
      'input',
      'stem_conv',
      'stem_norm',
      'stem',
      'avg_pool',
      'head',
      'prob',
    ]);
  });

  test('halves the map and doubles the filters twice', () => {
    const shapes = inferShapes(buildModel('cifar-resnet-56'));
    expect(['stem', 'stage1_block9', 'stage2_block9', 'stage3_block9'].map((id) => shapes.get(id))).toEqual([
      [32, 32, 16],
      [32, 32, 16],
      [16, 16, 32],
      [8, 8, 64],
    ]);
  });

  test('has 6n + 2 weighted layers, projections not counted', () => {
    for (const depth of [8, 20, 110]) {
      const weighted = buildModel(`cifar-resnet-${depth}`).nodes.filter(({ kind }) =>
        ['conv', 'dense'].includes(kind),
      );
      expect(weighted).toHaveLength(depth);
    }
  });

  test.each([0, 2, 9, 20.5, NaN, -4])('refuses %d layers', (depth) => {
    expect(() => cifarNetwork({ depth })).toThrow(RangeError);
  });
});
