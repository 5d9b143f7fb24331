import { beforeEach, describe, expect, test } from 'vitest';
import { AtlasError } from '../model/errors.ts';
import type { AttributionMap, AuditReport } from '../model/protocol.ts';
import { NumberAudit, sameUnit, type NetworkUnit } from './audit.svelte.ts';
import { ScriptedClient, settle } from './testing/scriptedClient.ts';

let client: ScriptedClient;
let signals: (AbortSignal | undefined)[];
let audit: NumberAudit;

beforeEach(() => {
  client = new ScriptedClient(() => undefined);
  signals = [];
  audit = new NumberAudit((name, request, options) => {
    signals.push(options?.signal);
    return client.call(name, request, options);
  });
});

const unit = (node: string, channel = 0): NetworkUnit => ({ node, row: 1, column: 2, channel });
const report = (of: NetworkUnit): AuditReport => ({
  ...of,
  engine: 1,
  audit: { terms: [], bias: 1, sum: 1, result: 1, magnitude: 1 },
});
const map: AttributionMap = { height: 1, width: 1, values: Float32Array.of(1), node: 'input' };

describe('the sum of the chosen unit', () => {
  test('is asked for once a pass has ended, and once for each unit and pass', async () => {
    audit.follow({ run: 1, done: false, unit: unit('a') });
    expect(client.calls).toEqual([]);
    audit.follow({ run: 1, done: true, unit: unit('a') });
    audit.follow({ run: 1, done: true, unit: unit('a') });
    expect(client.count('audit')).toBe(1);
    expect(client.last('audit').request).toEqual(unit('a'));
    client.last('audit').resolve(report(unit('a')));
    await settle();
    expect(audit.report).toEqual(report(unit('a')));
    expect(audit.current).toBe(true);
    audit.follow({ run: 2, done: false, unit: unit('a') });
    expect(audit.current).toBe(false);
    audit.follow({ run: 2, done: true, unit: unit('a') });
    expect(client.count('audit')).toBe(2);
  });

  test('of another unit: what is under way for the one before ends, and its answer is dropped', async () => {
    audit.follow({ run: 1, done: true, unit: unit('a') });
    const first = client.last('audit');
    audit.follow({ run: 1, done: true, unit: unit('a', 5) });
    expect(signals[0]?.aborted).toBe(true);
    first.resolve(report(unit('a')));
    await settle();
    expect(audit.report).toBeNull();
    client.last('audit').resolve(report(unit('a', 5)));
    await settle();
    expect(audit.report?.channel).toBe(5);
  });

  test('is not asked for where no unit is chosen', () => {
    audit.follow({ run: 1, done: true, unit: null });
    expect(client.calls).toEqual([]);
  });

  test('an error is kept until the next unit or pass', async () => {
    audit.follow({ run: 1, done: true, unit: unit('a') });
    client.last('audit').reject(new AtlasError('unknownNode', { node: 'a' }));
    await settle();
    expect(audit.error?.code).toBe('unknownNode');
    audit.follow({ run: 1, done: true, unit: unit('b') });
    expect(audit.error).toBeNull();
  });
});

describe('the measured field', () => {
  test('is measured only when asked to, and goes with the unit', async () => {
    audit.follow({ run: 1, done: true, unit: unit('a') });
    expect(client.count('receptiveField')).toBe(0);
    void audit.measureField();
    void audit.measureField();
    expect(client.count('receptiveField')).toBe(1);
    expect(audit.field?.state).toBe('measuring');
    client.last('receptiveField').resolve(map);
    await settle();
    expect(audit.field).toEqual({ state: 'measured', unit: unit('a'), map });
    audit.follow({ run: 1, done: true, unit: unit('b') });
    expect(audit.field).toBeNull();
  });

  test('that comes after it was given up is dropped', async () => {
    audit.follow({ run: 1, done: true, unit: unit('a') });
    void audit.measureField();
    audit.forgetField();
    client.last('receptiveField').resolve(map);
    await settle();
    expect(audit.field).toBeNull();
  });

  test('that cannot be measured leaves a message and the way to ask again', async () => {
    audit.follow({ run: 1, done: true, unit: unit('a') });
    void audit.measureField();
    client.last('receptiveField').reject(new AtlasError('outOfMemory', { backend: 'wasm' }));
    await settle();
    expect(audit.field).toBeNull();
    expect(audit.error?.code).toBe('outOfMemory');
  });
});

describe('the walk from term to term', () => {
  test('leads back the way it came', () => {
    audit.step(unit('c'), unit('b'));
    audit.step(unit('b'), unit('a'));
    expect(audit.arrival).toEqual(unit('a'));
    expect(audit.origin(unit('a'))).toEqual(unit('b'));
    expect(audit.back()).toEqual(unit('b'));
    expect(audit.arrival).toEqual(unit('b'));
    expect(audit.origin(unit('b'))).toEqual(unit('c'));
    expect(audit.back()).toEqual(unit('c'));
    expect(audit.origin(unit('c'))).toBeNull();
    expect(audit.back()).toBeNull();
  });

  test('has no way back from a unit that was chosen otherwise, and begins anew there', () => {
    audit.step(unit('c'), unit('b'));
    expect(audit.origin(unit('x'))).toBeNull();
    audit.step(unit('x'), unit('y'));
    audit.back();
    expect(audit.origin(unit('x'))).toBeNull();
  });
});

test('units are the same when all four of their parts are', () => {
  expect(sameUnit(unit('a'), unit('a'))).toBe(true);
  expect(sameUnit(unit('a'), unit('b'))).toBe(false);
  expect(sameUnit(unit('a'), { ...unit('a'), column: 3 })).toBe(false);
  expect(sameUnit(null, null)).toBe(true);
  expect(sameUnit(unit('a'), null)).toBe(false);
});
