/** Inspection of the real network: every audited number is the engine's, every sum the sum of its parts. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPicture, openSession, type Host } from '../../../../scripts/host.ts';
import { additionOf, auditUnit, residualsOf, weightsOf } from './inspection.ts';

describe('inspection of ResNet-50', () => {
  let host: Host;
  beforeAll(async () => {
    host = await openSession('float16');
    await openPicture(host.session, join(import.meta.dirname, 'fixtures/coffee.png'));
    await host.session.forward();
  });
  afterAll(() => host.session.dispose());

  it.each([
    ['conv1_pad', 0, 0, 1],
    ['conv1_pad', 100, 57, 2],
    ['conv1', 0, 0, 3],
    ['conv1', 111, 111, 63],
    ['bn_conv1', 50, 60, 7],
    ['conv1_relu', 50, 60, 7],
    ['pool1', 0, 55, 20],
    ['res2a_branch2b', 0, 30, 5],
    ['res3b_branch2a', 13, 27, 100],
    ['bn4a_branch1', 7, 7, 1000],
    ['res4d_add', 3, 9, 701],
    ['res5c_branch2b', 6, 6, 511],
    ['res5c', 3, 3, 2047],
    ['avg_pool', 0, 0, 17],
    ['fc1000', 0, 0, 967],
    ['prob', 0, 0, 967],
  ])(
    'audits %s at (%i, %i), channel %i: the engine’s value, within 1e-5 of all terms',
    async (node, row, column, channel) => {
      const { engine, audit } = await auditUnit(host.session, node, { row, column, channel });
      expect(Math.abs(engine - audit.result)).toBeLessThanOrEqual(
        1e-5 * Math.max(audit.magnitude, Math.abs(audit.result)),
      );
    },
  );

  it('refuses a node or a channel that is not there', async () => {
    const unit = { row: 0, column: 0, channel: 0 };
    await expect(auditUnit(host.session, 'nonsense', unit)).rejects.toMatchObject({ code: 'unknownNode' });
    await expect(auditUnit(host.session, 'conv1', { ...unit, channel: 64 })).rejects.toMatchObject({
      code: 'channelOutOfRange',
    });
  });

  it('takes a block apart: shortcut and branch make the sum, and its positive part is the output', async () => {
    const { shortcut, branch, sum, output, figures } = await additionOf(host.session, '4d');
    sum.values.forEach((value, i) => {
      if (Math.abs(value - shortcut!.values[i] - branch!.values[i]) > 1e-5) expect.fail(`at ${i}`);
      if (Math.abs(Math.max(0, value) - output.values[i]) > 1e-6) expect.fail(`output at ${i}`);
    });
    const clipped = sum.values.filter((value) => value < 0).length / sum.values.length;
    expect(figures!.clipped).toBeCloseTo(clipped, 12);
  });

  it('gives the figures of all sixteen blocks, or of those that are left', async () => {
    const told: string[] = [];
    const all = await residualsOf(host.session, ({ block }) => told.push(block));
    expect(told).toHaveLength(16);
    expect(Object.keys(all)).toEqual(told);
    await host.session.forward({
      rewrites: [
        { kind: 'removeBlock', block: '3b' },
        { kind: 'cutShortcut', block: '4d' },
      ],
    });
    const left = await residualsOf(host.session, () => undefined);
    expect(left).not.toHaveProperty('3b');
    expect(left['4d']).toMatchObject({ shortcut: null, cosine: null });
    await host.session.forward();
  });

  it('gives a node’s weights by role', () => {
    const { graph, parameters } = host.session;
    const { tensors } = weightsOf(graph, parameters, 'conv1');
    expect(tensors.kernel.shape).toEqual([7, 7, 3, 64]);
    expect(tensors.bias.values).toHaveLength(64);
    expect(Object.keys(weightsOf(graph, parameters, 'bn_conv1').tensors)).toEqual([
      'gamma',
      'beta',
      'movingMean',
      'movingVariance',
    ]);
    expect(() => weightsOf(graph, parameters, 'nonsense')).toThrow();
  });
});
