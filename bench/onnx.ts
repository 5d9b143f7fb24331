/**
 * `npm run bench -- --onnx`: the forward pass against onnxruntime-web with the same folded weights, side by
 * side. The package is large and used for this alone: it is installed into .cache when it is asked for.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Graph } from '../src/lib/model/architecture/graph.ts';
import type { Parameters } from '../src/lib/model/engine/parameters.ts';
import { fuse, type Step } from '../src/lib/model/engine/steps.ts';
import { openPicture, openSession } from '../scripts/host.ts';
import { findNpm } from '../scripts/setup/npm.mjs';
import { compare } from './interleave.ts';
import { floats, integer, integers, message, text, type Field } from './protobuf.ts';

const version = '1.22.0';
const root = join(import.meta.dirname, '..');
const folder = join(root, `.cache/onnxruntime-web-${version}`);

interface Runtime {
  env: { wasm: { numThreads: number } };
  Tensor: new (type: 'float32', data: Float32Array, dims: number[]) => unknown;
  InferenceSession: { create(model: Uint8Array, options: object): Promise<OnnxSession> };
}
interface OnnxSession {
  run(feeds: Record<string, unknown>): Promise<Record<string, { data: Float32Array }>>;
}

async function loadRuntime(log: (line: string) => void): Promise<Runtime> {
  const entry = join(folder, 'node_modules/onnxruntime-web/dist/ort.node.min.mjs');
  if (!existsSync(entry)) {
    log(`Installing onnxruntime-web ${version} into .cache …`);
    await mkdir(folder, { recursive: true });
    const npm = [findNpm(), 'install', '--ignore-scripts', '--no-save', '--prefix', folder];
    execFileSync(process.execPath, [...npm, `onnxruntime-web@${version}`], { stdio: 'ignore' });
  }
  return (await import(/* @vite-ignore */ pathToFileURL(entry).href)) as Runtime;
}

export async function measureAgainstOnnx(log: (line: string) => void): Promise<number> {
  const runtime = await loadRuntime(log);
  const { session } = await openSession('float32');
  await openPicture(session, join(root, 'src/lib/model/engine/fixtures/chelsea.png'));
  const { probabilities } = await session.forward();
  const input = (await session.values(['input'])).get('input')!;
  const model = onnxModel(session.graph, session.parameters);
  for (const threads of [1, 2]) {
    runtime.env.wasm.numThreads = threads;
    const onnx = await runtime.InferenceSession.create(model, { executionProviders: ['wasm'] });
    const feeds = {
      input: new runtime.Tensor('float32', channelsFirst(input, 224 * 224, 3), [1, 3, 224, 224]),
    };
    const theirs = (await onnx.run(feeds)).output.data;
    const difference = Math.max(...theirs.map((p, i) => Math.abs(p - probabilities[i])));
    if (difference > 1e-4) throw new Error(`Both sides must compute the same: they differ by ${difference}.`);
    const { ratio, ratioQuartiles, first, second } = await compare(
      () => session.forward(),
      () => onnx.run(feeds),
    );
    log(
      `forward ${ratio.toFixed(2)} × onnxruntime-web with ${threads} thread(s) asked for ` +
        `(pairs ${ratioQuartiles.map((r) => r.toFixed(2)).join(' to ')}; ` +
        `${first.lowerQuartile.toFixed(0)} ms against ${second.lowerQuartile.toFixed(0)} ms)`,
    );
  }
  return 0;
}

/** [positions, channels] → [channels, positions]. */
function channelsFirst(values: Float32Array, positions: number, channels: number): Float32Array {
  const result = new Float32Array(values.length);
  for (let i = 0; i < positions; i++)
    for (let c = 0; c < channels; c++) result[c * positions + i] = values[i * channels + c];
  return result;
}

