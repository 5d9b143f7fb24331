import * as tf from '@tensorflow/tfjs-core';
import { AtlasError } from '../errors.ts';
import type { BackendName, BackendReport, PassedOver } from '../protocol.ts';
import { probe } from './probe.ts';
import { allowThreads } from './threads.ts';
import { webglRenderer, webgpuRenderer, type Renderer } from './renderers.ts';

export interface BackendEnvironment {
  /** Where the host serves tfjs' .wasm files; in Node the package finds its own. */
  readonly wasmFiles?: Readonly<Record<string, string>>;
}

/** Fastest first. */
const preference: readonly BackendName[] = ['webgpu', 'webgl', 'wasm', 'cpu'];

/** A backend that is not taken, and why. */
class Refused extends Error {
  constructor(
    readonly code: PassedOver['code'],
    readonly details = '',
  ) {
    super(code);
  }
}

/** Loads and registers a backend; tells what stands behind it. */
const loaders: Record<BackendName, (environment: BackendEnvironment) => Promise<() => Promise<Renderer>>> = {
  async webgpu() {
    const renderer = await webgpuRenderer();
    if (!renderer) throw new Refused('absent');
    await import('@tensorflow/tfjs-backend-webgpu');
    return async () => renderer;
  },
  async webgl() {
    const renderer = webglRenderer();
    if (!renderer) throw new Refused('absent');
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
      const simd = Boolean(await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT'));
      const threads = (await tf.env().getAsync('WASM_HAS_MULTITHREAD_SUPPORT')) ? wasm.getThreadsCount() : 1;
      return {
        name: `${simd ? 'SIMD' : 'no SIMD'}, ${threads} thread${threads === 1 ? '' : 's'}`,
        software: false,
        features: { simd, threads },
      };
    };
  },
  async cpu() {
    await import('@tensorflow/tfjs-backend-cpu');
    return async () => ({ name: 'JavaScript', software: false });
  },
};

/** Makes one backend the current one; throws why it cannot be. */
async function start(backend: BackendName, environment: BackendEnvironment, acceptSoftware: boolean) {
  const describe = await loaders[backend](environment);
  if (!acceptSoftware && (backend === 'webgl' || backend === 'webgpu')) {
    const { name, software } = await describe();
    if (software) throw new Refused('software', name);
  }
  if (!(await tf.setBackend(backend))) throw new Refused('notStarted');
  await tf.ready();
  const { agrees, halfPrecision } = await probe();
  if (!agrees) throw new Refused('wrongResult');
  const { name, software, features = null } = await describe();
  return { renderer: name, softwareRenderer: software, features, halfPrecision };
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
  const passedOver: PassedOver[] = [];
  for (const backend of candidates) {
    try {
      const report = await start(backend, environment, backend === requested);
      return { backend, requested, passedOver, ...report };
    } catch (error) {
      const { code, details } = error instanceof Refused ? error : new Refused('failed', messageOf(error));
      passedOver.push({ backend, code, details });
    }
  }
  throw new AtlasError('noBackend', {
    tried: passedOver.map(({ backend, code, details }) => `${backend}: ${details || code}`).join('; '),
  });
}

function messageOf(error: unknown): string {
  return String((error as { message?: unknown } | null)?.message ?? error);
}
