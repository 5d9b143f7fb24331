import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { weightShapes } from '../architecture/shapes.ts';
import { startBackend } from '../engine/backends.ts';
import { defaultLandscape, type LandscapeRow } from '../protocol/landscape.ts';
import { defaultTraining } from '../protocol/training.ts';
import { displaced, filterNormalisedDirection } from './directions.ts';
import { measureLandscape } from './landscape.ts';
import { batchLoss } from './loss.ts';
import { RandomStream } from './random.ts';
import { gratings } from './tasks/gratings.ts';
import { referenceLoss } from './testing/referenceLoss.ts';
import { TrainingRun } from './trainer.ts';
import { Trajectory } from './trajectory.ts';

beforeAll(async () => void (await startBackend('wasm')));

const options = { ...defaultLandscape, resolution: 3, pictures: 24, seed: 5 };
const pictures = gratings.training(new RandomStream(0, 'gratings/landscape'), 24);

async function trained(steps: number, more = {}) {
  const run = new TrainingRun(gratings, { ...defaultTraining, depth: 8, width: 3, batch: 8, ...more });
  const trajectory = new Trajectory(40);
  trajectory.follow(0, () => run.network.weights());
  while (run.step < steps) {
    await run.next();
    trajectory.follow(run.step, () => run.network.weights());
  }
  return { run, trajectory };
}

/** The same function in tfjs' own operations. */
function lossAt(run: TrainingRun, weights: ReadonlyMap<string, Float32Array>): number {
  const { graph } = run.network;
  const shapes = weightShapes(graph);
  return tf.tidy(
    () =>
      referenceLoss(graph, pictures, (name) =>
        tf.tensor(weights.get(name)!, [...shapes.get(name)!]),
      ).dataSync()[0],
  );
}

describe('a landscape along random directions', () => {
  it('has the loss of the weights at each point', async () => {
    const { run, trajectory } = await trained(3);
    const weights = run.network.weights();
    const { a, b, loss, step, path } = await measureLandscape(run, trajectory, options);
    expect([a, b, step, path]).toEqual([[-1, 0, 1], [-1, 0, 1], 3, null]);
    const directions = ['a', 'b'].map((name) =>
      filterNormalisedDirection(
        weights,
        weightShapes(run.network.graph),
        new RandomStream(5, `landscape/${name}`),
      ),
    );
    for (const [row, eta] of b.entries()) {
      for (const [column, delta] of a.entries()) {
        const moved = displaced(weights, [directions[0], directions[1]], [delta, eta]);
        const expected = lossAt(run, new Map([...weights, ...moved]));
        expect(Math.abs(loss[3 * row + column] / expected - 1)).toBeLessThan(1e-4);
      }
    }
    expect(Math.abs(loss[4] / lossAt(run, weights) - 1)).toBeLessThan(1e-4);
    run.dispose();
  });

  it('with moving statistics has the loss of inference in the middle', async () => {
    const { run, trajectory } = await trained(3);
    const { loss, accuracy } = await measureLandscape(run, trajectory, { ...options, statistics: 'moving' });
    const logits = (await run.network.values(pictures, ['head'], 'inference')).get('head')!;
    const expected = batchLoss(logits, pictures.labels);
    expect(loss[4]).toBeCloseTo(expected.loss, 5);
    expect(accuracy[4]).toBeCloseTo(expected.accuracy, 6);
    run.dispose();
  });

  it('tells its rows, leaves the run as it was, and frees what it made', async () => {
    const { run, trajectory } = await trained(2);
    const before = run.network.weights();
    const rows: LandscapeRow[] = [];
    const held: number[] = [];
    const measure = () =>
      measureLandscape(run, trajectory, options, { progress: (row) => void rows.push(row) });
    const first = await measure();
    for (let again = 0; again < 2; again++) {
      expect(await measure()).toEqual(first);
      held.push(tf.memory().numTensors);
    }
    expect(rows.slice(0, 3).flatMap(({ loss }) => [...loss])).toEqual([...first.loss]);
    expect(rows.slice(0, 3).map(({ row }) => row)).toEqual([0, 1, 2]);
    expect(run.network.weights()).toEqual(before);
    expect(held[1]).toBe(held[0]);
    run.dispose();
    expect(tf.memory().numTensors).toBe(0);
  });

  it('ends when it is no longer wanted', async () => {
    const { run, trajectory } = await trained(0);
    const work = new AbortController();
    const rows: number[] = [];
    const measured = measureLandscape(run, trajectory, options, {
      signal: work.signal,
      progress: ({ row }) => {
        rows.push(row);
        work.abort();
      },
    });
    await expect(measured).rejects.toThrow('abort');
    expect(rows).toEqual([0]);
    run.dispose();
    expect(tf.memory().numTensors).toBe(0);
  });

  it('is not there where training diverged', async () => {
    const { run, trajectory } = await trained(3, { rate: 1e30, norm: 'none' });
    await expect(measureLandscape(run, trajectory, options)).rejects.toMatchObject({
      code: 'weightsNotFinite',
    });
    run.dispose();
  });
});

describe("a landscape in the trajectory's plane", () => {
  it('holds the whole way, whose end has the loss of the weights', async () => {
    const { run, trajectory } = await trained(5);
    const { a, b, path, loss } = await measureLandscape(run, trajectory, {
      ...options,
      plane: 'trajectory',
      resolution: 2,
    });
    expect(path!.steps).toEqual([0, 1, 2, 3, 4, 5]);
    for (const [axis, way] of [
      [a, path!.a],
      [b, path!.b],
    ]) {
      // prettier-ignore
      expect(axis[0]).toBeLessThan(Math.min(...way));
      expect(axis.at(-1)).toBeGreaterThan(Math.max(...way));
      expect(way.at(-1)).toBe(0);
    }
    expect(path!.explained[0]).toBeGreaterThanOrEqual(path!.explained[1]);
    expect(path!.explained[0] + path!.explained[1]).toBeLessThanOrEqual(1 + 1e-9);
    expect([...loss].every(Number.isFinite)).toBe(true);
    run.dispose();
  });
});
