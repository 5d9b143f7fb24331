/**
 * Draws the sprite of small emoji that a network can be trained on, into static/emoji:
 *     node scripts/run.mjs scripts/emoji.ts
 * The packages with the drawings are fetched from the npm registry and checked; nothing of them is installed or run.
 */
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { extract } from 'tar';
import { chooseConcepts, isForTest, type Concept, type EmojiEntry, type IconSet } from './emoji/choose.ts';
import { emojiClasses, emojiNames, emojiPackages } from './emoji/sources.ts';
import { emojiSets } from '../src/lib/state/emojiSets.ts';
import { fetchArchive, type NpmPackage } from './npmPackage.ts';

const target = resolve(import.meta.dirname, '../static/emoji');

/** Side of one emoji, in pixels, and how many stand in a row. */
const side = 32;
const columns = 48;

interface Icons {
  readonly width?: number;
  readonly height?: number;
  readonly icons: Readonly<Record<string, { readonly body: string; width?: number; height?: number }>>;
}

async function unpack(source: NpmPackage, folder: string, files: RegExp): Promise<string> {
  const archive = await fetchArchive(source, folder, console.error);
  const into = join(folder, source.name.replaceAll(/\W/g, '-'));
  await mkdir(into);
  await extract({
    file: archive,
    cwd: into,
    strict: true,
    filter: (path, entry) => files.test(path) && 'type' in entry && entry.type === 'File',
  });
  return join(into, 'package');
}

const readJson = async <T>(...path: string[]): Promise<T> =>
  JSON.parse(await readFile(join(...path), 'utf8')) as T;

async function drawIcon(icons: Icons, name: string): Promise<Buffer> {
  const { body, width = icons.width ?? 16, height = icons.height ?? 16 } = icons.icons[name];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${side * 4}" height="${side * 4}">${body}</svg>`;
  return sharp(Buffer.from(svg))
    .resize(side, side, { fit: 'contain', background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .ensureAlpha()
    .raw()
    .toBuffer();
}

/** Puts one tile's rows into the sprite. */
function place(sprite: Uint8Array, tile: Uint8Array, index: number): void {
  const left = (index % columns) * side;
  const top = Math.floor(index / columns) * side;
  for (let row = 0; row < side; row++) {
    const from = row * side * 4;
    sprite.set(tile.subarray(from, from + side * 4), ((top + row) * columns * side + left) * 4);
  }
}

function manifest(concepts: readonly Concept[]) {
  let tile = 0;
  const classes = Object.keys(emojiClasses).map((id) => ({
    id,
    concepts: concepts
      .filter((concept) => concept.class === id)
      .map(({ name, code, icons }, i) => ({
        name,
        code,
        test: isForTest(i),
        tiles: Object.fromEntries([...icons.keys()].map((set) => [set, tile++])),
      })),
  }));
  const sets = emojiSets.map((set) => ({ ...set, package: emojiPackages[set.id].name }));
  return { side, columns, tiles: tile, sets, names: emojiNames.name, classes };
}

export async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'emoji-'));
  try {
    const names = await unpack(
      emojiNames,
      folder,
      /^package\/(en\/(data|messages)|meta\/unicode-names)\.json$/,
    );
    const { subgroups } = await readJson<{ subgroups: { order: number; key: string }[] }>(
      ...[names, 'en/messages.json'],
    );
    const drawings = new Map<string, Icons>();
    const sets: IconSet[] = [];
    for (const { id } of emojiSets) {
      const at = await unpack(emojiPackages[id], folder, /^package\/(icons|chars)\.json$/);
      const icons = await readJson<Icons>(at, 'icons.json');
      drawings.set(id, icons);
      const chars = await readJson<Record<string, string>>(at, 'chars.json');
      sets.push({ id, chars, names: new Set(Object.keys(icons.icons)) });
    }
    const concepts = chooseConcepts(
      await readJson<EmojiEntry[]>(names, 'en/data.json'),
      new Map(subgroups.map(({ order, key }) => [order, key])),
      await readJson<Record<string, string>>(names, 'meta/unicode-names.json'),
      sets,
      { leastSets: 3, most: 48 },
    );
    const tiles = concepts.flatMap(({ icons }) => [...icons]);
    const height = Math.ceil(tiles.length / columns) * side;
    const sprite = new Uint8Array(columns * side * height * 4);
    for (const [i, [set, icon]] of tiles.entries())
      place(sprite, await drawIcon(drawings.get(set)!, icon), i);

    await rm(target, { recursive: true, force: true });
    await mkdir(target, { recursive: true });
    const file = join(target, 'emoji.webp');
    await sharp(sprite, { raw: { width: columns * side, height, channels: 4 } })
      .webp({ lossless: true, effort: 6 })
      .toFile(file);
    await writeFile(join(target, 'emoji.json'), `${JSON.stringify(manifest(concepts))}\n`);
    const { size } = await stat(file);
    console.log(`${concepts.length} emoji in ${tiles.length} drawings, ${(size / 1e6).toFixed(2)} MB`);
    for (const id of Object.keys(emojiClasses))
      console.log(`${id}: ${concepts.filter((concept) => concept.class === id).length}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
