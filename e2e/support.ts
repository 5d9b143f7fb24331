/** What the browser tests share. A test that uses this `test` fails on anything that a console would show in red. */
import { readdirSync } from 'node:fs';
import { relative, sep } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';
import { build } from '../scripts/servedBuild.ts';

export { expect };

interface Options {
  /** Red lines that the test brings about on purpose. */
  expectedErrors: RegExp | null;
}

interface Fixtures {
  /** Page errors, console errors (violations of the content security policy among them), requests elsewhere. */
  problems: string[];
}

export const test = base.extend<Options & Fixtures>({
  expectedErrors: [null, { option: true }],
  problems: [
    async ({ page, expectedErrors }, use) => {
      const problems: string[] = [];
      page.on('pageerror', ({ message }) => problems.push(`page error: ${message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(`console: ${message.text()}`);
      });
      page.on('request', (request) => {
        const { protocol, hostname, href } = new URL(request.url());
        if (!protocol.startsWith('http')) return;
        if (hostname !== 'localhost') problems.push(`request to another host: ${href}`);
      });
      await use(problems);
      const unexpected = problems.filter((problem) => !expectedErrors?.test(problem));
      expect(unexpected).toEqual([]);
    },
    { auto: true },
  ],
});

/** A click before hydration does nothing: opens a page and waits until it answers. */
export async function gotoHydrated(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
}

/** Violations that axe finds, of all its rules or of these, with the first element of each. */
export async function accessibilityViolations(page: Page, rules?: string[]): Promise<string[]> {
  // Between two themes a button has the colours of neither.
  await page.evaluate(() => {
    const transitions = document.getAnimations().filter((one) => one instanceof CSSTransition);
    return Promise.allSettled(transitions.map(({ finished }) => finished)).then(() => {});
  });
  // What passes is not listed, and no page has frames: with either an analysis takes four times as long.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await axe
    .options({ resultTypes: ['violations'], ...(rules && { runOnly: rules }) })
    .analyze();
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.length}×: ${String(nodes[0].target)})`,
  );
}

/** By how many pixels the page can be scrolled sideways. */
export function horizontalOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Paths of all prerendered pages: '/', '/about/', '/zh/' … */
export function prerenderedPages(): string[] {
  return readdirSync(build, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.split(sep).at(-1) === 'index.html')
    .map(
      (file) =>
        `/${relative('.', file)
          .split(sep)
          .slice(0, -1)
          .map((part) => `${part}/`)
          .join('')}`,
    )
    .sort();
}
