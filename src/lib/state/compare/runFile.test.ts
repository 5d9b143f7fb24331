import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { cifarNetwork } from '../../model/architecture/cifar.ts';
import { blocksOf } from '../../model/architecture/blocks.ts';
import type { RunFacts, TaskChoice, TrainedStep } from '../../model/protocol/training.ts';
import { formatLane, parseLane, type LaneConfiguration } from './laneConfiguration.ts';
import { defaultRecipe, runId, type RaceSettings } from './raceSettings.ts';
import type { Lane } from './race.svelte.ts';
import { readRunFile, runFile } from './runFile.ts';

const choice = (name: TaskChoice['name'], difficulty: number): TaskChoice =>
  name === 'shapes' ? { name, difficulty } : ({ name } as TaskChoice);
const read = (text: string) => readRunFile(text, 'race.json', choice);
const saved = '2026-11-26T00:00:00.000Z';

/** What the network has, as its graph tells. */
function factsOf({ depth, width, net, shortcut, norm }: LaneConfiguration): RunFacts {
  const graph = cifarNetwork({ depth, width, norm, shortcut: net === 'plain' ? 'none' : shortcut });
  const layers = graph.nodes.filter(({ kind }) => kind === 'conv' || kind === 'dense').map(({ id }) => id);
  const blocks = blocksOf(graph).filter(({ shortcutEnd }) => shortcutEnd !== null);
  return { params: 1, macs: 2, layers, blocks: blocks.map(({ id }) => id) };
}

/** Any number that a training can give, the worst among them. */
const number = fc.oneof(
  fc.double({ noDefaultInfinity: true, noNaN: true }).map((value) => (Object.is(value, -0) ? 0 : value)),
  fc.constantFrom(NaN, Infinity, -Infinity),
);
const numbers = (length: number) => fc.array(number, { minLength: length, maxLength: length });

const stepOf = ({ layers, blocks }: RunFacts) => {
  const each = numbers(layers.length);
  const figures = fc.record({
    gradient: each,
    weight: each,
    update: each,
    mean: each,
    std: each,
    dead: each,
    branch: numbers(blocks.length),
  });
  const heldOut = fc.record({ loss: number, accuracy: number });
  return fc.record(
    { loss: number, accuracy: number, rate: number, figures, heldOut },
    { requiredKeys: ['loss', 'accuracy', 'rate'] },
  );
};

const settings: RaceSettings = {
  task: { name: 'shapes', difficulty: 0.5 },
  recipe: { ...defaultRecipe, seeds: 2, seed: 3, optimizer: 'adam', rate: 0.002, clip: 1.5 },
  lanes: [parseLane('plain-8')!, parseLane('residual-8-B')!],
  measureEvery: 7,
  testEvery: 0,
};

const lane = (configuration: LaneConfiguration) => {
  const facts = factsOf(configuration);
  const runs = fc.array(fc.array(stepOf(facts), { maxLength: 4 }), { minLength: 2, maxLength: 2 });
  return runs.map((all): Lane => {
    const steps = all.map((run) => run.map((step, i): TrainedStep => ({ step: i, ...step })));
    const ends = steps.flatMap((run) => run.find(({ loss }) => !Number.isFinite(loss))?.step ?? []);
    return {
      id: formatLane(configuration),
      configuration,
      facts,
      runs: steps.map((run, i) => ({ id: runId(configuration, 3 + i), seed: 3 + i, steps: run })),
      diverged: ends.length > 0 ? Math.min(...ends) : null,
    };
  });
};

describe('a race in a file', () => {
  test('is read back as it was, NaN and Infinity too', () => {
    fc.assert(
      fc.property(fc.tuple(...settings.lanes.map(lane)), (lanes) => {
        expect(read(runFile({ settings, lanes }, saved))).toEqual({ settings, task: null, lanes });
      }),
      { numRuns: 30 },
    );
  });
});

