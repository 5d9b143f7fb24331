import { expect, it } from 'vitest';
import recorded from '../../recorded/gradient-flow.json';
import { arrives, flowFigures, largestChange } from './flows.ts';

const level = Array.from({ length: 16 }, () => 0.5);

it('what arrives is the first block’s norm as a multiple of the last one’s', () => {
  expect(arrives(flowFigures(1, [2, ...level.slice(1)]))).toBe(4);
  expect(flowFigures(1.23456, [0.000123456]).norms).toEqual([0.0001235]);
});

it('the largest change is found whichever way it goes, and told from one inside a stage', () => {
  const changed = (at: number, factor: number) =>
    largestChange(
      flowFigures(
        1,
        level.with(at, 0.5 * factor).map((norm, i) => (i > at ? 0.5 * factor : norm)),
      ),
    );
  expect(changed(3, 3)).toEqual({ at: 2, factor: 3, isBetweenStages: true });
  expect(changed(3, 1 / 4)).toEqual({ at: 2, factor: 4, isBetweenStages: true });
  expect(changed(5, 2)).toMatchObject({ at: 4, isBetweenStages: false });
  expect(changed(13, 2).isBetweenStages).toBe(true);
});

it('the recorded gradient keeps its size with the shortcuts, and is lost without them', () => {
  const { skips, cut } = recorded.result;
  expect(arrives(skips)).toBeGreaterThan(1);
  expect(arrives(skips)).toBeLessThan(10);
  expect(arrives(cut)).toBeLessThan(0.001);
  expect(largestChange(skips).isBetweenStages).toBe(true);
});
