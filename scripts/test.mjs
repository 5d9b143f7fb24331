// npm test: installs and prepares what is missing, then runs every check, also after one that failed. The last line
// counts the tests; a check that is no test (types, lint, format, build) counts as one when it fails.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfChanged } from './setup/build.mjs';
import { findChromium } from './setup/chromium.mjs';
import { countPlaywright, countVitest, sum, withOutcome } from './setup/reports.mjs';
import { duration, report, runNode, StepFailed } from './setup/step.mjs';
import { setUp } from './setup.mjs';
import { cacheFolder, root } from './weights/stamp.mjs';

const reports = join(cacheFolder, 'reports');
const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');

/** @param {string} path */
const tool = (path) => join(root, 'node_modules', path);

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {() => Promise<boolean>} run whether it succeeded
 * @property {() => import('./setup/reports.mjs').Counts} [count] from its report; throws when there is none
 */

/** @type {Step} */
const types = {
  name: 'Types',
  run: async () =>
    (await runNode(tool('@sveltejs/kit/svelte-kit.js'), ['sync'])) === 0 &&
    (await runNode(tool('svelte-check/bin/svelte-check'), ['--fail-on-warnings'])) === 0,
};

/** @type {Step} */
const build = {
  name: 'Production build',
  run: async () => {
    if (!(await buildIfChanged())) report('The sources are those of the last build.');
    return true;
  },
};

/** @type {Step} */
const lint = { name: 'Lint', run: async () => (await runNode(tool('eslint/bin/eslint.js'), ['.'])) === 0 };

/** @type {Step} */
const format = {
  name: 'Format',
  run: async () => (await runNode(tool('prettier/bin/prettier.cjs'), ['--check', '.'])) === 0,
};

/** @type {Step} */
const unitTests = {
  name: 'Unit tests',
  run: async () => (await runNode(tool('vitest/vitest.mjs'), ['run'])) === 0,
  count: () => countVitest(JSON.parse(readFileSync(vitestReport, 'utf8'))),
};

/** @type {Step} */
const browserTests = {
  name: 'Browser tests',
  run: async () => {
    const environment = {
      CHROMIUM_PATH: await findChromium(),
      PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport,
    };
    return (await runNode(tool('@playwright/test/cli.js'), ['test'], environment)) === 0;
  },
  count: () => countPlaywright(JSON.parse(readFileSync(playwrightReport, 'utf8'))),
};

/** One after the other; in each, lists of steps that go side by side: those keep one processor busy each. */
const stages = [
  [
    [types, build],
    [lint, format],
  ],
  [[unitTests]],
  [[browserTests]],
];

/** @param {Step} step */
async function outcome({ name, run, count }) {
  report(`\n── ${name}`);
  const start = performance.now();
  const succeeded = await run().catch((error) => {
    report(error instanceof StepFailed ? error.message : error.stack);
    return false;
  });
  let counts;
  try {
    counts = count?.();
  } catch {
    report(`${name} left no report.`);
    counts = { passed: 0, failed: 1, skipped: 0 };
  }
  return { name, milliseconds: performance.now() - start, counts: withOutcome(counts, succeeded) };
}

/** @param {Step[]} steps */
async function inTurn(steps) {
  const outcomes = [];
  for (const step of steps) outcomes.push(await outcome(step));
  return outcomes;
}

/** @param {Awaited<ReturnType<typeof outcome>>[]} outcomes */
function summary(outcomes) {
  return outcomes.map(({ name, milliseconds, counts: { passed, failed, skipped } }) => {
    const tests = passed + skipped ? `  ${passed} passed, ${failed} failed, ${skipped} skipped` : '';
    return `${failed ? '✗' : '✓'} ${name.padEnd(18)}${duration(milliseconds).padStart(12)}${tests}`;
  });
}

async function main() {
  const outcomes = [await outcome({ name: 'Set-up', run: async () => (await setUp(), true) })];
  // Without packages nothing else can run.
  if (!outcomes[0].counts.failed) {
    rmSync(reports, { recursive: true, force: true });
    mkdirSync(reports, { recursive: true });
    for (const lists of stages) outcomes.push(...(await Promise.all(lists.map(inTurn))).flat());
  }
  const { passed, failed, skipped } = sum(outcomes.map(({ counts }) => counts));
  console.log(`\n${summary(outcomes).join('\n')}\n\n${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = failed ? 1 : 0;
}

await main();
