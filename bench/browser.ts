/**
 * `npm run bench -- --browser`: a forward pass on every backend that this machine's browser has, through the
 * page's own client and worker; written to the file that /about shows as recorded.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { createServer } from 'vite';
import { findChromium } from '../scripts/setup/chromium.mjs';
import type { BackendName, Prediction } from '../src/lib/model/protocol.ts';
import { ensureWeights } from '../scripts/weights/read.ts';
import type { Measured } from './inPage.ts';
import { quantile } from './interleave.ts';

const root = join(import.meta.dirname, '..');
const fixtures = 'src/lib/model/engine/fixtures';
const recording = join(root, 'src/lib/state/recordings/performance.json');
const backends: readonly BackendName[] = ['webgpu', 'webgl', 'wasm', 'cpu'];

/** Evaluated in the page as text: what this file becomes in Node is not for a browser. */
const measureInPage = (backend: BackendName, picture: string) =>
  `import('/bench/inPage.ts').then(({ measure }) => measure(${JSON.stringify({ backend, picture })}))`;

async function measureAll(page: Page, log: (line: string) => void) {
  const picture = `/${fixtures}/chelsea.png`;
  const golden: { top5: Prediction[] } = JSON.parse(
    await readFile(join(root, fixtures, 'chelsea.json'), 'utf8'),
  );
  const results = [];
  for (const backend of backends) {
    const { report, milliseconds, probabilities } = await page.evaluate<Measured>(
      measureInPage(backend, picture),
    );
    if (milliseconds.length === 0) {
      const passed = report.passedOver.find((one) => one.backend === backend);
      log(`${backend}: not here (${passed?.details || passed?.code})`);
      continue;
    }
    const { renderer, softwareRenderer } = report;
    const differences = golden.top5.map(({ index, probability }) =>
      Math.abs(probabilities[index] - probability),
    );
    const result = {
      backend,
      renderer,
      softwareRenderer,
      milliseconds: quantile(
        [...milliseconds].sort((a, b) => a - b),
        0.25,
      ),
      runs: milliseconds.length,
      topFiveDifference: Math.max(...differences),
    };
    results.push(result);
    const kind = softwareRenderer ? ', in software' : '';
    log(
      `${backend} (${renderer}${kind}): ${result.milliseconds.toFixed(0)} ms, top five within ${result.topFiveDifference.toExponential(1)}`,
    );
  }
  return results;
}

export async function measureInBrowser(log: (line: string) => void): Promise<number> {
  await ensureWeights();
  const server = await createServer({
    root,
    logLevel: 'error',
    server: { port: 0, hmr: false, watch: null, fs: { allow: [root] } },
  });
  await server.listen();
  const headless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  const args = ['--enable-unsafe-webgpu', '--enable-unsafe-swiftshader', '--no-first-run'];
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  const browser = await chromium.launch({ executablePath: await findChromium(), headless, args });
  try {
    const page = await browser.newPage();
    await page.goto(server.resolvedUrls!.local[0]);
    const results = await measureAll(page, log);
    const file = {
      command: 'npm run bench -- --browser',
      recorded: new Date().toISOString(),
      machine: `${cpus()[0].model.trim()}, ${cpus().length} logical cores`,
      browser: `Chromium ${browser.version()}`,
      results,
    };
    await writeFile(recording, `${JSON.stringify(file, null, 2)}\n`);
    log(`Written to ${recording}`);
    return 0;
  } finally {
    await browser.close();
    await server.close();
  }
}
