import { beforeEach, describe, expect, test } from 'vitest';
import { AtlasError } from '../../model/errors.ts';
import type { CurveReport } from '../../model/protocol/shattered.ts';
import { parseState, serialiseState } from '../parameters.ts';
import { ScriptedClient, settle } from '../testing/scriptedClient.ts';
import { ShatteredCurves } from './shatteredCurves.svelte.ts';
import { curveIds, shatteredTable, sourcesOf } from './shatteredSettings.ts';

let client: ScriptedClient;
let signals: (AbortSignal | undefined)[];
let curves: ShatteredCurves;

beforeEach(() => {
  client = new ScriptedClient(() => undefined);
  signals = [];
  curves = new ShatteredCurves((name, request, options) => {
    signals.push(options?.signal);
    return client.call(name, request, options);
  });
});

const report = (signChanges: number): CurveReport => ({
  values: new Float64Array(256),
  autocorrelation: [1],
  signChanges,
});
const state = (query: string) => parseState(shatteredTable, query).state;
const all = (query = '') => Object.values(sourcesOf(state(query)));

describe('curves', () => {
  test('are asked for at once, and shown one by one', async () => {
    curves.follow(all());
    expect(client.last('shatter').request).toEqual({ sources: all() });
    expect([curves.running, curves.done]).toEqual([true, 0]);
    client.last('shatter').progress({ index: 1, report: report(7) });
    expect(curves.report(all()[1])?.signChanges).toBe(7);
    expect(curves.done).toBe(1);
    all().forEach((_, index) => client.last('shatter').progress({ index, report: report(index) }));
    client.last('shatter').resolve([]);
    await settle();
    expect([curves.running, curves.done, curves.missing]).toEqual([false, 6, []]);
  });

  test('of other settings: only those that are not there, and nothing comes from what was under way', () => {
    curves.follow(all());
    const first = client.last('shatter');
    first.progress({ index: 5, report: report(5) });
    curves.follow(all('?layers=3'));
    expect(signals[0]?.aborted).toBe(true);
    expect(client.last('shatter').request).toEqual({ sources: all('?layers=3').slice(0, 5) });
    first.progress({ index: 0, report: report(9) });
    expect(curves.report(all()[0])).toBeUndefined();
  });

  test('that are there are not asked for again', async () => {
    curves.follow([all()[4]]);
    client.last('shatter').progress({ index: 0, report: report(1) });
    client.last('shatter').resolve([]);
    await settle();
    curves.follow([all()[4], all()[4]]);
    expect(client.count('shatter')).toBe(1);
    expect(curves.running).toBe(false);
  });

  test('an error is kept for the reader; cancelling is none', async () => {
    curves.follow(all());
    client.last('shatter').reject(new AtlasError('workerCrashed', { reason: '' }));
    await settle();
    expect(curves.error?.code).toBe('workerCrashed');
    void curves.run();
    expect(curves.error).toBeNull();
    curves.cancel();
    await settle();
    expect([curves.error, curves.running, curves.missing.length]).toEqual([null, false, 6]);
  });
});

describe('the address', () => {
  test('names every setting, and refuses what is out of bounds', () => {
    const query = '?net=residual&layers=50&norm=none&bias=without&beta=0.25&width=64&seed=7';
    expect(serialiseState(shatteredTable, state(query))).toBe(query);
    const { rejected } = parseState(shatteredTable, '?layers=51&beta=1.01&width=9&seed=-1&net=x&beta2=3');
    expect(rejected.map(({ name }) => name)).toEqual(['net', 'layers', 'beta', 'width', 'seed']);
    expect(parseState(shatteredTable, '?beta=1e-3').rejected).toHaveLength(1);
  });

  test('the reader’s network and the three of the figure have the same width and seed', () => {
    const sources = sourcesOf(state('?net=residual&layers=50&beta=0.1&width=64&seed=7'));
    expect(sources.own).toEqual(sources.residual50);
    expect(curveIds.map((id) => JSON.stringify(sources[id]).includes('"seed":7'))).not.toContain(false);
    const plain = sourcesOf(state('?layers=24')).own;
    expect(plain).toEqual(sourcesOf(state('')).plain24);
  });
});
