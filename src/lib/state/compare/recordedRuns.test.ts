import { describe, expect, test } from 'vitest';
import { defaultTraining, type LayerFigures, type TrainedStep } from '../../model/protocol/training.ts';
import { figureOf, overDepths } from './depthFigures.ts';
import { RecordedFiles } from './recordedFiles.svelte.ts';
import { packRun, runName, unpackRun, type RecordedRun } from './recordedRuns.ts';
import { summaryOf } from './recordedSummaries.ts';

const figures: LayerFigures = {
  gradient: [12345.678, 1e-7],
  weight: [4, 5.5555],
  update: [0.012345, NaN],
  mean: [-0.5, 0],
  std: [1, Infinity],
  dead: [0, 0.25],
  branch: [1.23456],
};

/** Right on every second picture of 32 in the first 150 steps, on all afterwards. */
const step = (index: number): TrainedStep => ({
  step: index,
  loss: index === 299 ? NaN : 1 / (index + 1.5),
  accuracy: index < 150 ? 0.5 : 1,
  rate: 0.05,
  ...(index % 100 === 0 && { figures }),
  ...(index % 50 === 0 && { heldOut: { loss: 2, accuracy: index / 1000 } }),
});

function run(change: Partial<RecordedRun['options']> = {}): RecordedRun {
  return {
    command: 'atlas train',
    recorded: '2026-11-26T22:00:00.000Z',
    backend: 'wasm',
    task: 'emoji',
    options: { ...defaultTraining, depth: 20, ...change },
    facts: { params: 3, macs: 4, layers: ['a', 'b'], blocks: ['c'] },
    steps: Array.from({ length: 300 }, (_, index) => step(index)),
  };
}

describe('a recorded run', () => {
  test('is the same after it was written and read, to four digits of a loss and three of a figure', () => {
    const before = run();
    const after = unpackRun(JSON.parse(JSON.stringify(packRun(before))));
    expect({ ...after, steps: [] }).toEqual({ ...before, steps: [] });
    after.steps.forEach((found, i) => {
      const { loss, figures: found3, ...rest } = found;
      const { loss: expected, figures: expected3, ...others } = before.steps[i];
      expect(rest).toEqual(others);
      if (Number.isNaN(expected)) expect(loss).toBeNaN();
      else expect(Math.abs(loss / expected - 1)).toBeLessThan(5e-4);
      expect(found3 === undefined).toBe(expected3 === undefined);
      for (const [name, values] of Object.entries(found3 ?? {}))
        values.forEach((value: number, at: number) => {
          const exact = expected3![name as keyof LayerFigures][at];
          if (Number.isFinite(exact))
            expect(Math.abs(value - exact)).toBeLessThanOrEqual(5e-3 * Math.abs(exact));
          else expect(value).toBe(exact);
        });
    });
  });

  test('is called by what decides it', () => {
    expect(runName(run({ net: 'plain', seed: 2 }))).toBe('emoji-plain-20-2');
  });

  test('is told by its last 20 steps and its last test until then', () => {
    const { standings } = summaryOf(run());
    expect(standings.map(({ after }) => after)).toEqual([100, 200]);
    expect(standings.map(({ accuracy }) => accuracy)).toEqual([0.5, 1]);
    expect(standings.map(({ heldOut }) => heldOut?.step)).toEqual([50, 150]);
    const losses = Array.from({ length: 20 }, (_, i) => 1 / (80 + i + 1.5));
    const mean = losses.reduce((sum, loss) => sum + loss, 0) / 20;
    expect(Math.abs(standings[0].loss / mean - 1)).toBeLessThan(1e-3);
  });
});

describe('over depths', () => {
  const summaries = [
    summaryOf(run({ net: 'plain', depth: 8 })),
    summaryOf(run({ net: 'plain', depth: 56 })),
    {
      ...summaryOf(run({ net: 'plain', depth: 56, seed: 1 })),
      standings: [{ after: 200, loss: 3, accuracy: 0.25, heldOut: null }],
    },
  ];

  test('a point is the mean of the seeds that have the figure', () => {
    const points = overDepths(summaries, 'plain', [8, 20, 56], { figure: 'error', after: 200 });
    expect(points).toEqual([
      { x: 0, y: 0, each: [0] },
      { x: 2, y: 0.375, each: [0, 0.75] },
    ]);
    expect(overDepths(summaries, 'residual', [8, 56], { figure: 'error', after: 200 })).toEqual([]);
    expect(overDepths(summaries, 'plain', [8], { figure: 'loss', after: 1000 })).toEqual([]);
    expect(figureOf(summaries[2], { figure: 'heldOut', after: 200 })).toBeNull();
    expect(figureOf(summaries[0], { figure: 'heldOut', after: 200 })).toBeCloseTo(0.85, 9);
  });
});

describe('files', () => {
  const file = packRun(run());
  const answer = (ok: boolean) => Promise.resolve({ ok, json: async () => file });

  test('are fetched once, and again after an error', async () => {
    const asked: string[] = [];
    let ok = false;
    const files = new RecordedFiles(
      (path) => `/site/${path}`,
      (url) => {
        asked.push(url);
        return answer(ok);
      },
    );
    await files.follow(['one']);
    expect(files.error).toMatchObject({ code: 'recordingUnreachable', details: { name: 'one' } });
    ok = true;
    await files.follow(['one']);
    await files.follow(['one', 'two']);
    expect(files.error).toBeNull();
    expect(Object.keys(files.runs)).toEqual(['one', 'two']);
    expect(files.runs['one'].steps).toHaveLength(300);
    expect(asked).toEqual(['one', 'one', 'two'].map((name) => `/site/recordings/training/${name}.json`));
  });

  test('that are no longer wanted are dropped, without an error', async () => {
    let answerLate = (): void => undefined;
    const late = new Promise<void>((resolve) => (answerLate = resolve));
    const files = new RecordedFiles(
      (path) => path,
      async (url) => {
        if (url.includes('late')) await late;
        return answer(true);
      },
    );
    const first = files.follow(['late']);
    await files.follow(['other']);
    answerLate();
    await first;
    expect([files.error, Object.keys(files.runs)]).toEqual([null, ['other']]);
  });
});
