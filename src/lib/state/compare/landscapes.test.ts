import { describe, expect, it } from 'vitest';
import { AtlasError } from '../../model/errors.ts';
import { defaultLandscape, type LandscapeRow } from '../../model/protocol/landscape.ts';
import type { Ask } from '../addition.svelte.ts';
import { Landscapes } from './landscapes.svelte.ts';

const options = { ...defaultLandscape, resolution: 2 };
const subjects = [
  { id: 'plain-8 0', step: 4 },
  { id: 'residual-8 0', step: 4 },
];

const rowOf = (row: number, base: number): LandscapeRow => ({
  a: [-1, 1],
  b: [-1, 1],
  path: null,
  row,
  loss: Float32Array.of(base + row, base + row),
  accuracy: Float32Array.of(0, 0),
});

interface Call {
  readonly request: { readonly id: string };
  readonly signal: AbortSignal;
  readonly onProgress: (row: LandscapeRow) => void;
  readonly answer: { resolve(value: null): void; reject(error: unknown): void };
}

/** A worker whose answers the test gives. */
function scripted() {
  const calls: Call[] = [];
  const ask = ((_: string, request: Call['request'], { signal, onProgress }: Call) =>
    new Promise((resolve, reject) => {
      calls.push({ request, signal, onProgress, answer: { resolve, reject } });
    })) as unknown as Ask;
  return { calls, landscapes: new Landscapes(ask) };
}

/** Lets everything that is ready happen. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('landscapes', () => {
  it('are computed one after the other and shown row by row', async () => {
    const { calls, landscapes } = scripted();
    landscapes.follow(subjects, options);
    const run = landscapes.run();
    expect(calls.map(({ request }) => request.id)).toEqual(['plain-8 0']);
    expect(landscapes.current).toBe('plain-8 0');
    calls[0].onProgress(rowOf(0, 1));
    expect(landscapes.found['plain-8 0']!.rows).toBe(1);
    expect(landscapes.progress).toEqual({ done: 1, all: 4 });
    calls[0].onProgress(rowOf(1, 1));
    calls[0].answer.resolve(null);
    await settle();
    calls[1].onProgress(rowOf(0, 2));
    calls[1].onProgress(rowOf(1, 2));
    calls[1].answer.resolve(null);
    await run;
    expect(landscapes.isComplete).toBe(true);
    expect(landscapes.running).toBe(false);
    expect(Array.from(landscapes.found['residual-8 0']!.loss)).toEqual([2, 2, 3, 3]);
  });

  it('are begun anew for a network that was not finished, and not for one that was', async () => {
    const { calls, landscapes } = scripted();
    landscapes.follow(subjects, options);
    void landscapes.run();
    calls[0].onProgress(rowOf(0, 1));
    calls[0].onProgress(rowOf(1, 1));
    calls[0].answer.resolve(null);
    await settle();
    calls[1].onProgress(rowOf(0, 2));
    landscapes.cancel();
    expect(calls[1].signal.aborted).toBe(true);
    calls[1].onProgress(rowOf(1, 2));
    expect(landscapes.found['residual-8 0']!.rows).toBe(1);
    void landscapes.run();
    expect(calls.map(({ request }) => request.id).slice(2)).toEqual(['residual-8 0']);
    expect(landscapes.found['residual-8 0']).toBeUndefined();
    landscapes.dispose();
  });

  it('of other steps or another plane are others; of the same they stay', async () => {
    const { calls, landscapes } = scripted();
    landscapes.follow(subjects, options);
    void landscapes.run();
    calls[0].onProgress(rowOf(0, 1));
    landscapes.follow(
      subjects.map((one) => ({ ...one })),
      { ...options },
    );
    expect(landscapes.found['plain-8 0']).toBeDefined();
    landscapes.follow(subjects, { ...options, plane: 'trajectory' });
    expect(landscapes.found).toEqual({});
    expect(landscapes.running).toBe(false);
    expect(calls[0].signal.aborted).toBe(true);
  });

  it('tell why there are none', async () => {
    const { calls, landscapes } = scripted();
    landscapes.follow(subjects, options);
    const run = landscapes.run();
    calls[0].answer.reject(new AtlasError('weightsNotFinite', { step: 4 }));
    await run;
    expect(landscapes.error).toEqual({ code: 'weightsNotFinite', details: { step: 4 } });
    landscapes.dismiss();
    expect(landscapes.error).toBeNull();
  });
});
