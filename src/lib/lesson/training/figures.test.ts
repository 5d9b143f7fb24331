import { describe, expect, test } from 'vitest';
import type { TrainedStep } from '../../model/protocol/training.ts';
import { crossing, curves, ended, lossOf } from './figures.ts';

const steps = (losses: readonly number[]): TrainedStep[] =>
  losses.map((loss, step) => ({ step, loss, accuracy: loss / 10, rate: 0.05 }));
const flat = (value: number, length: number) => Array.from({ length }, () => value);
const run = (losses: readonly number[]) => ({ id: 'a 0', seed: 0, steps: steps(losses) });

describe('what lessons tell of runs', () => {
  test('a run stands where its last twenty steps are', () => {
    const { loss, accuracy } = ended(steps([...flat(9, 30), ...flat(2, 20)]));
    expect(loss).toBe(2);
    expect(accuracy).toBeCloseTo(0.2, 12);
  });

  test('a curve crosses another where it stays below', () => {
    const upper = steps(flat(2, 60));
    expect(crossing(steps([...flat(3, 20), ...flat(1, 40)]), upper)).toBe(25);
    expect(crossing(steps(flat(1, 60)), upper)).toBe(0);
    expect(crossing(steps(flat(3, 60)), upper)).toBeNull();
  });

  test('curves are thin, keep their end, and are drawn alike whichever have begun', () => {
    const networks = [
      { id: 'a', name: 'A', runs: [run([])] },
      { id: 'b', name: 'B', runs: [run(flat(2, 11))] },
    ];
    const [raw, smooth] = curves(networks, lossOf, { every: 4, raw: true });
    expect(raw.background).toBe(true);
    expect(smooth.points.map(({ x }) => x)).toEqual([0, 4, 8, 10]);
    expect(smooth.colour).toBe(curves([networks[1], networks[1]], lossOf)[0].colour.replace('1', '2'));
  });
});
