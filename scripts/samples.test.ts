import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { inputSide, preprocess } from '../src/lib/model/engine/picture/preprocess.ts';
import { resampleLines, resamplingTaps, type Filter } from '../src/lib/model/engine/picture/resample.ts';
import { morePhotographs, photographs } from '../src/lib/state/photographs.ts';
import { samples } from '../src/lib/state/samples.ts';
import { decodeFile } from './decode.ts';
import pytorch from './fixtures/samples-pytorch.json' with { type: 'json' };
import { openPicture, openSession, type Host } from './host.ts';
import { thumbnailSide } from './samples.ts';

const root = resolve(import.meta.dirname, '../static');

describe('what is said of the pictures', () => {
  test('ids are unique', () => {
    expect(new Set(photographs.map(({ id }) => id)).size).toBe(photographs.length);
  });

  test.each(photographs)('$id: attribution', (sample) => {
    expect(sample.author).not.toBe('');
    expect(sample.work).not.toBe('');
    expect(new URL(sample.source).protocol).toBe('https:');
    expect(new URL(sample.licenceUrl).hostname).toBe('creativecommons.org');
    const [, version] = /^CC-BY-(.+)$/.exec(sample.licence) ?? [];
    if (version) expect(sample.licenceUrl).toContain(`/by/${version}/`);
  });

  test.each(photographs)('$id: words in both languages', ({ title, licenceName, changes, note }) => {
    for (const text of [title, licenceName, changes, note ?? title]) {
      expect(text.en).not.toBe('');
      expect(text.zh).not.toBe('');
      expect(text.en).not.toMatch(/\p{Script=Han}/u);
    }
    expect(title.zh).toMatch(/\p{Script=Han}/u);
  });

  test('classes exist, or are known not to', () => {
    for (const { id, imagenetIndex } of photographs) {
      if (imagenetIndex === null) expect(['giraffes', 'raccoon']).toContain(id);
      else expect(imagenetIndex >= 0 && imagenetIndex < 1000).toBe(true);
    }
  });
});

describe('files', () => {
  test.each([
    ['samples', samples],
    ['photographs', morePhotographs],
  ])('in %s there are these and no others', async (folder, pictures) => {
    const files = await readdir(join(root, folder), { recursive: true });
    const expected = pictures.flatMap(({ file, thumbnail }) => [file, thumbnail]);
    const found = files
      .filter((file) => /\.\w+$/.test(file))
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`);
    expect(found.sort()).toEqual(expected.sort());
  });

  test.each(photographs)('$id', async ({ file, thumbnail }) => {
    const { width, height, format } = await sharp(join(root, file)).metadata();
    expect(format).toBe('jpeg');
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(inputSide);
    expect(await sharp(join(root, thumbnail)).metadata()).toMatchObject({
      format: 'webp',
      width: thumbnailSide,
      height: thumbnailSide,
    });
  });

  test.each([
    ['samples', samples],
    ['more photographs', morePhotographs],
  ])('all %s are below 2.1 MB', async (_, pictures) => {
    const sizes = await Promise.all(
      pictures
        .flatMap(({ file, thumbnail }) => [file, thumbnail])
        .map(async (path) => (await stat(join(root, path))).size),
    );
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(2.1e6);
  });
});

/** Cubic convolution with a = −1/2, which Pillow's BICUBIC is. Source: Keys 1981. */
const cubic: Filter = {
  support: 2,
  weight: (signed) => {
    const x = Math.abs(signed);
    if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
    if (x < 2) return ((-0.5 * x + 2.5) * x - 4) * x + 2;
    return 0;
  },
};

/** The reference's way to 224 × 224: the central square, then both axes with the cubic filter. */
async function referenceInput(path: string): Promise<Float32Array> {
  const { width, height, channels, data } = await decodeFile(path);
  const side = Math.min(width, height);
  const offset = (((height - side) >> 1) * width + ((width - side) >> 1)) * channels;
  const taps = resamplingTaps(side, inputSide, 0, inputSide, cubic);
  const narrow = new Uint8Array(side * inputSide * 3);
  const square = new Uint8Array(inputSide * inputSide * 3);
  resampleLines(
    { data, offset, step: channels, pitch: width * channels },
    { data: narrow, offset: 0, step: 3, pitch: inputSide * 3 },
    taps,
    side,
  );
  resampleLines(
    { data: narrow, offset: 0, step: inputSide * 3, pitch: 3 },
    { data: square, offset: 0, step: inputSide * 3, pitch: 3 },
    taps,
    inputSide,
  );
  return preprocess({ width: inputSide, height: inputSide, channels: 3, data: square });
}

describe('what the network answers', () => {
  let host: Host;

  beforeAll(async () => {
    host = await openSession('float32');
  });

  test.each(samples)(
    '$id, resized as in PyTorch: the same probabilities to three digits',
    async ({ id, file }) => {
      host.session.setPicture(await referenceInput(join(root, file)));
      const { probabilities } = await host.session.forward();
      for (const { index, probability } of pytorch.top3[id as keyof typeof pytorch.top3]) {
        expect(Math.abs(probabilities[index] - probability)).toBeLessThan(0.0005 + 0.0001);
      }
    },
  );

  const top = async (id: string) => {
    await openPicture(host.session, join(root, samples.find((sample) => sample.id === id)!.file));
    return (await host.session.forward()).top;
  };

  test.each(['red-panda', 'koala', 'gibbon', 'lemur', 'scarlet-macaw', 'coffee', 'castle'])(
    '%s: right, and sure of it',
    async (id) => {
      const [first] = await top(id);
      expect(first.index).toBe(samples.find((sample) => sample.id === id)!.imagenetIndex);
      expect(first.probability).toBeGreaterThan(0.9);
    },
  );

  // What the notes say of the answers, by class index.
  test.each([
    ['chelsea-cat', [285, 282, 281]],
    ['crab', [119, 120]],
    ['owl', [12, 24]],
    ['bee', [989]],
    ['brandenburg-gate', [718, 873]],
    ['rocket', [540, 657]],
  ])('%s: the classes that its note speaks of come first', async (id, indices) => {
    expect((await top(id)).slice(0, indices.length).map(({ index }) => index)).toEqual(indices);
  });

  test('kitten: no class gets a quarter of the probability', async () => {
    expect((await top('kitten'))[0].probability).toBeLessThan(0.25);
  });
});
