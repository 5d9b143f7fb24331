/** `atlas init` and `atlas first-steps` as a user calls them. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { atlas, atlasJson } from './testing/atlas.ts';

afterEach(() => vi.restoreAllMocks());

const small = ['--depth', '8', '--width', '4', '--batch', '4'];

describe('init', () => {
  it('answers with the convolutions in order, the dense layer apart', async () => {
    const answer = await atlasJson('init', ...small, '--net', 'plain', '--seeds', '2');
    expect(answer).toMatchObject({ depth: 8, net: 'plain', norm: 'batch', init: 'he', seed: 0, seeds: 2 });
    expect(answer.layers.map(({ id }: { id: string }) => id)).toEqual([
      'stem_conv',
      ...[1, 2, 3].flatMap((stage) => [1, 2].map((conv) => `stage${stage}_block1_conv${conv}`)),
    ]);
    expect(Object.keys(answer.layers[0])).toEqual([
      'id',
      'weightGradient',
      'activationGradient',
      'activationStd',
    ]);
    expect(answer.head.weightGradient).toBeGreaterThan(0);
    expect(answer.growthPerConvolution).toBeGreaterThan(1);
  });

  it('writes what JSON has no number for as a string', async () => {
    const { layers } = await atlasJson(
      'init',
      ...small,
      '--norm',
      'none',
      '--alpha',
      '100',
      '--depth',
      '110',
    );
    const stds = layers.map(({ activationStd }: { activationStd: unknown }) => activationStd);
    expect(stds).toContain('NaN');
    expect(stds).not.toContain(null);
  });

  it.each([
    [['--depth', '21'], '“21” is no value for “--depth”: expected 6n + 2 layers: 8, 14, 20, 26 … 1202.'],
    [['--model', 'resnet50', '--depth', '20'], '“20” is no value for “--depth”: expected 50.'],
    [['--init', 'xavier'], '“xavier” is no value for “--init”: expected he, glorot, pytorch.'],
    [['--alpha', 'x'], '“x” is no value for “--alpha”: expected a number from -100 to 100.'],
    [['--seed', '-1'], '“-1” is no value for “--seed”: expected a whole number from 0 to 4294967295.'],
    [
      ['--norm', 'none', '--zero-gamma'],
      '“none” is no value for “--norm”: expected batch, because --zero-gamma sets γ of a batch norm.',
    ],
    [['more'], '“init” has no option “more”. See “npm run -s atlas -- init --help”.'],
  ])('refuses %j in a sentence', async (args, sentence) => {
    expect(await atlas('init', ...args)).toEqual({ code: 2, stdout: '', stderr: `${sentence}\n` });
  });
});

describe('first-steps', () => {
  it('answers with one measurement more than steps', async () => {
    const { steps } = await atlasJson('first-steps', '--depth', '8', '--steps', '1');
    expect(steps.map(({ step }: { step: number }) => step)).toEqual([0, 1]);
    expect(steps[1].firstWeight).not.toBe(steps[0].firstWeight);
  });
});
