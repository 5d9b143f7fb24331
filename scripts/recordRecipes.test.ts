/** What was recorded with other recipes: whole, and repeated by its commands. */
import { afterEach, expect, test, vi } from 'vitest';
import { recipes } from './lessons/recordedRuns.ts';
import { plans } from './recordRecipes.ts';
import { atlas } from './testing/atlas.ts';

afterEach(() => vi.restoreAllMocks());

test('all planned runs are there, as long as they should be', () => {
  expect(Object.keys(recipes.runs).sort()).toEqual(plans.map(({ name }) => name).sort());
  for (const { loss, accuracy, options, pictures, heldOut } of Object.values(recipes.runs)) {
    expect([loss.length, accuracy.length]).toEqual([options.steps ?? 200, options.steps ?? 200]);
    expect(heldOut.length > 0).toBe(pictures !== null);
  }
});

test('a run’s command gives its losses, and the figures of the first convolution', async () => {
  const { command, loss, measured } = recipes.runs['rate-5-0'];
  const [, options] = command.replace('--steps 120', '--steps 3').split(' -- train ');
  const { stdout } = await atlas('train', ...options.split(' '));
  const steps = stdout
    .split('\n')
    .slice(0, 3)
    .map((line) => JSON.parse(line));
  steps.forEach((found, step) => expect(found.loss / Number(loss[step])).toBeCloseTo(1, 2));
  expect(steps[0].figures.gradient.stem_conv / Number(measured[0].first.gradient)).toBeCloseTo(1, 2);
});

test('a kernel in front of a norm may be ten times as large', () => {
  const { factor, drawn, larger } = recipes.scaled;
  expect(larger.loss).toBeCloseTo(drawn.loss, 4);
  expect(larger.gradient * factor).toBeCloseTo(drawn.gradient, 4);
  expect(Math.abs(drawn.cosine)).toBeLessThan(1e-5);
});
