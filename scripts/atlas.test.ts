/** The command line as a user calls it: JSON on stdout, or one sentence on stderr and exit code 2. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { badPictures, writeBadPictures } from './bad-pictures.ts';
import { atlas, atlasJson as json } from './testing/atlas.ts';
import { servedFolder } from './weights/stamp.mjs';

const fixtures = join(import.meta.dirname, '../src/lib/model/engine/fixtures');
const chelsea = join(fixtures, 'chelsea.png');
const golden = JSON.parse(readFileSync(join(fixtures, 'chelsea.json'), 'utf8'));

afterEach(() => vi.restoreAllMocks());

describe('facts', () => {
  it('has the shape of the contract', async () => {
    const facts = await json('facts');
    expect(Object.keys(facts)).toEqual(['model', 'totals', 'nodes']);
    expect(facts.totals).toEqual({ params: 25_636_712, trainable: 25_583_592, macs: 3_857_973_248 });
    const keys = ['id', 'kind', 'stage', 'block', 'shape', 'params', 'macs', 'receptiveField', 'jump'];
    for (const node of facts.nodes) expect(Object.keys(node)).toEqual(keys);
    const avgPool = facts.nodes.find((node: { id: string }) => node.id === 'avg_pool');
    expect(avgPool).toMatchObject({ shape: [2048], receptiveField: null, jump: null, macs: 0 });
  });
});

describe('export', () => {
  it('prints the program that was run for the fixtures', async () => {
    const fixture = join(import.meta.dirname, '../src/lib/model/export/fixtures/resnet50.pytorch.py');
    const { code, stdout } = await atlas('export', '--to', 'pytorch');
    expect(code).toBe(0);
    expect(stdout).toBe(readFileSync(fixture, 'utf8'));
  });

  it('knows other networks, parts and interventions', async () => {
    const answer = await json(
      'export',
      '--model',
      'cifar-resnet-20',
      '--to',
      'keras',
      '--cut',
      'stage2_block2',
    );
    expect(Object.keys(answer)).toEqual(['model', 'to', 'code']);
    expect(answer).toMatchObject({ model: 'cifar-resnet-20', to: 'keras' });
    expect(answer.code).toContain('layers.Identity(name="stage2_block2_add")');
    const part = await json('export', '--to', 'pytorch', '--node', 'pool1');
    expect(part.code).toContain('return pool1');
    expect(part.code).not.toContain('res2a');
  });

  it.each([
    [['export'], '--to'],
    [['export', '--to', 'onnx'], 'pytorch, keras'],
    [['export', '--to', 'keras', '--model', 'resnet51'], 'resnet51'],
    [['export', '--to', 'keras', '--node', 'conv9'], 'conv9'],
  ])('%s: one sentence that names what is wrong', async (args, named) => {
    const { code, stdout, stderr } = await atlas(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain(named);
  });
});

describe('predict', () => {
  it('answers with the top five, and the target, in float16 unless told otherwise', async () => {
    const answer = await json('predict', chelsea);
    expect(Object.keys(answer)).toEqual(['model', 'backend', 'weights', 'milliseconds', 'top', 'target']);
    expect(answer).toMatchObject({ model: 'resnet50', backend: 'wasm', weights: 'float16' });
    expect(answer.top.map(({ label }: { label: string }) => label).slice(0, 3)).toEqual(
      golden.top5.slice(0, 3).map(({ label }: { label: string }) => label),
    );
    expect(answer.target).toEqual(answer.top[0]);
    expect(answer.milliseconds).toBeGreaterThan(0);
  });

  it('keeps the unmodified network’s class as target when blocks are cut and removed', async () => {
    const answer = await json(
      'predict',
      chelsea,
      '--cut',
      '4d',
      '--remove',
      '3b,4c',
      '--stats',
      '--precision',
      'float32',
    );
    expect(answer.weights).toBe('float32');
    expect(answer.target.index).toBe(golden.top5[0].index);
    expect(answer.residual['4d']).toMatchObject({ shortcut: null, cosine: null });
    expect(answer.residual['4d'].branch).toBeGreaterThan(0);
    expect(answer.residual).not.toHaveProperty('3b');
    expect(Object.keys(answer.residual)).toHaveLength(14);
    expect(Object.keys(answer.nodes.conv1)).toEqual(['shape', 'mean', 'std', 'min', 'max', 'l2']);
    expect(answer.nodes).not.toHaveProperty('res3b_branch2a');
  });

  it('uses the weights of a folder that was prepared, as they are stored', async () => {
    const answer = await json('predict', chelsea, '--weights', servedFolder('resnet50'));
    expect(answer.weights).toBe('float16');
    expect(answer.top[0].label).toBe(golden.top5[0].label);
    expect(Math.abs(answer.top[0].probability - golden.top5[0].probability)).toBeLessThan(2e-3);
  });

  it('of one removed block gives the golden probability', async () => {
    const answer = await json('predict', chelsea, '--remove', '3b', '--precision', 'float32');
    expect(Math.abs(answer.target.probability - golden.lesions['3b'].probabilityOfTop1)).toBeLessThan(3e-3);
  });
});

describe('gradients', () => {
  it('answers for every block, removed ones too', async () => {
    const answer = await json('gradients', chelsea, '--cut', 'all', '--remove', '3b');
    expect(Object.keys(answer)).toEqual(['model', 'backend', 'weights', 'target', 'loss', 'input', 'blocks']);
    expect(Object.keys(answer.blocks)).toHaveLength(16);
    expect(answer.target.index).toBe(golden.top5[0].index);
  });

  it('of a shortcut multiplied by 0 gives those of the network without it', async () => {
    const answer = await json('gradients', chelsea, '--shortcut', '4d:0', '--precision', 'float32');
    for (const [block, norm] of Object.entries<number>(golden.gradients.cut4d.blocks)) {
      expect(Math.abs(answer.blocks[block] / norm - 1), block).toBeLessThan(0.01);
    }
  });
});

describe('paths', () => {
  it('adds up to the whole gradient, which is the golden one where the last stage begins', async () => {
    const answer = await json('paths', chelsea, '--samples', '0', '--precision', 'float32');
    const keys = ['model', 'backend', 'weights', 'target', 'samples', 'seed', 'loss', 'node', 'norm'];
    expect(Object.keys(answer)).toEqual([...keys, 'lengths', 'few']);
    expect(answer).toMatchObject({ node: 'pool1', samples: 0, seed: 0 });
    const share = (all: { share: number }[]) => all.reduce((sum, one) => sum + one.share, 0);
    expect(answer.lengths).toHaveLength(17);
    expect(Object.keys(answer.lengths[8])).toEqual(['length', 'paths', 'norm', 'share', 'sampled']);
    expect(answer.lengths[8]).toMatchObject({ length: 8, paths: 12_870, sampled: [] });
    expect(share(answer.lengths)).toBeCloseTo(1, 4);
    expect(answer.few).toMatchObject({ node: 'res4f', blocks: ['5a', '5b', '5c'] });
    expect(share(answer.few.paths)).toBeCloseTo(1, 5);
    expect(Math.abs(answer.few.norm / golden.gradients.skips.blocks['4f'] - 1)).toBeLessThan(0.01);
  });
});

describe('refine', () => {
  it('answers for every picture and block, and leaves the network early', async () => {
    const answer = await json('refine', chelsea, '--rank', '2');
    expect(Object.keys(answer)).toEqual(['model', 'backend', 'weights', 'images']);
    const [{ image, target, label, loss, blocks, exits }] = answer.images;
    const [, second] = golden.top5;
    expect([image, target, label]).toEqual(['chelsea.png', second.index, second.label]);
    expect(Math.abs(loss + Math.log(second.probability))).toBeLessThan(0.02);
    expect(Object.keys(blocks)).toHaveLength(16);
    expect(Object.keys(blocks['4d'])).toEqual(['stage', 'error', 'cosine', 'cosineAtSum', 'ratio']);
    expect(exits.map(({ block }: { block: string }) => block)).toEqual(['5a', '5b', '5c']);
    expect(exits[2].top[0]).toMatchObject({ index: golden.top5[0].index, label: golden.top5[0].label });
  });
});

describe('lesion', () => {
  it('answers for every block; with random removals and pairs where asked', async () => {
    const args = [chelsea, '--precision', 'float32', '--random', '2', '--draws', '1', '--pairs'];
    const { images } = await json('lesion', ...args);
    expect(images).toHaveLength(1);
    const [image] = images;
    const { index: target, label } = golden.top5[0];
    expect(image).toMatchObject({ image: 'chelsea.png', target, label, top1: target });
    expect(Math.abs(image.base - golden.top5[0].probability)).toBeLessThan(1e-4);
    expect(Object.keys(image.blocks)).toHaveLength(16);
    for (const [block, { probabilityOfTop1, top1 }] of Object.entries<Record<string, number>>(
      golden.lesions,
    )) {
      expect(Math.abs(image.blocks[block].probability - probabilityOfTop1), block).toBeLessThan(3e-3);
      expect(image.blocks[block].top1, block).toBe(top1);
    }
    const [one, two] = image.random;
    expect([one.blocks.length, two.blocks.length]).toEqual([1, 2]);
    expect(one.probability).toBe(image.blocks[one.blocks[0]].probability);
    expect(image.pairs).toHaveLength(15);
  });
});

describe('feed', () => {
  const feed = (...args: string[]) => json('feed', chelsea, '--precision', 'float32', ...args);

  it('answers as in training unless told otherwise', async () => {
    const answer = await feed();
    expect(Object.keys(answer)).toEqual(['model', 'backend', 'weights', 'feed', 'crops', 'images']);
    const [{ image, top }] = answer.images;
    expect([image, answer.crops, answer.feed]).toEqual(['chelsea.png', 1, {}]);
    top.forEach(({ index, label, probability }: (typeof golden.top5)[0], i: number) => {
      expect([index, label]).toEqual([golden.top5[i].index, golden.top5[i].label]);
      expect(Math.abs(probability - golden.top5[i].probability)).toBeLessThan(1e-4);
    });
  });

  it('gives levels and squares as asked', async () => {
    const divided = await feed('--levels', 'divided');
    expect(divided.images[0].input.max).toBeLessThanOrEqual(1);
    const byHand = await feed('--order', 'rgb', '--scale', '1/255', '--mean', 'off');
    expect(byHand.feed.levels).toEqual(divided.feed.levels);
    expect(byHand.images).toEqual(divided.images);
    const turned = await feed('--flip', '--turn', '-10', '--shift', '0.1,0');
    expect(turned.feed).toEqual({ warp: { flip: true, turn: -10, right: 0.1, down: 0 } });
    expect(turned.images[0].top[0].probability).not.toBe(golden.top5[0].probability);
  });
});

describe('features', () => {
  it('are the values that predict describes', async () => {
    const { node, images } = await json('features', chelsea, '--precision', 'float32');
    const [{ features }] = images as { features: number[] }[];
    const { mean, l2 } = golden.nodes.avg_pool;
    expect([node, features.length, Math.min(...features) >= 0]).toEqual(['avg_pool', 2048, true]);
    expect(features.reduce((sum, x) => sum + x) / 2048).toBeCloseTo(mean, 3);
    expect(Math.hypot(...features)).toBeCloseTo(l2, 1);
  });

  it('tell classes apart by their means, each picture left out once', async () => {
    const coffee = join(fixtures, 'coffee.png');
    const { nearestMean } = await json('features', chelsea, chelsea, coffee, coffee, '--groups', '2,2');
    expect(Object.keys(nearestMean)).toEqual(['raw', 'unit', 'standardised']);
    expect(nearestMean.raw).toEqual({ right: 4, answers: [0, 0, 1, 1], matrix: [[2, 0], [0, 2]] }); // prettier-ignore
  });
});

describe('what it cannot do, it says in one sentence with exit code 2', () => {
  it.each([
    [['nonsense'], 'nonsense'],
    [['predict'], 'picture'],
    [['predict', 'nowhere.png'], 'nowhere.png'],
    [['predict', fixtures], 'fixtures'],
    [['predict', chelsea, '--frobnicate'], '--frobnicate'],
    [['predict', chelsea, 'another.png'], 'another.png'],
    [['predict', chelsea, '--cut', '9z'], '9z'],
    [['predict', chelsea, '--cut'], '--cut'],
    [['predict', chelsea, '--cut', ''], '--cut'],
    [['predict', chelsea, '--remove', 'all'], 'all'],
    [['predict', chelsea, '--branch', '9z:0.5'], '9z'],
    [['predict', chelsea, '--shortcut', '4d:half'], '4d:half'],
    [['predict', chelsea, '--cut', '3b', '--remove', '3b'], '3b'],
    [['predict', chelsea, '--target', '1000'], '1000'],
    [['feed', chelsea, '--levels', 'grey'], 'asTrained, notReversed'],
    [['feed', chelsea, '--scale', '1/0'], '1/0'],
    [['feed', chelsea, '--mean', '1,2'], '3 numbers'],
    [['feed', chelsea, '--zoom', '0'], '--zoom'],
    [['features', chelsea, '--node', 'conv9'], 'conv9'],
    [['features', chelsea, '--groups', '2,2'], 'the 1 pictures'],
    [['predict', chelsea, '--target', '-1'], '-1'],
    [['predict', chelsea, '--target', 'cat'], 'cat'],
    [['predict', chelsea, '--precision', 'float8'], 'float8'],
    [['predict', chelsea, '--weights', 'nowhere'], 'manifest.json'],
    [['predict', chelsea, '--weights', 'nowhere', '--precision', 'float32'], '--precision'],
    [['predict', chelsea, '--stats=yes'], '--stats'],
    [['gradients', chelsea, '--stats'], '--stats'],
    [['paths', chelsea, '--samples', 'many'], 'many'],
    [['paths', chelsea, '--seed', '-1'], '-1'],
    [['paths', chelsea, '--target', '1000'], '1000'],
    [['refine'], 'picture'],
    [['refine', chelsea, 'nowhere.png'], 'nowhere.png'],
    [['refine', chelsea, '--rank', '0'], '--rank'],
    [['refine', chelsea, '--rank', '2', '--target', '3'], '--rank'],
    [['refine', chelsea, '--target', '1000'], '1000'],
    [['lesion'], 'picture'],
    [['lesion', chelsea, '--target', '1000'], '1000'],
    [['lesion', 'nowhere.png'], 'nowhere.png'],
    [['lesion', chelsea, '--random', '17'], '16'],
    [['lesion', chelsea, '--seed', '-1'], '-1'],
    [['facts', '--model', 'resnet51'], 'resnet51'],
    [['facts', 'resnet50'], 'resnet50'],
  ])('%j', async (args, mentioned) => {
    const { code, stdout, stderr } = await atlas(...args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(mentioned);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('odd and bad pictures', () => {
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'atlas-pictures-'));
    await writeBadPictures(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(badPictures.filter(({ error }) => error))(
    '$file is refused in a sentence that names it',
    async ({ file }) => {
      const { code, stdout, stderr } = await atlas('predict', join(folder, file));
      expect(code).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toContain(file);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    },
  );
});