const [lanes] = fc.sample(fc.tuple(...settings.lanes.map(lane)), { numRuns: 1, seed: 1 });
const steps = [0, 1].map((step): TrainedStep => ({ step, loss: 1, accuracy: 0.5, rate: 0.1 }));
const small = lanes.map((one) => ({ ...one, runs: one.runs.map((run) => ({ ...run, steps })) }));
const whole = runFile({ settings, lanes: small }, saved);

/** The file with something else in one place ('lanes.0.id'). */
function changed(path: string, value: unknown): string {
  const file: unknown = JSON.parse(whole);
  const keys = path.split('.');
  const at = (part: unknown, key: string) => (part as Record<string, unknown>)[key];
  (keys.slice(0, -1).reduce(at, file) as Record<string, unknown>)[keys[keys.length - 1]] = value;
  return JSON.stringify(file);
}

describe('a file that is none', () => {
  it.each(['', '{', 'null', '[]', '3', '"resnet-atlas-race"', '{}', '{"format":"other"}', '<!doctype html>'])(
    '%j is told',
    (text) => expect(() => read(text)).toThrow('runFileUnreadable'),
  );

  it('a newer version is told, whatever else is in it', () => {
    expect(() => read('{"format":"resnet-atlas-race","version":2}')).toThrow('runFileNewer');
  });

  it.each<[where: string, path: string, value: unknown]>([
    ['version', 'version', 'one'],
    ['settings', 'settings', '?lanes=plain-8'],
    ['settings.lanes', 'settings.lanes', 'plain-9'],
    ['settings.rate', 'settings.rate', 0.1],
    ['settings.seed', 'settings.seed', '-1'],
    ['lanes', 'lanes', []],
    ['lanes', 'lanes', undefined],
    ['lanes[0].id', 'lanes.0.id', 'plain-14'],
    ['lanes[1].facts.layers[0]', 'lanes.1.facts.layers.0', 1],
    ['lanes[0].facts.params', 'lanes.0.facts.params', 1.5],
    ['lanes[1].runs', 'lanes.1.runs', [{}, {}, {}]],
    ['lanes[0].runs[1].seed', 'lanes.0.runs.1.seed', 9],
    ['lanes[0].runs[0].loss[1]', 'lanes.0.runs.0.loss.1', null],
    ['lanes[0].runs[0].loss[0]', 'lanes.0.runs.0.loss.0', '1'],
    ['lanes[0].runs[0].accuracy', 'lanes.0.runs.0.accuracy', [1]],
    ['lanes[0].runs[0].rate', 'lanes.0.runs.0.rate', { length: 2 }],
    ['lanes[0].runs[0].heldOut.steps[0]', 'lanes.0.runs.0.heldOut.steps', [2]],
    ['lanes[0].runs[0].heldOut.steps[1]', 'lanes.0.runs.0.heldOut.steps', [1, 1]],
    ['lanes[0].runs[0].heldOut.loss', 'lanes.0.runs.0.heldOut.steps', [1]],
    ['lanes[0].runs[0].measured.gradient', 'lanes.0.runs.0.measured.steps', [0]],
    ['lanes[0].runs[0].measured', 'lanes.0.runs.0.measured', []],
  ])('%s that does not fit is told', (where, path, value) => {
    const told = `runFileDamaged {"file":"race.json","where":"${where}"}`;
    expect(() => read(changed(path, value))).toThrow(told);
  });

  test('text cut off anywhere, and any JSON, gives an error of ours', () => {
    const ours = expect.objectContaining({ name: 'AtlasError' });
    const error = (text: string) => {
      try {
        return read(text) && null;
      } catch (thrown) {
        return thrown;
      }
    };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.trimEnd().length - 1 }), (end) => {
        expect(error(whole.slice(0, end))).toEqual(ours);
      }),
      { numRuns: 50 },
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = changed('lanes.0.runs.0', value);
        expect(error(text)).toEqual(ours);
      }),
      { numRuns: 100 },
    );
  });
});
