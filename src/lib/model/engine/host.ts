import * as tf from '@tensorflow/tfjs-core';
import { blocksOf } from '../architecture/blocks.ts';
import { buildModel } from '../architecture/families.ts';
import type { Graph } from '../architecture/graph.ts';
import type { Rewrite } from '../architecture/rewrite.ts';
import { AtlasError } from '../errors.ts';
import { fitCut, type PictureCut } from '../pictureCut.ts';
import type {
  AttributionMap,
  BackendReport,
  BlockProgress,
  EngineMemory,
  Handlers,
  HostRequestName,
  PictureReport,
} from '../protocol.ts';
import { openWeights, type WeightsSource } from '../weights/loader.ts';
import {
  classActivationMap,
  gradCam,
  measuredReceptiveField,
  occlusion,
  saliency,
  smoothGrad,
} from './attribution.ts';
import { startBackend, type BackendEnvironment } from './backends.ts';
import { channelGradients } from './channelGradients.ts';
import { divergence } from './divergence.ts';
import { feeding } from './feeding.ts';
import { FirstMaps } from './firstMaps.ts';
import { gradientFlow } from './gradientFlow.ts';
import { Gate } from './gate.ts';
import { additionOf, auditUnit, residualsOf, weightsOf } from './inspection.ts';
import { onGraphicsLoss } from './graphicsLoss.ts';
import { lesions } from './lesions.ts';
import { Parameters } from './parameters.ts';
import { cutPixels } from './picture/cut.ts';
import { decodePicture } from './picture/decode.ts';
import { cropToSquare, preprocess } from './picture/preprocess.ts';
import { refinement } from './refinement.ts';
import { Session } from './session.ts';
import { sideMaps } from './sideMaps.ts';
import { measureTimings } from './timings.ts';
import { warmUp } from './warmUp.ts';

/** A network that the host did not load, with a picture as it reads it, [height · width · channels]. */
export interface OtherNetwork {
  readonly graph: Graph;
  /** By name, row-major. */
  readonly weights: ReadonlyMap<string, Float32Array>;
  readonly input: Float32Array;
}

/** One network on one backend, with its weights and the current picture; lives in the page's worker. */
export class Host {
  readonly #environment: BackendEnvironment;
  readonly #onGraphicsLoss: () => void;
  readonly #gate = new Gate();
  readonly #parameters = new Parameters();
  readonly #firstMaps = new FirstMaps();
  #report: BackendReport | undefined;
  #weightsUrl = '';
  #weights: Promise<WeightsSource> | undefined;
  #session: Session | undefined;
  #input: Float32Array | undefined;

  constructor(environment: BackendEnvironment, onGraphicsLoss: () => void) {
    this.#environment = environment;
    this.#onGraphicsLoss = onGraphicsLoss;
  }

  /** What the backend holds now. */
  get memory(): EngineMemory {
    const { numTensors: tensors, numBytes: bytes } = tf.memory();
    return { tensors, bytes };
  }

  get backend(): string {
    return this.#report?.backend ?? 'none';
  }

