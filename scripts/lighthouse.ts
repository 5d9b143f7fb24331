/**
 * npm run lighthouse [-- PATH…]: Lighthouse (mobile) over pages of the built site, the home page, the course and all
 * lessons unless others are named. Prints its four categories of each page; exit code 1 where one is below 95. How fast
 * a page is differs from run to run: one that is below is measured twice more, and the median counts.
 *
 * Lighthouse weighs 176 MB, so it is no dependency: npx fetches it.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from 'd3';
import { lessonIds } from '../src/lib/lesson/course.ts';
import { runNode } from './setup/step.mjs';
import { findChromium } from './setup/chromium.mjs';
import { serveBuild } from './servedBuild.ts';

const version = '12.8.2';
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const least = 95;

type Scores = Record<(typeof categories)[number], number>;

interface Report {
  readonly categories: Record<(typeof categories)[number], { readonly score: number | null }>;
  readonly runtimeError?: { readonly message: string };
}

/** Without this, a Chromium that has no GPU shows a frame a second at first: that would be the browser's time. */
const chromiumFlags = '--headless=new --disable-features=ThrottleFrameRateOnInitialization';

/** Per cent in each category. */
async function scoresOf(url: string, chromium: string): Promise<Scores> {
  const folder = await mkdtemp(join(tmpdir(), 'lighthouse-'));
  const file = join(folder, 'report.json');
  const flags = `${chromiumFlags} ${process.getuid?.() === 0 ? '--no-sandbox' : ''}`;
  const args = ['--yes', `lighthouse@${version}`, url, '--quiet', '--output=json', `--output-path=${file}`];
  args.push(`--only-categories=${categories.join(',')}`, `--chrome-flags=${flags}`);
  try {
    const code = await new Promise<number | null>((ended, failed) => {
      const child = spawn('npx', args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, CHROME_PATH: chromium },
        shell: process.platform === 'win32',
      });
      child.on('error', failed).on('close', ended);
    });
    if (code !== 0) throw new Error(`Lighthouse ended with exit code ${code} at ${url}`);
    const report = JSON.parse(await readFile(file, 'utf8')) as Report;
    if (report.runtimeError) throw new Error(`${url}: ${report.runtimeError.message}`);
    const scores = categories.map((name) => [name, Math.round((report.categories[name].score ?? 0) * 100)]);
    return Object.fromEntries(scores) as Scores;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const isLow = (scores: Scores) => categories.some((name) => scores[name] < least);

/** Of one run, or of three where the first is too low. */
async function judged(url: string, chromium: string): Promise<Scores> {
  const runs = [await scoresOf(url, chromium)];
  if (!isLow(runs[0])) return runs[0];
  runs.push(await scoresOf(url, chromium), await scoresOf(url, chromium));
  const middle = categories.map((name) => [name, median(runs, (scores) => scores[name])]);
  return Object.fromEntries(middle) as Scores;
}

export async function main(args: string[]): Promise<number> {
  // As a host is built for: search engines want whole addresses of the other language's page.
  const vite = join(import.meta.dirname, '../node_modules/vite/bin/vite.js');
  const built = await runNode(vite, ['build', '--logLevel', 'warn'], {
    VITE_SITE_ORIGIN: 'https://atlas.example',
  });
  if (built !== 0) return 1;
  const lessons = ['/lessons/', ...lessonIds.map((id) => `/lessons/${id}/`)];
  const paths = args.length > 0 ? args : ['/', ...lessons, ...lessons.map((path) => `/zh${path}`)];
  const chromium = await findChromium();
  const site = await serveBuild();
  const low: string[] = [];
  try {
    console.log(`${'page'.padEnd(44)}${categories.map((name) => name.padStart(16)).join('')}`);
    for (const path of paths) {
      const scores = await judged(new URL(path, site.url).href, chromium);
      console.log(
        `${path.padEnd(44)}${categories.map((name) => String(scores[name]).padStart(16)).join('')}`,
      );
      if (isLow(scores)) low.push(path);
    }
  } finally {
    await site.close();
  }
  if (low.length > 0) console.error(`Below ${least}: ${low.join(' ')}`);
  return low.length > 0 ? 1 : 0;
}
