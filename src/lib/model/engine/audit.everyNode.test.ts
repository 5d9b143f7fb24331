/** The audited sum beside the engine's value at every node of ResNet-50, as it was trained and rewritten. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPicture, openSession, type Host } from '../../../../scripts/host.ts';
import { inferShapes } from '../architecture/shapes.ts';
import { numbersFrom } from '../architecture/testing/reference.ts';
import type { Rewrite } from '../architecture/rewrite.ts';
import { auditUnit } from './inspection.ts';

const rewritten: Rewrite[] = [
  { kind: 'removeBlock', block: '3b' },
  { kind: 'cutShortcut', block: '4a' },
  { kind: 'cutShortcut', block: '4d' },
  { kind: 'scaleBranch', block: '2c', factor: 0.5 },
  { kind: 'scaleShortcut', block: '5b', factor: -1 },
  { kind: 'swapBlocks', first: '4b', second: '4e' },
  { kind: 'muteChannel', node: 'res2b', channel: 7 },
];

describe('every audited number is the engine’s, within 1e-5 of all terms', () => {
  let host: Host;
  beforeAll(async () => {
    host = await openSession('float16');
    await openPicture(host.session, join(import.meta.dirname, 'fixtures/coffee.png'));
  });
  afterAll(() => host.session.dispose());

  it.each([
    ['as it was trained', []],
    ['rewritten', rewritten],
  ])(
    'in ResNet-50 %s',
    async (_, rewrites) => {
      await host.session.forward({ rewrites });
      const graph = host.session.lastGraph();
      const shapes = inferShapes(graph);
      const isTouched = (block?: string) =>
        rewrites.length === 0 ||
        ['2b', '2c', '3a', '3b', '3c', '4a', '4b', '4d', '4e', '5b'].includes(block ?? '');
      const nodes = graph.nodes.filter(({ kind, block }) => kind !== 'input' && isTouched(block));
      const kinds = new Set<string>();
      for (const { id, kind } of nodes) {
        const shape = shapes.get(id)!;
        const [height, width] = shape.length === 3 ? shape : [1, 1];
        // A corner, whose window lies on the padding, or any other place.
        const [r, c, k] = numbersFrom(id, 3).map(Math.abs);
        const corner = r < 0.3;
        const unit = {
          row: corner ? 0 : Math.floor(r * height),
          column: corner ? width - 1 : Math.floor(c * width),
          channel: Math.floor(k * shape.at(-1)!),
        };
        const { engine, audit } = await auditUnit(host.session, id, unit);
        const allowed = 1e-5 * Math.max(audit.magnitude, Math.abs(audit.result));
        const difference = Math.abs(engine - audit.result);
        expect(difference, `${id} ${JSON.stringify(unit)}: ${engine}, ${audit.result}`).toBeLessThanOrEqual(
          allowed,
        );
        kinds.add(kind);
      }
      if (rewrites.length > 0) expect(kinds).toContain('scale');
      else expect(nodes).toHaveLength(graph.nodes.length - 1);
    },
    60_000,
  );
});
