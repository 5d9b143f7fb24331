/**
 * Exported programs against what PyTorch and Keras printed when they were run (`fixtures/printed.json`, made by
 * scripts/fixtures/exports.ts), and this engine against the same numbers.
 */
import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPicture, openSession, type Host } from '../../../../scripts/host.ts';
import { code } from '../../i18n/messages/code.ts';
import { buildModel, modelNames } from '../architecture/families.ts';
import type { Graph } from '../architecture/graph.ts';
import { applyRewrites } from '../architecture/rewrites.ts';
import { startBackend } from '../engine/backends.ts';
import { run } from '../engine/forward.ts';
import { byChannel, statistics } from '../engine/statistics.ts';
import { fuse } from '../engine/steps.ts';
import { referenceInput, referenceParameters } from '../engine/testing/referenceWeights.ts';
import { exportCode, exportTargets } from './export.ts';
import { exportCases, type ExportCase } from './fixtures/cases.ts';
import { printed } from './fixtures/printed.json';

const words = code.en.comments;
const fixture = (name: string) => readFileSync(`${import.meta.dirname}/fixtures/${name}`, 'utf8');
const graphOf = ({ model, rewrites }: ExportCase) => applyRewrites(buildModel(model), rewrites);

/** 'mean 1.5, std 2' → {mean: 1.5, std: 2} of all lines; the last number of a line without commas by what is before it. */
function numbersOf(lines: readonly string[]): Record<string, number> {
  const numbers: Record<string, number> = {};
  for (const line of lines.slice(1)) {
    const parts = /^row/.test(line) ? [line] : line.split(', ');
    for (const part of parts) {
      const [, name, value] = /^(.*?):? (\S+)$/.exec(part)!;
      numbers[name] = Number(value);
    }
  }
  return numbers;
}

/** What the engine has for each number that a program prints; planar values. */
function engineNumbers(one: ExportCase, shape: readonly number[], values: Float32Array) {
  const { mean, std, min, max, l2, zeros } = statistics(values);
  const numbers: Record<string, number> = { mean, std, min, max, 'L2 norm': l2, zeros };
  const { channel, cell } = one;
  const [height, width] = shape;
  if (channel !== undefined && shape.length === 3) {
    const map = values.subarray(channel * height * width, (channel + 1) * height * width);
    numbers[`channel ${channel}: mean`] = statistics(map).mean;
    if (cell) {
      numbers[`row ${cell.row}, column ${cell.column}, channel ${channel}`] =
        map[cell.row * width + cell.column];
    }
  } else if (channel !== undefined) numbers[`entry ${channel}`] = values[channel];
  return { numbers, std };
}

function compare(one: ExportCase, file: string, shape: readonly number[], values: Float32Array) {
  const lines = printed[file as keyof typeof printed];
  expect(lines[0]).toMatch(/ \(\d+(, \d+)*,?\)$/);
  expect(lines[0].match(/\d+(?=[,)])/g)!.map(Number)).toEqual([...shape]);
  const theirs = numbersOf(lines);
  const { numbers: ours, std } = engineNumbers(one, shape, values);
  const range = theirs.max - theirs.min;
  for (const [name, value] of Object.entries(ours)) {
    expect(theirs, `${file}: ${name}`).toHaveProperty(name);
    const within: Record<string, number> = {
      mean: 2e-4 * std,
      std: 5e-4 * std,
      'L2 norm': 5e-4 * theirs['L2 norm'],
      // A value on one side of zero here and on the other there: rounding, in few of them.
      zeros: 1e-3,
    };
    expect(Math.abs(value - theirs[name]), `${file}: ${name}`).toBeLessThanOrEqual(
      within[name] ?? 1e-3 * range,
    );
  }
}

const ofResNet50 = exportCases.filter(({ model }) => model === 'resnet50');
const others = exportCases.filter(({ model }) => model !== 'resnet50');

describe.each(exportCases.flatMap((one) => one.targets.map((target) => [one.name, target, one] as const)))(
  '%s for %s',
  (name, target, one) => {
    it('is the program that was run', () => {
      const options = { ...one, words };
      expect(exportCode(graphOf(one), target, options)).toBe(fixture(`${name}.${target}.py`));
    });
  },
);

describe('ResNet-50 in this engine gives the numbers that the programs printed', () => {
  const hosts = new Map<boolean, Host>();
  beforeAll(async () => {
    for (const half of [false, true]) {
      const host = await openSession(half ? 'float16' : 'float32');
      await openPicture(host.session, `${import.meta.dirname}/../engine/fixtures/chelsea.png`);
      hosts.set(half, host);
    }
  });
  afterAll(() => hosts.forEach(({ session }) => session.dispose()));

  it.each(ofResNet50.map((one) => [one.name, one] as const))('%s', async (name, one) => {
    const { session } = hosts.get(one.halfPrecision ?? false)!;
    const report = await session.forward({ rewrites: one.rewrites });
    const maps = await session.maps(one.node ?? 'prob');
    for (const target of one.targets) compare(one, `${name}.${target}.py`, maps.shape, maps.values);
    if (one.node !== undefined) return;
    const topFive = printed['resnet50.pytorch.py'].slice(-5).map((line) => line.split(' ').map(Number));
    expect(report.top.map(({ index }) => index)).toEqual(topFive.map(([index]) => index));
    topFive.forEach(([, probability], i) =>
      expect(Math.abs(report.top[i].probability - probability)).toBeLessThan(1e-4),
    );
  });
});

describe('networks without trained weights, with numbers that depend on names alone', () => {
  beforeAll(() => startBackend('wasm'));

  async function valueOf(graph: Graph, node: string) {
    const parameters = referenceParameters(graph);
    const input = referenceInput(graph);
    const steps = fuse(graph, new Set([node])).filter(({ kind }) => kind !== 'input');
    const tensor = run(steps, new Map([[input.id, input.tensor]]), new Set([node]), parameters).get(node)!;
    const shape = tensor.shape.slice(1);
    const values = (await tensor.data()) as Float32Array;
    tf.dispose([tensor, input.tensor]);
    parameters.releaseTensors();
    return { shape, values: shape.length === 3 ? byChannel(values, shape[2]).planar : values };
  }

  it.each(others.map((one) => [one.name, one] as const))('%s', async (name, one) => {
    const { shape, values } = await valueOf(graphOf(one), one.node!);
    for (const target of one.targets) compare(one, `${name}.${target}.py`, shape, values);
  });
});

describe('every network that has a name', () => {
  it.each(modelNames.filter((name) => !/1202|110/.test(name)))('%s can be exported', (name) => {
    const graph = buildModel(name);
    for (const target of exportTargets) {
      const program = exportCode(graph, target, { words });
      const assigned = new Set(program.match(/^ *\w+(?= = )/gm)?.map((name) => name.trim()));
      expect(graph.nodes.slice(1).filter(({ id }) => !assigned.has(id))).toEqual([]);
    }
  });

  it('a node that is not there is an error', () => {
    expect(() => exportCode(buildModel('resnet50'), 'pytorch', { words, node: 'conv9' })).toThrow(
      'unknownNode',
    );
  });
});
