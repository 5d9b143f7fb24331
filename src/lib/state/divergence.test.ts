import { beforeEach, expect, test } from 'vitest';
import { AtlasError } from '../model/errors.ts';
import type { Ask } from './addition.svelte.ts';
import { Divergence } from './divergence.svelte.ts';
import { settle } from './testing/scriptedClient.ts';

interface Asked {
  signal?: AbortSignal;
  tell(unit: string, value: number): void;
  resolve(units: Record<string, number>): void;
  reject(error: unknown): void;
}
let asked: Asked[];
let divergence: Divergence;

beforeEach(() => {
  asked = [];
  const ask = ((_name: 'divergence', _request: object, options) =>
    new Promise((resolve, reject) => {
      asked.push({
        signal: options?.signal,
        tell: (unit, value) => options?.onProgress?.({ unit, value } as never),
        resolve: (units) => resolve(units as never),
        reject,
      });
    })) as Ask;
  divergence = new Divergence(ask);
});
const follow = (run: number, wanted = true, done = true) => divergence.follow({ run, done, wanted });

test('is asked for once per pass, when that has ended and somebody looks', async () => {
  follow(1, false);
  follow(1, true, false);
  expect(asked).toHaveLength(0);
  follow(1);
  follow(1);
  expect(asked).toHaveLength(1);
  asked[0].tell('2a', 0.5);
  expect([divergence.units, divergence.isComplete]).toEqual([{ '2a': 0.5 }, false]);
  asked[0].resolve({ '2a': 0.5, '2b': 0.7 });
  await settle();
  expect([divergence.units['2b'], divergence.isComplete]).toEqual([0.7, true]);
  follow(1, false);
  follow(1);
  expect(asked).toHaveLength(1);
});

test('another pass ends what is under way; what it still tells is not taken', () => {
  follow(1);
  follow(2);
  expect([asked[0].signal?.aborted, asked.length]).toEqual([true, 2]);
  asked[0].tell('2a', 9);
  expect(divergence.units).toEqual({});
});

test('when nobody looks any more it ends, and begins anew when somebody does', () => {
  follow(1);
  follow(1, false);
  expect(asked[0].signal?.aborted).toBe(true);
  follow(1);
  expect(asked).toHaveLength(2);
});

test('an error is kept for the reader', async () => {
  follow(1);
  asked[0].reject(new AtlasError('pictureUnreadable', { name: 'x.png' }));
  await settle();
  expect(divergence.error?.code).toBe('pictureUnreadable');
});
