import * as tf from '@tensorflow/tfjs-core';
import { AtlasError } from '../errors.ts';
import type { BackendName, BackendReport } from '../protocol.ts';
import { probe } from './probe.ts';
import { allowThreads } from './threads.ts';
import { webglRenderer, webgpuRenderer, type Renderer } from './renderers.ts';

export interface BackendEnvironment {
  /** Where the host serves tfjs' .wasm files; in Node the package finds its own. */
  readonly wasmFiles?: Readonly<Record<string, string>>;
}

/** Fastest first. */
const preference: readonly BackendName[] = ['webgpu', 'webgl', 'wasm', 'cpu'];

/** Loads and registers a backend; tells what stands behind it. Throws what is wrong, in words. */
const loaders: Record<BackendName, (environment: BackendEnvironment) => Promise<() => Promise<Renderer>>> = {
  async webgpu() {
    const renderer = await webgpuRenderer();
    if (!renderer) throw new Error('no WebGPU adapter');
    await import('@tensorflow/tfjs-backend-webgpu');
    return async () => renderer;
  },
  async webgl() {
    const renderer = webglRenderer();
    if (!renderer) throw new Error('no WebGL 2 context');
    await import('@tensorflow/tfjs-backend-webgl');
    // Without it a software renderer, when asked for by name, is refused its context.
    tf.env().set('SOFTWARE_WEBGL_ENABLED', renderer.software);
    return async () => renderer;
  },
  async wasm({ wasmFiles }) {
    const wasm = await import('@tensorflow/tfjs-backend-wasm');
    if (wasmFiles) wasm.setWasmPaths({ ...wasmFiles });
    allowThreads(wasm.setThreadsCount);
    return async () => {
      const simd = await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT');
      const threads = (await tf.env().getAsync('WASM_HAS_MULTITHREAD_SUPPORT')) ? wasm.getThreadsCount() : 1;
      return {
        name: `${simd ? 'SIMD' : 'no SIMD'}, ${threads} thread${threads === 1 ? '' : 's'}`,
        software: false,
      };
    };
  },
  async cpu() {
    await import('@tensorflow/tfjs-backend-cpu');
    return async () => ({ name: 'JavaScript', software: false });
  },
};

/** Makes one backend the current one; throws in words why it cannot be. */
async function start(backend: BackendName, environment: BackendEnvironment, acceptSoftware: boolean) {
  const describe = await loaders[backend](environment);
  if (!acceptSoftware && (backend === 'webgl' || backend === 'webgpu')) {
    const { name, software } = await describe();
    if (software) throw new Error(`software renderer (${name})`);
  }
  if (!(await tf.setBackend(backend))) throw new Error('it did not start');
  await tf.ready();
  const { agrees, halfPrecision } = await probe();
  if (!agrees) throw new Error('it computes a wrong result for a known convolution');
  const { name, software } = await describe();
  return { renderer: name, softwareRenderer: software, halfPrecision };
}

/**
 * Starts the requested backend; for 'auto', or where the requested one fails, the first of WebGPU, WebGL,
 * WebAssembly and plain JavaScript that works, agrees with the probe and is not a software renderer.
 *
 * Throws AtlasError 'noBackend' when none does.
 */
export async function startBackend(
  requested: BackendName | 'auto',
  environment: BackendEnvironment = {},
): Promise<BackendReport> {
  const candidates =
    requested === 'auto' ? preference : [requested, ...preference.filter((b) => b !== requested)];
  const passedOver: { backend: BackendName; reason: string }[] = [];
  for (const backend of candidates) {
    try {
      const report = await start(backend, environment, backend === requested);
      return { backend, requested, passedOver, ...report };
    } catch (error) {
      const reason =
        error instanceof Error ? error.message : String((error as { message?: unknown })?.message ?? error);
      passedOver.push({ backend, reason });
    }
  }
  throw new AtlasError('noBackend', {
    tried: passedOver.map(({ backend, reason }) => `${backend}: ${reason}`).join('; '),
  });
}
