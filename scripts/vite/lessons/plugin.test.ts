/** The course in Vite's dev server, from a folder with one lesson. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type Plugin, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lessons } from './plugin.ts';

const root = mkdtempSync(join(tmpdir(), 'lessons-'));
const pathOf = (language: string) => join(root, 'content', language, 'why-depth.svx');
const top = (title: string) => `---\ntitle: ${title}\nquestion: Why?\ndescription: So.\n---\n\n`;

/** Svelte is left out: what the compiler wrote is the module's default. */
const asText: Plugin = {
  name: 'as-text',
  enforce: 'pre',
  transform: (code, id) => (id.endsWith('.svx') ? `export default ${JSON.stringify(code)};` : undefined),
};

let server: ViteDevServer;

beforeAll(async () => {
  for (const language of ['en', 'zh']) {
    mkdirSync(join(root, 'content', language), { recursive: true });
    writeFileSync(pathOf(language), `${top('Depth')}It has <Value of="resnet50.parameters" /> weights.\n`);
  }
  writeFileSync(join(root, 'content/en/residual-block.svx'), `${top('Only English')}A block.\n`);
  server = await createServer({
    root,
    configFile: false,
    logLevel: 'silent',
    appType: 'custom',
    plugins: [lessons(), asText],
    optimizeDeps: { noDiscovery: true, include: [] },
    server: { middlewareMode: true, ws: false },
  });
});
afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

const text = async (language: string) => String((await server.ssrLoadModule(pathOf(language))).default);
const course = async () => (await server.ssrLoadModule('virtual:lessons/course')).course;

it('compiles a lesson with the values of the program', async () => {
  expect(await text('en')).toMatch(
    /It has <data class="value computed" value="25636712"[^>]*>25,636,712<\/data>/,
  );
});

it('lists what is written in both languages, and what can be found in it', async () => {
  expect(await course()).toEqual({
    en: { 'why-depth': { title: 'Depth', question: 'Why?', description: 'So.', minutes: 1 } },
    zh: { 'why-depth': { title: 'Depth', question: 'Why?', description: 'So.', minutes: 1 } },
  });
  const { search } = await server.ssrLoadModule('virtual:lessons/search/en');
  expect(search).toEqual([
    { lesson: 'why-depth', anchor: '', heading: 'Depth', text: 'It has 25,636,712 weights.' },
  ]);
});

it('sees a lesson change, and says what is wrong in it', async () => {
  writeFileSync(pathOf('en'), `${top('Deeper')}Text.\n`);
  await expect.poll(course, { timeout: 20_000 }).toHaveProperty('en.why-depth.title', 'Deeper');
  expect(await text('en')).toContain('<p>Text.</p>');
  writeFileSync(pathOf('en'), `${top('Deeper')}<Value of="resnet50.none" />\n`);
  const wrong = () => text('en').catch((error: Error) => error.message);
  await expect
    .poll(wrong, { timeout: 20_000 })
    .toBe('content/en/why-depth.svx:7: content/values/resnet50.ts has no "none".');
});
