import { describe, expect, it } from 'vitest';
import { AtlasError } from '../errors.ts';
import reference from './fixtures/principalPlane.json';
import { principalPlane } from './principalPlane.ts';
import { symmetricEigen } from '../symmetricEigen.ts';
import { Trajectory } from './trajectory.ts';

/** The fixture's points as weights of two names, and one that is not looked at. */
const snapshots = reference.points.map((point, i) => ({
  step: 2 * i,
  weights: new Map([
    ['first', Float32Array.from(point.slice(0, 5))],
    ['second', Float32Array.from(point.slice(5))],
    ['moving', Float32Array.of(i)],
  ]),
}));
const names = ['first', 'second'];

describe('the plane of a way', () => {
  it('is that of numpy', async () => {
    const { directions, path } = await principalPlane(names, snapshots, snapshots.at(-1)!);
    expect(path.steps).toEqual(snapshots.map(({ step }) => step));
    [path.a, path.b].forEach((coordinates, k) => {
      const { direction, coordinates: expected } = reference.axes[k];
      coordinates.forEach((x, i) => expect(x).toBeCloseTo(expected[i], 4));
      const found = names.flatMap((name) => [...directions[k].get(name)!]);
      found.forEach((x, i) => expect(x).toBeCloseTo(direction[i], 5));
      expect([...directions[k].keys()]).toEqual(names);
      expect(path.explained[k]).toBeCloseTo(reference.explained[k], 6);
    });
  });

  it('needs three points before the last', async () => {
    const few = principalPlane(names, snapshots.slice(0, 2), snapshots[2]);
    await expect(few).rejects.toEqual(new AtlasError('trajectoryTooShort', { steps: 4, needed: 3 }));
  });

  it('needs a way that is no straight line', async () => {
    const straight = [0, 1, 2, 3].map((step) => ({
      step,
      weights: new Map([['first', Float32Array.of(step, 2 * step)]]),
    }));
    const plane = principalPlane(['first'], straight, straight[3]);
    await expect(plane).rejects.toMatchObject({ code: 'trajectoryTooShort' });
  });
});

describe('eigenvectors', () => {
  it('of a matrix with known ones', () => {
    const { values, vectors } = symmetricEigen([
      [2, 1, 0],
      [1, 2, 0],
      [0, 0, 5],
    ]);
    values.forEach((value, i) => expect(value).toBeCloseTo([5, 3, 1][i], 12));
    expect(vectors[0].map(Math.abs)).toEqual([0, 0, 1]);
    expect(Math.abs(vectors[1][0])).toBeCloseTo(Math.SQRT1_2, 12);
  });

  it('make up the matrix again', () => {
    const n = 12;
    const matrix = Array.from({ length: n }, (_, i) =>
      Array.from({ length: n }, (_, j) => Math.sin(1 + i * j) + Math.cos(i + j)),
    );
    const { values, vectors } = symmetricEigen(matrix);
    matrix.forEach((row, i) =>
      row.forEach((x, j) => {
        const again = values.reduce((sum, value, k) => sum + value * vectors[k][i] * vectors[k][j], 0);
        expect(again).toBeCloseTo(x, 10);
      }),
    );
    expect([...values]).toEqual(values.toSorted((x, y) => y - x));
  });

  it('of a matrix of zeros are there', () => {
    expect(symmetricEigen([[0, 0], [0, 0]]).values).toEqual([0, 0]); // prettier-ignore
  });
});

describe('a trajectory', () => {
  it('keeps evenly spaced weights, the initial ones among them, and no more than it may', () => {
    const trajectory = new Trajectory(6);
    for (let step = 0; step <= 50; step++) {
      trajectory.follow(step, () => new Map([['weight', Float32Array.of(step)]]));
      const steps = trajectory.snapshots.map((snapshot) => snapshot.step);
      const spacing = steps[1] ?? 1;
      expect(steps).toEqual(steps.map((_, i) => i * spacing));
      expect(steps.length).toBeLessThanOrEqual(6);
      if (step >= 6) expect(steps.length).toBeGreaterThanOrEqual(3);
      expect(step - steps.at(-1)!).toBeLessThan(spacing);
    }
    for (const { step, weights } of trajectory.snapshots) expect(weights.get('weight')![0]).toBe(step);
  });
});
