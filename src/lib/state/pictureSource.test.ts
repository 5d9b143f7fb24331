import { expect, test, vi } from 'vitest';
import { ownPicture, SamplePictures } from './pictureSource.ts';

const koala = { id: 'koala', file: 'samples/koala.jpg' };
const owl = { id: 'owl', file: 'samples/owl.jpg' };
const urlOf = (file: string) => `https://example.org/base/${file}`;
const answer = (text: string, status = 200) => Promise.resolve(new Response(text, { status }));

test('a picture of the reader’s own is read as it is, and no sample', async () => {
  const file = new File(['bytes'], 'cat.png');
  const source = ownPicture(file);
  expect(source).toMatchObject({ name: 'cat.png', sample: null });
  expect(await source.read()).toBe(file);
});

test('a sample is fetched once, from its place on the site', async () => {
  const fetchFile = vi.fn((url: string) => answer(url));
  const pictures = new SamplePictures(urlOf, fetchFile);
  const source = pictures.source(koala);
  expect(source).toMatchObject({ name: 'koala.jpg', sample: 'koala' });
  expect(await (await source.read()).text()).toBe('https://example.org/base/samples/koala.jpg');
  await pictures.source(koala).read();
  expect(fetchFile).toHaveBeenCalledTimes(1);
});

test.each([
  ['no connection', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['an error page', () => answer('not found', 404)],
])('%s: said so by name, and tried again the next time', async (_, fail) => {
  const fetchFile = vi.fn<(url: string) => Promise<Response>>().mockImplementationOnce(fail);
  fetchFile.mockImplementation(() => answer('koala'));
  const source = new SamplePictures(urlOf, fetchFile).source(koala);
  await expect(source.read()).rejects.toMatchObject({
    code: 'pictureUnreachable',
    details: { name: 'koala.jpg' },
  });
  expect(await (await source.read()).text()).toBe('koala');
});

test('kept samples are there when the network is not', async () => {
  let online = true;
  const pictures = new SamplePictures(urlOf, (url) =>
    online ? answer(url) : Promise.reject(new TypeError()),
  );
  expect(await pictures.keep([koala, owl])).toBe(true);
  online = false;
  expect(await (await pictures.source(owl).read()).text()).toContain('owl.jpg');
});

test('keeping ends quietly where the network does', async () => {
  const pictures = new SamplePictures(urlOf, () => Promise.reject(new TypeError()));
  expect(await pictures.keep([koala, owl])).toBe(false);
});
