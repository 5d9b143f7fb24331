import { link, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeFloat16 } from '../../src/lib/model/weights/float16.ts';
import { importModel, UnreadableModel } from './importModel.ts';
import { readServedFolder } from './servedFolder.ts';
import { kerasResNet50 } from './testing/kerasResNet50.ts';

const folder = await mkdtemp(join(tmpdir(), 'import-'));
const model = join(folder, 'birds');
const served = join(folder, 'served');
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A fine-tuned model as tfjs' converter leaves it: several shards, cut without regard to tensors. */
beforeAll(async () => {
  const options = { naming: 'later', classes: 3, epsilon: 1.001e-5, nested: true, pictureSize: 160 } as const;
  const { model: json, bytes } = await kerasResNet50(options);
  json.weightsManifest[0].paths = ['b.bin', 'a.bin'];
  await mkdir(model);
  await writeFile(join(model, 'b.bin'), bytes.subarray(0, 4_194_303));
  await writeFile(join(model, 'a.bin'), bytes.subarray(4_194_303));
  await writeFile(join(model, 'labels.json'), JSON.stringify({ wren: 2, robin: 0, finch: 1 }));
  await writeFile(join(model, 'model.json'), JSON.stringify(json));
});

async function imported(from = model, name?: string) {
  const lines: string[] = [];
  const result = await importModel(from, name, served, (line) => lines.push(line));
  return { ...result, lines };
}

async function replace(path: string, content: string | Uint8Array): Promise<void> {
  await rm(path);
  await writeFile(path, content);
}

describe('importModel', () => {
  it('writes a folder that the page’s loader reads', async () => {
    const { name, lines } = await imported();
    expect(name).toBe('birds');
    expect(lines.at(-1)).toMatch(/made for pictures of 160 × 160 pixels/);
    const { manifest, labels, tensors } = await readServedFolder(join(served, 'birds'));
    expect(manifest).toMatchObject({
      model: 'resnet50',
      classes: 3,
      epsilon: 1.001e-5,
      source: { name: 'birds' },
    });
    expect(labels).toEqual(['robin', 'finch', 'wren']);
    const kernel = tensors.get('fc1000/kernel')!;
    expect(kernel).toMatchObject({ type: 'float16', shape: [2048, 3] });
    // In the file, the dense layer's weights come after those of 52 convolutions and their batch norms.
    const json = JSON.parse(await readFile(join(model, 'model.json'), 'utf8'));
    const place = json.weightsManifest[0].weights.findIndex(
      ({ name }: { name: string }) => name === 'dense_3/kernel',
    );
    expect([...new Set(decodeFloat16(kernel.data as Uint16Array))]).toEqual([1 + place / 1024]);
    expect(manifest.shards.map((shard) => shard.name).join(' ')).toBe(
      'conv1 2a 2b 2c 3a 3b 3c 3d 4a 4b 4c 4d 4e 4f 5a 5b 5c fc1000',
    );
  });

  it('replaces what was there, and leaves nothing else', async () => {
    await imported(join(model, 'model.json'), 'again');
    const first = await readdir(join(served, 'again'));
    await imported(model, 'again');
    expect((await readdir(join(served, 'again'))).sort()).toEqual(first.sort());
    expect(first).toHaveLength(18 + 2);
    expect((await readdir(served)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it.each<[string, (copy: string) => Promise<void>, RegExp]>([
    ['no model.json', (copy) => rm(join(copy, 'model.json')), /: model.json is missing\.$/],
    ['no JSON', (copy) => replace(join(copy, 'model.json'), '{'), /: in model.json, it is not JSON\.$/],
    [
      'a graph model',
      (copy) => replace(join(copy, 'model.json'), '{"format":"graph-model"}'),
      /: in model.json, its format is "graph-model", not "layers-model"\.$/,
    ],
    ['no shard', (copy) => rm(join(copy, 'a.bin')), /: a.bin is missing\.$/],
    ['a short shard', (copy) => replace(join(copy, 'a.bin'), new Uint8Array(1000)), /: its shards have \d+ bytes, and model.json lists \d+\.$/], // prettier-ignore
    ['wrong class names', (copy) => replace(join(copy, 'labels.json'), '["a"]'), /: in labels.json, it has 1 class names for 3 classes\.$/], // prettier-ignore
  ])('tells of %s in one sentence, and writes nothing', async (_, damage, sentence) => {
    const copy = join(folder, 'damaged');
    await mkdir(copy);
    // Linked, not copied: 94 MB each. A damaged file is a new one.
    for (const file of await readdir(model)) await link(join(model, file), join(copy, file));
    await damage(copy);
    const error = await imported(copy).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(UnreadableModel);
    expect(error.message).toMatch(sentence);
    expect(error.message).not.toContain('\n');
    expect(await readdir(served)).not.toContain('damaged');
    await rm(copy, { recursive: true });
  });

  it.each([
    ['a folder that is not there', '/nowhere/at/all', undefined, /There is no folder/],
    ['a name that leads elsewhere', model, '../birds', /cannot be the name of a folder/],
    ['an empty name', model, '', /cannot be the name/],
    ['the published weights’ name', model, 'ResNet50', /belongs to the published weights/],
  ])('refuses %s', async (_, from, name, sentence) => {
    await expect(imported(from, name)).rejects.toThrow(sentence);
  });
});
