import { expect, it } from 'vitest';
import { Gate } from './gate.ts';

it('lets many in together, and one alone', async () => {
  const gate = new Gate();
  const log: string[] = [];
  const work = (name: string) => async () => {
    log.push(`${name} in`);
    await Promise.resolve();
    await Promise.resolve();
    log.push(`${name} out`);
  };
  await Promise.all([
    gate.shared(work('a')),
    gate.shared(work('b')),
    gate.alone(work('alone')),
    gate.shared(work('c')),
  ]);
  expect(log).toEqual(['a in', 'b in', 'a out', 'b out', 'alone in', 'alone out', 'c in', 'c out']);
});

it('opens again after work that failed', async () => {
  const gate = new Gate();
  await expect(gate.alone(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(gate.shared(() => Promise.reject(new Error('neither')))).rejects.toThrow('neither');
  expect(await gate.alone(() => Promise.resolve(1))).toBe(1);
});