/** The fused graph in ONNX' format: NCHW, kernels [out, in, height, width]. */
function onnxModel(graph: Graph, parameters: Parameters): Uint8Array {
  const nodes: Field[] = [];
  const weights: Field[] = [];
  const add = (kind: string, inputs: string[], output: string, attributes: Field[] = []) =>
    nodes.push(
      message(1, [...inputs.map((name) => text(1, name)), text(2, output), text(4, kind), ...attributes]),
    );
  const weight = (name: string, dims: number[], values: Float32Array) => {
    weights.push(
      message(5, [...dims.map((d) => integer(1, d)), integer(2, 1), text(8, name), floats(9, values)]),
    );
    return name;
  };
  const ints = (name: string, values: number[]) =>
    message(5, [text(1, name), ...integers(8, values), integer(20, 7)]);

  const compute = (step: Step) => {
    switch (step.kind) {
      case 'input':
        return;
      case 'fusedConvolution': {
        const { kernel, bias } = parameters.folded(step);
        const [height, width, channels, filters] = kernel.shape;
        const area = height * width;
        const swapped = channelsFirst(kernel.dataSync() as Float32Array, area * channels, filters);
        const values = new Float32Array(swapped.length);
        for (let f = 0; f < filters; f++) {
          const own = swapped.subarray(f * area * channels, (f + 1) * area * channels);
          values.set(channelsFirst(own, area, channels), f * area * channels);
        }
        const { stride } = step.attributes.convolution.attributes;
        const { padding, relu } = step.attributes;
        const output = relu ? `${step.id}_before` : step.id;
        const inputs = [
          step.inputs[0],
          weight(`${step.id}/kernel`, [filters, channels, height, width], values),
          weight(`${step.id}/bias`, [filters], bias!.dataSync() as Float32Array),
        ];
        add('Conv', inputs, output, [
          ints('strides', [stride, stride]),
          ints('pads', Array(4).fill(padding)),
          ints('kernel_shape', [height, width]),
        ]);
        if (relu) add('Relu', [output], step.id);
        return;
      }
      case 'maxPool': {
        const { kernel, stride, padding } = step.attributes;
        add('MaxPool', [...step.inputs], step.id, [
          ints('kernel_shape', [kernel, kernel]),
          ints('strides', [stride, stride]),
          ints('pads', Array(4).fill(padding)),
        ]);
        return;
      }
      case 'add':
        return void add('Add', [...step.inputs], step.id);
      case 'relu':
        return void add('Relu', [...step.inputs], step.id);
      case 'globalAvgPool':
        add('GlobalAveragePool', [...step.inputs], `${step.id}_map`);
        return void add('Flatten', [`${step.id}_map`], step.id);
      case 'dense': {
        const kernel = parameters.tensor(`${step.id}/kernel`);
        const bias = parameters.tensor(`${step.id}/bias`);
        const names = [
          weight(`${step.id}/kernel`, [...kernel.shape], kernel.dataSync() as Float32Array),
          weight(`${step.id}/bias`, [...bias.shape], bias.dataSync() as Float32Array),
        ];
        return void add('Gemm', [step.inputs[0], ...names], step.id);
      }
      case 'softmax':
        return void add('Softmax', [...step.inputs], 'output');
      default:
        throw new Error(`Not in this benchmark: '${step.kind}'.`);
    }
  };
  for (const step of fuse(graph, new Set())) compute(step);

  const value = (field: number, name: string, dims: number[]) =>
    message(field, [
      text(1, name),
      message(2, [
        message(1, [
          integer(1, 1),
          message(
            2,
            dims.map((d) => message(1, [integer(1, d)])),
          ),
        ]),
      ]),
    ]);
  const graphField = message(7, [
    ...nodes,
    text(2, 'resnet50'),
    ...weights,
    value(11, 'input', [1, 3, 224, 224]),
    value(12, 'output', [1, 1000]),
  ]);
  return Buffer.concat([integer(1, 8), graphField, message(8, [text(1, ''), integer(2, 13)])]);
}
