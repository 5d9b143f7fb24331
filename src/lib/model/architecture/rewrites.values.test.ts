/** What rewritten networks compute, against the paths of the unchanged network put together by hand. */
import { describe, expect, test } from 'vitest';
import { blocksOf } from './blocks.ts';
import { cifarNetwork } from './families.ts';
import type { Graph } from './graph.ts';
import {
  applyRewrites,
  cutShortcut,
  muteChannel,
  plain,
  removeBlock,
  scaleBranch,
  scaleShortcut,
  swapBlocks,
} from './rewrites.ts';
import { inferShapes } from './shapes.ts';
import { evaluate, type Values } from './testing/reference.ts';

const small = cifarNetwork({ depth: 20, width: 2, inputShape: [6, 6, 1], shortcut: 'B' });
const optionA = cifarNetwork({ depth: 20, width: 2, inputShape: [6, 6, 1] });

const relu = (values: Values) => values.map((value) => Math.max(0, value));
const sum = (a: Values, b: Values) => a.map((value, index) => value + b[index]!);
const times = (factor: number, values: Values) => values.map((value) => factor * value);

/** F(x) and the shortcut's value of a block of `graph` for the input value x. */
function pathsOf(graph: Graph, blockId: string, x: Values): { branch: Values; shortcut: Values } {
  const { input, branchEnd, shortcutEnd } = blocksOf(graph).find(({ id }) => id === blockId)!;
  const values = evaluate(graph, new Map([[input, x]]));
  return { branch: values.get(branchEnd!)!, shortcut: values.get(shortcutEnd!)! };
}

function expectClose(actual: Values | undefined, expected: Values) {
  expect(actual).toHaveLength(expected.length);
  const difference = Math.max(...expected.map((value, index) => Math.abs(value - actual![index]!)));
  expect(difference).toBeLessThan(1e-9 * Math.max(1, ...expected.map(Math.abs)));
}

const head = (graph: Graph) => evaluate(graph).get('head')!;

describe.each([
  ['option B', small],
  ['option A', optionA],
])('what each rewrite computes (%s)', (_, graph) => {
  const before = evaluate(graph);

  test.each(['stage1_block2', 'stage2_block1', 'stage3_block3'])('cutting or removing %s', (id) => {
    const { input } = blocksOf(graph).find((block) => block.id === id)!;
    const { branch, shortcut } = pathsOf(graph, id, before.get(input)!);
    expect(before.get(id)).toEqual(relu(sum(branch, shortcut)));
    expect(evaluate(cutShortcut(graph, id)).get(id)).toEqual(relu(branch));
    expect(evaluate(removeBlock(graph, id)).get(id)).toEqual(relu(shortcut));
  });

  test.each(['stage1_block1', 'stage2_block1', 'stage2_block3'])('scaling the paths of %s', (id) => {
    const { input } = blocksOf(graph).find((block) => block.id === id)!;
    const { branch, shortcut } = pathsOf(graph, id, before.get(input)!);
    expectClose(evaluate(scaleBranch(graph, id, 0.3)).get(id), relu(sum(times(0.3, branch), shortcut)));
    expectClose(evaluate(scaleShortcut(graph, id, -2)).get(id), relu(sum(branch, times(-2, shortcut))));
    const both = applyRewrites(graph, [
      { kind: 'scaleShortcut', block: id, factor: 0.5 },
      { kind: 'scaleBranch', block: id, factor: 3 },
    ]);
    expectClose(evaluate(both).get(id), relu(sum(times(3, branch), times(0.5, shortcut))));
  });

  test('scaling a path by 0 is the same as being without it', () => {
    for (const id of ['stage2_block2', 'stage3_block1']) {
      expectClose(head(scaleBranch(graph, id, 0)), head(removeBlock(graph, id)));
      expectClose(head(scaleShortcut(graph, id, 0)), head(cutShortcut(graph, id)));
    }
  });

  test.each(['stage1_block2', 'stage2_block2_norm1', 'stage2_block1_add', 'stem_conv', 'avg_pool'])(
    'muting channels of %s',
    (id) => {
      const muted = muteChannel(muteChannel(graph, id, 1), id, 0);
      const channels = inferShapes(graph).get(id)!.at(-1)!;
      const silenced = before.get(id)!.map((value, index) => (index % channels < 2 ? 0 : value));
      const after = evaluate(muted);
      // The node itself is as before: it can still be looked at. What reads it gets the zeros.
      expect(after.get(id)).toEqual(before.get(id));
      expect(after.get('head')).toEqual(evaluate(graph, new Map([[id, silenced]])).get('head'));
      expect(after.get('head')).not.toEqual(before.get('head'));
    },
  );

  test('swapping blocks computes them in the other order, each with its own weights', () => {
    const run = (value: Values, id: string) => {
      const { branch, shortcut } = pathsOf(graph, id, value);
      return relu(sum(branch, shortcut));
    };
    const swapped = evaluate(swapBlocks(graph, 'stage2_block2', 'stage2_block3'));
    const third = run(before.get('stage2_block1')!, 'stage2_block3');
    expect(swapped.get('stage2_block3')).toEqual(third);
    expect(swapped.get('stage2_block2')).toEqual(run(third, 'stage2_block2'));
    expect(swapped.get('stage3_block1')).toEqual(run(swapped.get('stage2_block2')!, 'stage3_block1'));
    expect(swapped.get('head')).not.toEqual(before.get('head'));
  });

  test('the plain network is all branches, one after the other', () => {
    const after = evaluate(plain(graph));
    let value = after.get('stem')!;
    for (const { id } of blocksOf(graph)) {
      value = relu(pathsOf(graph, id, value).branch);
      expect(after.get(id)).toEqual(value);
    }
  });
});