  /** The requests that are answered here. */
  readonly handlers: Handlers<HostRequestName> = {
    start: async ({ backend, weights }) => {
      this.#weightsUrl = weights;
      this.#session?.dispose();
      this.#report = await startBackend(backend, this.#environment);
      onGraphicsLoss(this.#onGraphicsLoss);
      this.#session = new Session(buildModel('resnet50'), this.#parameters, 'float16');
      return this.#report;
    },

    labels: async () => {
      this.#require();
      return (await this.#openWeights()).labels;
    },

    loadWeights: async (_, { signal, progress }) => {
      const session = this.#require();
      this.#parameters.expect();
      const warm = new AbortController();
      try {
        const weights = await this.#openWeights();
        if (this.#onGraphicsCard()) void warmUp(session.graph, warm.signal).catch(() => undefined);
        await weights.load({
          onProgress: progress,
          onShard: async (shard, tensors) => {
            this.#parameters.add(tensors);
            if (shard === weights.manifest.shards[0]) await this.#firstMaps.seen();
          },
          signal,
        });
        return { bytes: weights.manifest.bytes };
      } catch (error) {
        this.#parameters.fail(error);
        throw error;
      } finally {
        warm.abort();
      }
    },

    setPicture: async ({ name, file, cut }, { signal }) => {
      const session = this.#require();
      const { input, report } = await readPicture(file, name, cut);
      signal.throwIfAborted();
      this.#input = input;
      session.setPicture(input);
      return report;
    },

    forward: ({ rewrites }, { signal, progress }) =>
      this.#gate.shared(() => {
        const onBlock = (block: BlockProgress) => {
          progress(block);
          this.#firstMaps.blockDone();
        };
        return this.#require().forward({ rewrites, signal, onBlock });
      }),

    maps: async ({ node }) => {
      this.#firstMaps.asked();
      try {
        return await this.#gate.shared(() => this.#require().maps(node));
      } finally {
        this.#firstMaps.answered();
      }
    },

    audit: ({ node, ...unit }) => this.#gate.shared(() => auditUnit(this.#require(), node, unit)),

    residuals: (_, { signal, progress }) =>
      this.#gate.shared(() => residualsOf(this.#require(), progress, signal)),

    addition: ({ block }) => this.#gate.shared(() => additionOf(this.#require(), block)),

    weights: async ({ node }) => {
      const { graph, parameters } = this.#require();
      return weightsOf(graph, parameters, node);
    },

    attribution: ({ method, target, block, ...settings }, { signal, progress }) => {
      const rewrites = this.#require().lastRewrites();
      const onProgress = (done: number, all: number, map?: AttributionMap) => progress({ done, all, map });
      const options = { rewrites, target, signal, onProgress };
      const { graph } = this.#require();
      switch (method) {
        case 'cam':
          return this.#gate.shared(() => classActivationMap(this.#require(), options));
        case 'occlusion':
          return occlusion(this.#require(), {
            ...options,
            side: settings.side,
            inTurn: (pass) => this.#gate.shared(pass),
          });
        case 'gradCam': {
          const at = block ?? blocksOf(graph).at(-1)!.id;
          return this.#withGradients(rewrites, (session) => gradCam(session, { ...options, block: at }));
        }
        case 'saliency':
          return this.#withGradients(rewrites, (session) => saliency(session, options));
        case 'smoothGrad':
          return this.#withGradients(rewrites, (session) => smoothGrad(session, { ...options, ...settings }));
      }
    },

    receptiveField: (unit, { signal }) => {
      const rewrites = this.#require().lastRewrites();
      return this.#withGradients(rewrites, (session) =>
        measuredReceptiveField(session, unit, { rewrites, signal }),
      );
    },

    timings: ({ passes }, { signal, progress }) => {
      const onProgress = (done: number, all: number) => progress({ done, all });
      const { backend } = this.#report!;
      return this.#gate.shared(() =>
        measureTimings(this.#require(), { passes, backend, signal, onProgress }),
      );
    },

