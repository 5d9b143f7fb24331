/** What a value can depend on, held against the executed network: nothing outside it makes a difference, its edges do. */
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSession } from '../../../../scripts/host.ts';
import { cifarNetwork } from '../architecture/families.ts';
import { boundingBox, reachablePixels } from '../architecture/reads.ts';
import { inferShapes } from '../architecture/shapes.ts';
import { subgraph } from '../architecture/subgraph.ts';
import { numbersFrom } from '../architecture/testing/reference.ts';
import type { Graph } from '../architecture/graph.ts';
import { startBackend } from './backends.ts';
import { run } from './forward.ts';
import type { Parameters } from './parameters.ts';
import { fuse } from './steps.ts';
import { referenceParameters } from './testing/referenceWeights.ts';

/** A node's value for an input, straight through the network's operations. */
async function valueOf(graph: Graph, parameters: Parameters, node: string, input: Float32Array) {
  const wanted = new Set([node]);
  const [inputNode] = graph.nodes;
  const x = tf.tensor(input, [1, ...inferShapes(graph).get(inputNode.id)!]);
  const { nodes } = subgraph(graph, wanted, new Set([inputNode.id]));
  const value = run(fuse({ nodes }, wanted), new Map([[inputNode.id, x]]), wanted, parameters).get(node)!;
  const data = (await value.data()) as Float32Array;
  tf.dispose([x, value]);
  parameters.releaseUnfolded();
  return data;
}

const pictures = new Map<number, Float32Array>();
/** Numbers as large as those of a picture. */
function pictureOf(length: number): Float32Array {
  if (!pictures.has(length)) {
    pictures.set(
      length,
      Float32Array.from(numbersFrom('picture', length), (x) => 60 * x),
    );
  }
  return pictures.get(length)!;
}

const values = new Map<string, Float32Array>();
/** Of the unchanged picture; computed once. */
async function unchanged(graph: Graph, parameters: Parameters, node: string, picture: Float32Array) {
  const key = `${graph.name} ${node}`;
  if (!values.has(key)) values.set(key, await valueOf(graph, parameters, node, picture));
  return values.get(key)!;
}

/** All channels at one place, for the picture and for one that differs in the pixels chosen. */
async function compare(
  { graph, parameters }: { graph: Graph; parameters: Parameters },
  node: string,
  { row, column }: { row: number; column: number },
  changes: (isReached: boolean, pixelRow: number, pixelColumn: number) => boolean,
) {
  const shapes = inferShapes(graph);
  const [height, width, depth] = shapes.get(graph.nodes[0].id)!;
  const [, mapWidth, channels] = shapes.get(node)!;
  const reached = reachablePixels(graph, shapes, node, { row, column });
  const picture = pictureOf(height * width * depth);
  const other = Float32Array.from(picture, (value, i) => {
    const pixel = Math.floor(i / depth);
    const isChanged = changes(reached.values[pixel] === 1, Math.floor(pixel / width), pixel % width);
    return isChanged ? 90 - 2 * value : value;
  });
  const at = (value: Float32Array) => {
    const start = (row * mapWidth + column) * channels;
    return value.slice(start, start + channels);
  };
  const before = at(await unchanged(graph, parameters, node, picture));
  const after = at(await valueOf(graph, parameters, node, other));
  return { before, after, box: boundingBox(reached)! };
}

const places = (side: number) => [
  { row: 0, column: 0 },
  { row: side - 1, column: Math.floor(side / 2) },
  { row: Math.floor(side / 3), column: Math.floor(side / 2) },
];

describe('a small residual network', () => {
  // Option A: shortcuts that take every second pixel.
  const graph = cifarNetwork({ depth: 8, width: 4, inputShape: [32, 32, 3], shortcut: 'A' });
  const parameters = referenceParameters(graph);
  const shapes = inferShapes(graph);
  beforeAll(() => startBackend('wasm'));
  afterAll(() => parameters.releaseTensors());

  it.each(['stem_conv', 'stage1_block1', 'stage2_block1_conv1', 'stage2_block1', 'stage3_block1_conv1'])(
    'at %s: the pixels outside make no difference at all, those on the box’s edges do',
    async (id) => {
      const node = graph.nodes.find((one) => one.id === id)!.id;
      for (const place of places(shapes.get(node)![0])) {
        const outside = await compare({ graph, parameters }, node, place, (isReached) => !isReached);
        expect(outside.after).toEqual(outside.before);
        const { box } = outside;
        const edges = [
          (r: number) => r === box.top,
          (r: number) => r === box.top + box.height - 1,
          (_: number, c: number) => c === box.left,
          (_: number, c: number) => c === box.left + box.width - 1,
        ];
        for (const isEdge of edges) {
          const edge = await compare(
            { graph, parameters },
            node,
            place,
            (isReached, r, c) => isReached && isEdge(r, c),
          );
          expect(edge.after).not.toEqual(edge.before);
        }
      }
    },
  );
});

describe('ResNet-50 with its own weights', () => {
  let network: Awaited<ReturnType<typeof openSession>>['session'];
  beforeAll(async () => {
    network = (await openSession('float16')).session;
  });
  afterAll(() => network.dispose());

  it.each(['conv1', 'pool1', 'res2b_branch2b', 'res3a_branch1', 'res3a'])(
    'at %s: the pixels outside make no difference at all, those inside do',
    async (node) => {
      const side = inferShapes(network.graph).get(node)![0];
      for (const place of places(side)) {
        const outside = await compare(network, node, place, (isReached) => !isReached);
        expect(outside.after).toEqual(outside.before);
      }
      const inside = await compare(network, node, { row: 0, column: 0 }, (isReached) => isReached);
      expect(inside.after).not.toEqual(inside.before);
    },
  );
});
