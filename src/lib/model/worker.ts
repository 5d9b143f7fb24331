/** The worker that holds the network: answers the requests of `protocol.ts`. */
import threadedWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import simdWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import plainWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import { AtlasError, toPlainError } from './errors.ts';
import { Host } from './engine/host.ts';
import { movable } from './movable.ts';
import type { FromWorker, Handlers, RequestName, Requests, ToWorker } from './protocol.ts';
import type { Laboratory } from './training/laboratory.ts';

const scope = globalThis as unknown as {
  postMessage(message: FromWorker, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
};

const host = new Host(
  {
    wasmFiles: {
      'tfjs-backend-wasm.wasm': plainWasm,
      'tfjs-backend-wasm-simd.wasm': simdWasm,
      'tfjs-backend-wasm-threaded-simd.wasm': threadedWasm,
    },
  },
  () => scope.postMessage({ event: 'contextLost' }),
);

/** The laboratory is fetched when it is first asked. */
async function handlerOf<N extends RequestName>(name: N): Promise<Handlers<N>[N]> {
  const { handlers } = Object.hasOwn(host.handlers, name) ? host : await laboratory();
  return (handlers as unknown as Handlers<N>)[name];
}

let opened: Promise<Laboratory> | undefined;
function laboratory(): Promise<Laboratory> {
  opened ??= import('./training/laboratory.ts').then(
    ({ Laboratory }) => new Laboratory(host),
    (cause: unknown) => {
      opened = undefined;
      throw cause;
    },
  );
  return opened;
}

const underWay = new Map<number, AbortController>();

async function answer<N extends RequestName>(
  id: number,
  name: N,
  request: Requests[N]['request'],
): Promise<void> {
  const controller = new AbortController();
  underWay.set(id, controller);
  try {
    const progress = (told: unknown) => scope.postMessage({ id, progress: told });
    const handler = await handlerOf(name);
    const response = await handler(request, { signal: controller.signal, progress });
    scope.postMessage({ id, response }, movable(response));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError')
      scope.postMessage({ id, superseded: true });
    else scope.postMessage({ id, error: toPlainError(outOfMemory(error) ?? error) });
  } finally {
    underWay.delete(id);
    // Before a backend is there, nothing holds anything.
    if (host.backend !== 'none') scope.postMessage({ event: 'memory', memory: host.memory });
  }
}

function outOfMemory(error: unknown): AtlasError | undefined {
  const text = String((error as { message?: unknown } | null)?.message ?? error);
  return /out of memory|allocation failed|cannot enlarge memory|memory access out of bounds/i.test(text)
    ? new AtlasError('outOfMemory', { backend: host.backend }, { cause: error })
    : undefined;
}

scope.onmessage = ({ data }) => {
  if ('cancel' in data) underWay.get(data.cancel)?.abort();
  else void answer(data.id, data.name, data.request);
};
