import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from '../weights/stamp.mjs';
import { report, run, runNode, StepFailed } from './step.mjs';

const step = 'Finding a Chromium for the browser tests';

const advice =
  'Install Chrome or Chromium, or set CHROMIUM_PATH to the program of one, then run npm test again.';

/**
 * A Chromium that runs: `CHROMIUM_PATH`, the system's, Playwright's own, or one that is now installed.
 *
 * @returns {Promise<string>} its path
 */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (runs(given)) return given;
    throw new StepFailed(step, `CHROMIUM_PATH is ${given}, which does not run.`, advice);
  }
  const found = candidates().find(runs) ?? (await playwrightsOwn()) ?? (await installed());
  if (found) return found;
  throw new StepFailed(step, 'there is none, and neither Playwright nor apt could install one.', advice);
}

/**
 * Where a system keeps Chrome or Chromium, most common first.
 *
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} environment
 */
export function candidates(platform = process.platform, environment = process.env) {
  if (platform === 'darwin') {
    const applications = ['/Applications', join(environment.HOME ?? '', 'Applications')];
    return applications.flatMap((folder) =>
      ['Google Chrome', 'Chromium'].map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`),
    );
  }
  if (platform === 'win32') {
    const folders = [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA];
    return folders.filter(Boolean).map((folder) => `${folder}\\Google\\Chrome\\Application\\chrome.exe`);
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (environment.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * Whether it starts: a stub that asks for a snap, or one whose libraries are missing, does not.
 *
 * @param {string} path
 */
function runs(path) {
  if (!existsSync(path)) return false;
  // On Windows Chrome opens a window instead of telling its version.
  if (process.platform === 'win32') return true;
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  return status === 0 && /Chrom/.test(stdout);
}

/** From an earlier `playwright install`. */
async function playwrightsOwn() {
  const { chromium } = await import('playwright');
  const path = chromium.executablePath();
  return runs(path) ? path : undefined;
}

async function installed() {
  report('No Chromium found: installing Playwright’s …');
  await runNode(join(root, 'node_modules/playwright/cli.js'), ['install', 'chromium']);
  const own = await playwrightsOwn();
  if (own) return own;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/etc/debian_version') || !existsSync('/usr/bin/apt-get')) return undefined;
  report('That did not work: installing Debian’s package …');
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], environment);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], environment);
  return candidates().find(runs);
}