    channelGradients: ({ node, target }, { signal }) => {
      const rewrites = this.#require().lastRewrites();
      return this.#withGradients(rewrites, (session) =>
        channelGradients(session, { rewrites, node, target, signal }),
      );
    },

    sideMaps: async ({ node, rewrites, file, name = '' }, { signal }) => {
      const session = this.#require();
      const picture = file ? await readPicture(file, name) : null;
      const side = await this.#gate.shared(() =>
        sideMaps(session, { node, rewrites, input: picture?.input, signal }),
      );
      return { ...side, picture: picture && picture.report };
    },

    refinement: async ({ file, name = '', ...of }, { signal, progress }) => {
      const picture = file ? await readPicture(file, name) : null;
      const onProgress = (done: number, all: number) => progress({ done, all });
      const report = await this.#withGradients([], (session) =>
        refinement(session, { ...of, input: picture?.input, signal, onProgress }),
      );
      return { ...report, picture: picture && picture.report };
    },

    lesions: async ({ file, name = '', ...request }, { signal, progress }) => {
      const session = this.#require();
      const input = file && (await readPicture(file, name)).input;
      return this.#gate.shared(() => lesions(session, { ...request, input, signal, onOutcome: progress }));
    },

    feeding: async ({ feeds, node, file, name = '' }, { signal, progress }) => {
      const session = this.#require();
      const pixels = await decodePicture(file, name);
      return this.#gate.shared(() => feeding(session, { pixels, feeds, node, signal, onFed: progress }));
    },

    divergence: (_, { signal, progress }) =>
      this.#gate.shared(() => divergence(this.#require(), progress, signal)),

    paths: (request, { signal, progress }) =>
      this.#withGradients([], (session) => session.paths({ ...request, signal, onProgress: progress })),

    backward: ({ rewrites, target }, { signal, progress }) =>
      this.#withGradients(null, (session) =>
        session.gradients({ rewrites, target, signal, onBlock: progress }),
      ),

    gradientFlow: ({ rewrites, target }, { signal, progress }) =>
      this.#withGradients(null, (session) =>
        gradientFlow(session, {
          rewrites,
          target,
          signal,
          onForward: ({ block }) => progress({ forward: block }),
          onGradient: (gradient) => progress({ gradient }),
        }),
      ),
  };

  /**
   * Another network takes the place of the one that was asked about; `start` brings the site's own back. What is under
   * way for the one before ends as if a newer picture had come. @throws AtlasError notReady
   */
  explore({ graph, weights, input }: OtherNetwork): void {
    this.#require().dispose();
    this.#session = new Session(graph, Parameters.of(graph, weights), 'float32');
    this.#session.setPicture(input);
    this.#input = input;
  }

  /**
   * As `fullPrecision`; where that is another backend, in a session of its own.
   *
   * @param rewrites of the network whose pass the work reads; null when it reads none
   */
  #withGradients<T>(rewrites: readonly Rewrite[] | null, work: (session: Session) => Promise<T>): Promise<T> {
    const { graph, parameters, precision } = this.#require();
    return this.fullPrecision(async (isElsewhere) => {
      if (!isElsewhere) return work(this.#require());
      if (!this.#input) throw new AtlasError('notReady', { what: 'a picture' });
      const session = new Session(graph, new Parameters(parameters), precision);
      try {
        session.setPicture(this.#input);
        if (rewrites) await session.forward({ rewrites });
        return await work(session);
      } finally {
        session.dispose();
      }
    });
  }

  /**
   * Gradients of 1e-6 vanish in half precision: where the graphics card computes in it, work with gradients is done
   * on wasm instead, alone. The work disposes what it makes.
   *
   * @throws AtlasError notReady
   */
  async fullPrecision<T>(work: (isElsewhere: boolean) => Promise<T>): Promise<T> {
    this.#require();
    if (!this.#report!.halfPrecision) return this.#gate.shared(() => work(false));
    return this.#gate.alone(async () => {
      const { backend } = this.#report!;
      await startBackend('wasm', this.#environment);
      try {
        return await work(true);
      } finally {
        await tf.setBackend(backend);
      }
    });
  }

  /** Manifest and class names, read once; a failure is forgotten, so that another request tries again. */
  #openWeights(): Promise<WeightsSource> {
    this.#weights ??= openWeights(this.#weightsUrl).catch((error: unknown) => {
      this.#weights = undefined;
      throw error;
    });
    return this.#weights;
  }

  #require(): Session {
    if (!this.#session) throw new AtlasError('notReady', { what: 'the engine' });
    return this.#session;
  }

  #onGraphicsCard(): boolean {
    return (this.backend === 'webgl' || this.backend === 'webgpu') && !this.#report!.softwareRenderer;
  }
}

/** Decodes, checks and preprocesses a picture. */
async function readPicture(
  file: Blob,
  name: string,
  cut: PictureCut | null = null,
): Promise<{ input: Float32Array; report: PictureReport }> {
  const pixels = await decodePicture(file, name);
  const square = cut && fitCut(cut, pixels);
  const crop = cropToSquare(square ? cutPixels(pixels, square) : pixels);
  const report = { crop, originalWidth: pixels.width, originalHeight: pixels.height, cut: square };
  return { input: preprocess(crop), report };
}
