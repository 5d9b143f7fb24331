/** `atlas train` as a user calls it: a line of JSON for each step, then the summary. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { atlas } from './testing/atlas.ts';

afterEach(() => vi.restoreAllMocks());

const small = ['--task', 'gratings', '--depth', '8', '--width', '4', '--batch', '4'];

async function lines(...args: string[]) {
  const { code, stdout, stderr } = await atlas('train', ...small, ...args, '--json');
  expect([code, stderr]).toEqual([0, '']);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('train', () => {
  it('prints each step, with gradients where it is measured, and a summary', async () => {
    const [first, second, third, last, ...more] = await lines('--steps', '3', '--measure-every', '2');
    expect(more).toEqual([]);
    expect([first, second, third].map((step) => Object.keys(step))).toEqual([
      ['step', 'loss', 'accuracy', 'gradients'],
      ['step', 'loss', 'accuracy'],
      ['step', 'loss', 'accuracy', 'gradients'],
    ]);
    expect([first.step, third.step]).toEqual([0, 2]);
    const convolutions = [1, 2, 3].flatMap((stage) =>
      [1, 2].map((conv) => `stage${stage}_block1_conv${conv}`),
    );
    expect(Object.keys(first.gradients)).toEqual(['stem_conv', ...convolutions, 'head']);
    expect(last.summary).toMatchObject({ task: 'gratings', depth: 8, steps: 3, seed: 0, stepsDone: 3 });
    expect(last.summary.stepsPerSecond).toBeGreaterThan(0);
  });

  it('has the same losses for the same seed, whatever is measured', async () => {
    const losses = async (...args: string[]) =>
      (await lines('--steps', '3', ...args)).slice(0, 3).map(({ loss }) => loss);
    expect(await losses('--measure-every', '1')).toEqual(await losses('--measure-every', '0'));
    expect(await losses('--seed', '1')).not.toEqual(await losses());
  });

  it('trains on every task that has its pictures here', async () => {
    for (const [task, classes] of [
      ['shapes', 10],
      ['emoji', 10],
    ] as const) {
      const [first, last] = await lines('--task', task, '--steps', '1', '--test-every', '1');
      // Only emoji have pictures that are never trained on.
      expect('heldOut' in first).toBe(task === 'emoji');
      expect(last.summary.task).toBe(task);
      // Before training all classes are about equally likely.
      expect(Math.abs(first.loss - Math.log(classes))).toBeLessThan(1.5);
    }
  });

  it('trains on pictures in folders, and names one that cannot be read', async () => {
    const root = await mkdtemp(join(tmpdir(), 'atlas-folders-'));
    try {
      for (const [folder, background] of [
        ['night', '#102'],
        ['day', '#adf'],
      ] as const) {
        await mkdir(join(root, folder));
        const picture = sharp({ create: { width: 40, height: 30, channels: 3, background } });
        for (let i = 0; i < 5; i++)
          await picture
            .clone()
            .png()
            .toFile(join(root, folder, `${i}.png`));
      }
      const [, last] = await lines('--task', 'folders', '--data', root, '--steps', '1');
      expect(last.summary.task).toBe('folders');
      await writeFile(join(root, 'night', '5.png'), 'no picture');
      const { code, stderr } = await atlas('train', '--task', 'folders', '--data', root);
      expect([code, stderr]).toEqual([2, expect.stringMatching(/^“night\/5\.png” is not a picture/)]);
    } finally {
      await rm(root, { recursive: true });
    }
  });

  it('takes every option', async () => {
    for (const args of [
      ['--net', 'plain', '--optimizer', 'adam', '--rate', '1e-3', '--schedule', 'cosine', '--warmup', '1'],
      ['--shortcut', 'B', '--zero-gamma', '--schedule', 'step', '--clip', '1', '--init', 'glorot'],
      ['--norm', 'none', '--momentum', '0', '--decay', '0', '--init', 'pytorch'],
    ])
      expect((await lines('--steps', '2', ...args)).at(-1).summary.lastLoss).toBeLessThan(20);
  });

  it('stops where the loss is not finite, and says so', async () => {
    const all = await lines('--norm', 'none', '--depth', '56', '--rate', '1000', '--steps', '50');
    const { summary } = all.at(-1);
    expect(summary.diverged).toBe(true);
    expect(all.length - 1).toBe(summary.stepsDone);
    expect(summary.stepsDone).toBeLessThan(50);
    expect(['NaN', 'Infinity']).toContain(all.at(-2).loss);
  });

  it.each([
    [
      ['--task', 'nothing'],
      '“nothing” is no value for “--task”: expected gratings, shapes, emoji, cifar10, folders.',
    ],
    [
      ['--task', 'cifar10'],
      '“cifar10” is no value for “--task”: expected cifar10 together with --data DIR, the folder with data_batch_*.bin.',
    ],
    [
      ['--task', 'cifar10', '--data', '/nowhere'],
      'There is no data_batch_*.bin in /nowhere. Give the folder with CIFAR-10’s binary files, cifar-10-batches-bin.',
    ],
    [
      ['--task', 'folders'],
      '“folders” is no value for “--task”: expected folders together with --data DIR, a folder that holds one folder of pictures for each class.',
    ],
    [['--difficulty', '2'], '“2” is no value for “--difficulty”: expected a number from 0 to 1.'],
    [['--depth', '9'], '“9” is no value for “--depth”: expected 6n + 2 layers: 8, 14, 20, 26 … 1202.'],
    [['--momentum', '1'], '“1” is no value for “--momentum”: expected a number from 0 to 0.9999.'],
    [['--steps', '0'], '“0” is no value for “--steps”: expected a whole number from 1 to 1000000.'],
  ])('refuses %j in a sentence', async (args, sentence) => {
    expect(await atlas('train', ...args)).toEqual({ code: 2, stdout: '', stderr: `${sentence}\n` });
  });
});
