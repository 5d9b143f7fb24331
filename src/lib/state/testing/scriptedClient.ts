import {
  Superseded,
  type CallOptions,
  type Client,
  type ClientHooks,
  type RestartReason,
} from '../../model/client.ts';
import { AtlasError } from '../../model/errors.ts';
import type {
  BackendName,
  BackendReport,
  BlockProgress,
  ForwardReport,
  MapsReport,
  PictureReport,
  RequestName,
  Requests,
} from '../../model/protocol.ts';

/** One request that the page has sent and a test has yet to answer. */
export interface ScriptedCall<N extends RequestName = RequestName> {
  readonly name: N;
  readonly request: Requests[N]['request'];
  resolve(response: Requests[N]['response']): void;
  reject(error: unknown): void;
  progress(progress: Requests[N]['progress']): void;
}

/** A client whose worker is the test: requests wait until they are answered. Newer ones supersede, as in the real one. */
export class ScriptedClient implements Client {
  readonly calls: ScriptedCall[] = [];
  disposed = false;
  readonly #rejectors = new Map<RequestName, (error: unknown) => void>();

  constructor(
    readonly onRestart: ClientHooks['onRestart'],
    readonly onMemory: ClientHooks['onMemory'] = () => undefined,
  ) {}

  call<N extends RequestName>(
    name: N,
    request: Requests[N]['request'],
    { onProgress }: CallOptions<N> = {},
  ): Promise<Requests[N]['response']> {
    this.#rejectors.get(name)?.(new Superseded());
    return new Promise((resolve, reject) => {
      this.#rejectors.set(name, reject);
      const call: ScriptedCall<N> = {
        name,
        request,
        resolve,
        reject,
        progress: (told) => onProgress?.(told),
      };
      this.calls.push(call as unknown as ScriptedCall);
    });
  }

  dispose(): void {
    this.disposed = true;
    for (const reject of this.#rejectors.values()) reject(new Superseded());
  }

  /** As the real client when its worker is gone: what is under way fails, and the caller is told. */
  restart(reason: RestartReason): void {
    for (const reject of this.#rejectors.values())
      reject(new AtlasError('workerCrashed', { reason: 'test' }));
    this.onRestart(reason);
  }

  /** The last request of a name. Fails the test when there is none. */
  last<N extends RequestName>(name: N): ScriptedCall<N> {
    const call = this.calls.findLast((one) => one.name === name);
    if (!call) throw new Error(`no '${name}' was sent`);
    return call as unknown as ScriptedCall<N>;
  }

  count(name: RequestName): number {
    return this.calls.filter((one) => one.name === name).length;
  }
}

/** Lets all promises that can settle do so. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}

export const backendReport = (backend: BackendName): BackendReport => ({
  backend,
  renderer: 'test',
  features: null,
  softwareRenderer: false,
  halfPrecision: false,
  requested: 'auto',
  passedOver: [],
});

export const pictureReport = (): PictureReport => ({
  crop: { width: 1, height: 1, data: new Uint8ClampedArray(4) },
  originalWidth: 640,
  originalHeight: 480,
  cut: null,
});

export const blockProgress = (block: string, node: string): BlockProgress => ({
  block,
  node,
  milliseconds: 1,
  meanMap: null,
});

export const forwardReport = (pass: number): ForwardReport => ({
  pass,
  milliseconds: 20,
  precision: 'float16',
  probabilities: Float32Array.of(0.9, 0.1),
  top: [{ index: 0, probability: 0.9 }],
  memory: { tensors: 1, bytes: 1 },
});

export const mapsReport = (node: string, pass: number): MapsReport => {
  const zeros = () => new Float32Array(1);
  return {
    node,
    pass,
    shape: [1, 1, 1],
    values: zeros(),
    statistics: { mean: 0, std: 0, min: 0, max: 0, l2: 0, zeros: 1 },
    channels: { mean: zeros(), std: zeros(), min: zeros(), max: zeros(), zeros: zeros() },
  };
};
