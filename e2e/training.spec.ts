/** The trainer on WebGL against PyTorch, as `training/golden.test.ts` is on wasm. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Difference, Golden, GoldenName } from '../src/lib/model/training/testing/golden.ts';
import { buildWorker, serveWorker } from './ownWorker.ts';

interface Answer {
  readonly backend: string;
  readonly networks: readonly {
    readonly name: GoldenName;
    readonly differences: readonly Difference[];
    readonly left: number;
  }[];
}

test('networks are trained on WebGL as PyTorch trains them', async ({ page }) => {
  await serveWorker(page, await buildWorker('training.worker.ts'));
  const file = resolve(import.meta.dirname, '../src/lib/model/training/fixtures/training.json');
  const golden: Golden = JSON.parse(await readFile(file, 'utf8'));
  const answer = await page.evaluate(async (fixture) => {
    const worker = new Worker('/worker.js', { type: 'module' });
    return new Promise<Answer>((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(fixture);
    });
  }, golden);
  expect(answer.backend).toBe('webgl');
  expect(answer.networks.map(({ name }) => name)).toEqual(Object.keys(golden.nets));
  for (const { name, differences, left } of answer.networks) {
    const net = golden.nets[name];
    const compared = [net.gradient0, net.gradientNorms0, net.activationGradientNorms0, net.activationStd0];
    // And the logits and the losses.
    expect(differences.length).toBe(compared.flatMap(Object.keys).length + 2);
    // NaN is not below anything.
    const wrong = differences.filter(({ distance }) => !(distance < 1e-3));
    expect({ name, wrong, left }).toEqual({ name, wrong: [], left: 0 });
  }
});
