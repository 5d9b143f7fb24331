import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { smallWeights } from '../../src/lib/model/weights/testing.ts';
import { readServedFolder } from './servedFolder.ts';

const folder = await mkdtemp(join(tmpdir(), 'served-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const weights = await smallWeights();
const [, { file: shard, bytes }] = weights.manifest.shards;

beforeEach(async () => {
  for (const [name, content] of weights.files) await writeFile(join(folder, name), content);
});

const codeOf = (error: { code?: string; details?: object }) => ({ code: error.code, details: error.details });
const failure = () => readServedFolder(folder).then(() => undefined, codeOf); // prettier-ignore

it('reads what the page would load', async () => {
  const { manifest, labels, tensors } = await readServedFolder(folder);
  expect(manifest).toEqual(weights.manifest);
  expect(labels).toEqual(weights.labels);
  expect([...tensors.keys()]).toEqual([...weights.tensors.keys()]);
  expect(tensors.get('head/bias')!.data).toEqual(weights.tensors.get('head/bias')!.data);
});

it('tells of a missing shard', async () => {
  await rm(join(folder, shard));
  expect(await failure()).toEqual({ code: 'weightsMissing', details: { file: shard, status: 0 } });
});

it('tells of a missing manifest', async () => {
  await rm(join(folder, 'manifest.json'));
  expect(await failure()).toEqual({ code: 'weightsMissing', details: { file: 'manifest.json', status: 0 } });
});

it('tells of a damaged shard', async () => {
  await writeFile(join(folder, shard), new Uint8Array(bytes));
  expect(await failure()).toEqual({ code: 'weightsHash', details: { file: shard } });
});

it('tells of a short shard', async () => {
  await writeFile(join(folder, shard), new Uint8Array(10));
  expect(await failure()).toEqual({
    code: 'weightsLength',
    details: { file: shard, expected: bytes, actual: 10 },
  });
});

it('tells of a page in place of a shard', async () => {
  await writeFile(join(folder, shard), '<!DOCTYPE html><html lang="en"></html>');
  expect(await failure()).toEqual({ code: 'weightsNotBinary', details: { file: shard } });
});
