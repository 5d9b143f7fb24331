import { beforeEach, describe, expect, test } from 'vitest';
import { AtlasError } from '../model/errors.ts';
import type { AdditionReport, ResidualFigures } from '../model/protocol.ts';
import { Additions } from './addition.svelte.ts';
import { mapsReport, ScriptedClient, settle } from './testing/scriptedClient.ts';

let client: ScriptedClient;
let signals: (AbortSignal | undefined)[];
let additions: Additions;

beforeEach(() => {
  client = new ScriptedClient(() => undefined);
  signals = [];
  additions = new Additions((name, request, options) => {
    signals.push(options?.signal);
    return client.call(name, request, options);
  });
});

const figures = (branch: number): ResidualFigures => ({ branch, shortcut: 1, cosine: 0, clipped: 0.5 });
const addition = (block: string, pass = 1): AdditionReport => ({
  block,
  shortcut: mapsReport('x', pass),
  branch: mapsReport('f', pass),
  sum: mapsReport('sum', pass),
  output: mapsReport('output', pass),
  figures: figures(1),
});

describe('figures of all blocks', () => {
  test('are asked for once a pass has ended, and once for each', async () => {
    additions.follow({ run: 1, done: false, block: null });
    expect(client.calls).toEqual([]);
    additions.follow({ run: 1, done: true, block: null });
    additions.follow({ run: 1, done: true, block: null });
    expect(client.count('residuals')).toBe(1);
  });

  test('appear as they are told', async () => {
    additions.follow({ run: 1, done: true, block: null });
    client.last('residuals').progress({ block: '2a', figures: figures(2) });
    expect(additions.measured['2a']?.figures.branch).toBe(2);
    expect(additions.completeRun).toBe(0);
    client.last('residuals').resolve({ '2a': figures(2), '2b': figures(3) });
    await settle();
    expect(Object.keys(additions.measured)).toEqual(['2a', '2b']);
    expect(additions.completeRun).toBe(1);
  });

  test('of a pass before stay until they are replaced, and go when their block has none', async () => {
    additions.follow({ run: 1, done: true, block: null });
    client.last('residuals').resolve({ '2a': figures(2), '2b': figures(3) });
    await settle();
    additions.follow({ run: 2, done: false, block: null });
    expect(additions.measured['2b']?.run).toBe(1);
    additions.follow({ run: 2, done: true, block: null });
    client.last('residuals').progress({ block: '2a', figures: figures(5) });
    expect(additions.measured['2a']).toEqual({ run: 2, figures: figures(5) });
    client.last('residuals').resolve({ '2a': figures(5) });
    await settle();
    expect(additions.measured['2b']).toBeUndefined();
  });

  test('that come after a newer pass has begun are dropped, and the worker is told', async () => {
    additions.follow({ run: 1, done: true, block: null });
    const first = client.last('residuals');
    additions.follow({ run: 2, done: false, block: null });
    expect(signals[0]?.aborted).toBe(true);
    first.progress({ block: '2a', figures: figures(2) });
    first.resolve({ '2a': figures(2) });
    await settle();
    expect(additions.measured).toEqual({});
    expect(additions.completeRun).toBe(0);
  });

  test('are asked for again when a picture that ended them could not be opened', async () => {
    additions.follow({ run: 1, done: true, block: null });
    additions.follow({ run: 1, done: false, block: null });
    additions.follow({ run: 1, done: true, block: null });
    expect(client.count('residuals')).toBe(2);
  });
});

describe('the parts of a block’s sum', () => {
  test('follow the chosen block; an answer for another is dropped', async () => {
    additions.follow({ run: 1, done: true, block: '4d' });
    const first = client.last('addition');
    expect(first.request).toEqual({ block: '4d' });
    additions.follow({ run: 1, done: true, block: '5a' });
    first.resolve(addition('4d'));
    client.last('addition').resolve(addition('5a'));
    await settle();
    expect(additions.report?.block).toBe('5a');
    expect(additions.reportCurrent).toBe(true);
    expect(client.count('residuals')).toBe(1);
  });

  test('are read again after the next pass, and stay meanwhile', async () => {
    additions.follow({ run: 1, done: true, block: '4d' });
    client.last('addition').resolve(addition('4d'));
    await settle();
    additions.follow({ run: 2, done: false, block: '4d' });
    expect(additions.report?.block).toBe('4d');
    expect(additions.reportCurrent).toBe(false);
    additions.follow({ run: 2, done: true, block: '4d' });
    client.last('addition').resolve(addition('4d', 2));
    await settle();
    expect(additions.report?.sum.pass).toBe(2);
    expect(additions.reportCurrent).toBe(true);
  });

  test('an error is kept for the reader, until the next pass', async () => {
    additions.follow({ run: 1, done: true, block: '4d' });
    client.last('addition').reject(new AtlasError('outOfMemory', { backend: 'wasm' }));
    await settle();
    expect(additions.error?.code).toBe('outOfMemory');
    additions.follow({ run: 2, done: false, block: '4d' });
    expect(additions.error).toBeNull();
  });
});
