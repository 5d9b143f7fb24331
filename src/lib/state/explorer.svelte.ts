/** What the explorer's page shows, and the worker that computes it. */
import type { Graph } from '../model/architecture/graph.ts';
import type { Rewrite } from '../model/architecture/rewrite.ts';
import { applyRewrites } from '../model/architecture/rewrites.ts';
import {
  Superseded,
  type CallOptions,
  type Client,
  type ClientHooks,
  type RestartReason,
} from '../model/client.ts';
import { toPlainError, type PlainError } from '../model/errors.ts';
import type {
  BackendName,
  BackendReport,
  BlockProgress,
  EngineMemory,
  ForwardReport,
  MapsReport,
  PictureReport,
  RequestName,
  Requests,
} from '../model/protocol.ts';
import { outline, unitByNode } from '../viz/outline.ts';
import type { PictureSource } from './pictureSource.ts';
import { afterProgress, noWeights, type WeightsState } from './weightsProgress.ts';

export type BackendChoice = BackendName | 'auto';

/** The part of the page that an error belongs to. */
export type ErrorArea = 'picture' | 'weights' | 'engine';

/** A unit's output in the pass under way, or in the one before it as long as this one has not come so far. */
export interface ComputedUnit extends BlockProgress {
  readonly run: number;
}

export interface ExplorerOptions {
  readonly graph: Graph;
  /** URL of the folder with the weights' manifest. */
  readonly weights: string;
  createClient(options: ClientHooks): Client;
  /** The weights are fetched only once a picture is opened; otherwise as soon as there is a backend. */
  weightsWithPicture?: boolean;
  /** How a picture becomes the worker's current one; when absent, its file is sent there. */
  place?(source: PictureSource): Promise<PictureReport>;
  /** Told when a picture has become the current one. */
  onPicture?(source: PictureSource, report: PictureReport): void;
}

/** Restarts after which the network is run on wasm, and after which the page gives up until it is asked again. */
const restartsBeforeWasm = 2;
const restartsBeforeGivingUp = 4;

export class Explorer {
  /** What computes; null until it is known. */
  backend = $state.raw<BackendReport | null>(null);
  /** Settles when the last start has ended: with whether a backend runs. */
  started: Promise<boolean> = Promise.resolve(false);
  /** What the engine holds after its last answer; null before the first. */
  memory = $state.raw<EngineMemory | null>(null);
  /** Why the worker was replaced, when it was. */
  restarted = $state.raw<RestartReason | null>(null);
  weights = $state.raw<WeightsState>(noWeights);
  /** Names of the classes by index, once the weights' manifest is here. */
  labels = $state.raw<readonly string[]>([]);
  picture = $state.raw<{ readonly source: PictureSource; readonly report: PictureReport } | null>(null);
  /** The picture that is being opened. */
  opening = $state.raw<PictureSource | null>(null);
  /** Counts passes that were begun; a unit whose `run` is smaller still shows an earlier one. */
  run = $state(0);
  running = $state(false);
  /** By unit, see `outline`. */
  units = $state.raw<Readonly<Record<string, ComputedUnit | undefined>>>({});
  /** The last pass that has finished. */
  report = $state.raw<ForwardReport | null>(null);
  /** The pass that `report` is of. */
  finishedRun = $state(0);
  /** The interventions of that pass. */
  reportRewrites = $state.raw<readonly Rewrite[]>([]);
  /** The pass of the same picture through the network as it was trained, to compare `report` with. */
  unmodified = $state.raw<ForwardReport | null>(null);
  /** The interventions that a pass is run with. */
  rewrites = $state.raw<readonly Rewrite[]>([]);
  node = $state('');
  /** The chosen node's value, or still that of the one before. */
  maps = $state.raw<MapsReport | null>(null);
  /** Whether `maps` is the chosen node's value in the current pass. */
  mapsCurrent = $state(false);
  errors = $state.raw<Readonly<Partial<Record<ErrorArea, PlainError>>>>({});

  readonly #options: ExplorerOptions;
  #unitOf;
  readonly #inputUnit;
  #client: Client | null = null;
  #choice: BackendChoice = 'auto';
  #restarts = 0;
  /** Counts starts of a backend: answers of an earlier one are dropped. */
  #start = 0;
  #request = 0;
  #workerHasPicture = false;
  /** Of this worker. */
  #weightsAsked = false;
  /** Of the picture that the worker has. */
  #unmodified: ForwardReport | null = null;

  constructor(options: ExplorerOptions) {
    this.#options = options;
    const sections = outline(options.graph);
    this.#unitOf = unitByNode(sections);
    this.#inputUnit = sections[0].units[0].id;
  }

  /** Starts a worker on this backend, or another one in place of the one that runs; keeps picture and node. */
  async start(choice: BackendChoice): Promise<void> {
    this.#client?.dispose();
    this.#choice = choice;
    this.#restarts = 0;
    this.restarted = null;
    const client = this.#options.createClient({
      onRestart: (reason) => this.#restart(client, reason),
      onMemory: (memory) => {
        if (client === this.#client) this.memory = memory;
      },
    });
    this.#client = client;
    await this.#begin(choice);
  }

  #restart(client: Client, reason: RestartReason): void {
    if (client !== this.#client) return;
    this.restarted = reason;
    this.#restarts++;
    if (this.#restarts >= restartsBeforeGivingUp) {
      this.#forgetStart();
      const details = reason === 'contextLost' ? { backend: this.#choice } : { reason };
      this.#setError('engine', { code: reason, details });
      return;
    }
    void this.#begin(this.#restarts >= restartsBeforeWasm ? 'wasm' : this.#choice);
  }

  #forgetStart(): void {
    this.#start++;
    this.#workerHasPicture = false;
    this.#weightsAsked = false;
    this.run++;
    this.running = false;
    this.backend = null;
    this.memory = null;
    this.weights = noWeights;
    this.mapsCurrent = false;
  }

  async #begin(choice: BackendChoice): Promise<void> {
    const starting = this.#startBackend(choice);
    this.started = starting;
    if (!(await starting)) return;
    const source = this.opening ?? this.picture?.source;
    if (source || !this.#options.weightsWithPicture) void this.loadWeights();
    if (source) await this.#show(source);
  }

  /** Whether a backend runs, this or another in its place, and no other start has come in between. */
  async #startBackend(choice: BackendChoice): Promise<boolean> {
    const client = this.#client!;
    this.#forgetStart();
    const start = this.#start;
    this.#setError('weights', null);
    if (choice === this.#choice) this.#setError('engine', null);
    try {
      const report = await client.call('start', { backend: choice, weights: this.#options.weights });
      if (start !== this.#start) return false;
      this.backend = report;
      return true;
    } catch (error) {
      if (start !== this.#start) return false;
      this.#fail(error);
      // What was asked for does not run here: the sentence says so, and the best that does takes its place.
      return choice !== 'auto' && this.#startBackend('auto');
    }
  }

  /** Fetches the weights that are not here yet. */
  async loadWeights(): Promise<void> {
    const start = this.#start;
    this.#weightsAsked = true;
    this.#setError('weights', null);
    if (this.labels.length === 0) void this.#readLabels();
    try {
      await this.#client!.call(
        'loadWeights',
        {},
        {
          onProgress: (progress) => {
            if (start === this.#start) this.weights = afterProgress(this.weights, progress);
          },
        },
      );
      if (start !== this.#start) return;
      this.weights = { ...this.weights, complete: true };
    } catch (error) {
      if (start === this.#start) this.#fail(error);
    }
  }

  async #readLabels(): Promise<void> {
    const start = this.#start;
    try {
      const labels = await this.#client!.call('labels', {});
      if (start === this.#start) this.labels = labels;
    } catch (error) {
      if (start === this.#start) this.#fail(error);
    }
  }

  /** Fetches what is missing after an error, and runs the pass that waited for it. */
  async retryWeights(): Promise<void> {
    const loading = this.loadWeights();
    if (this.picture && !this.running) void this.forward();
    await loading;
  }

  /** Opens a picture and runs the network on it. When that fails, the picture before stays. */
  async open(source: PictureSource): Promise<void> {
    this.opening = source;
    if (!this.backend) return;
    if (!this.#weightsAsked) void this.loadWeights();
    await this.#show(source);
  }

  async #show(source: PictureSource): Promise<void> {
    const start = this.#start;
    if (await this.#send(source)) return this.forward();
    // A new worker has not yet seen the picture that stays when this one cannot be opened.
    const before = this.picture?.source;
    const isNeeded = start === this.#start && !this.#workerHasPicture && !this.opening;
    if (isNeeded && before && before !== source) await this.#show(before);
  }

  /** Makes a picture the worker's current one; false when it is not, or no longer the one that is wanted. */
  async #send(source: PictureSource): Promise<boolean> {
    const start = this.#start;
    const request = ++this.#request;
    const isCurrent = () => start === this.#start && request === this.#request;
    try {
      const report = await (this.#options.place?.(source) ?? this.#sendFile(source, isCurrent));
      if (!report || !isCurrent()) return false;
      this.#workerHasPicture = true;
      this.#unmodified = null;
      this.picture = { source, report };
      this.opening = null;
      this.#setError('picture', null);
      this.#options.onPicture?.(source, report);
      return true;
    } catch (error) {
      if (!isCurrent()) return false;
      this.opening = null;
      this.#fail(error);
      void this.#readMaps();
      return false;
    }
  }

  async #sendFile(source: PictureSource, isCurrent: () => boolean): Promise<PictureReport | null> {
    const file = await source.read();
    if (!isCurrent()) return null;
    return this.#client!.call('setPicture', { name: source.name, file, cut: source.cut });
  }

  /** Runs the network on the current picture. */
  async forward(): Promise<void> {
    const run = ++this.run;
    this.running = true;
    this.mapsCurrent = false;
    try {
      const { rewrites } = this;
      if (rewrites.length > 0 && !this.#unmodified) {
        const unmodified = await this.#client!.call('forward', { rewrites: [] });
        if (run !== this.run) return;
        this.#unmodified = unmodified;
      }
      const report = await this.#client!.call(
        'forward',
        { rewrites },
        { onProgress: (progress) => this.#unitDone(progress, run) },
      );
      if (run !== this.run) return;
      this.report = report;
      this.finishedRun = run;
      this.reportRewrites = rewrites;
      if (rewrites.length === 0) this.#unmodified = report;
      this.unmodified = this.#unmodified;
      this.#setError('engine', null);
    } catch (error) {
      if (run === this.run) this.#fail(error);
    } finally {
      if (run === this.run) this.running = false;
    }
  }

  /** The pass under way has ended and no other picture is being opened: the worker can be asked about it. */
  get canBeAsked(): boolean {
    return this.run > 0 && this.finishedRun === this.run && !this.opening;
  }

  /** Runs the network with other interventions, at once where a picture is there. */
  intervene(rewrites: readonly Rewrite[]): void {
    this.rewrites = rewrites;
    this.#unitOf = unitByNode(outline(applyRewrites(this.#options.graph, rewrites)));
    this.mapsCurrent = false;
    if (this.#workerHasPicture) void this.forward();
  }

  #unitDone(progress: BlockProgress, run: number): void {
    if (run !== this.run) return;
    const unit = this.#unitOf.get(progress.node);
    if (!unit) return;
    const computed = { ...progress, run };
    // The picture is read like any other value, as soon as the pass has begun.
    this.units = { ...this.units, [unit.id]: computed, [this.#inputUnit]: computed };
    if (!this.mapsCurrent) void this.#readMaps();
  }

  /** Chooses the node whose value is shown. */
  choose(node: string): void {
    if (node === this.node) return;
    this.node = node;
    this.mapsCurrent = false;
    void this.#readMaps();
  }

  /** Reads the chosen node's value as soon as the pass under way has come to it. */
  async #readMaps(): Promise<void> {
    const { node, run } = this;
    const unit = this.#unitOf.get(node);
    if (!unit || this.units[unit.id]?.run !== run) return;
    // A new picture ends the pass that the value would be read from.
    if (this.opening) return;
    try {
      const maps = await this.#client!.call('maps', { node });
      if (node !== this.node || run !== this.run) return;
      this.maps = maps;
      this.mapsCurrent = true;
    } catch (error) {
      if (node === this.node && run === this.run) this.#fail(error);
    }
  }

  /** Asks the worker about the last pass. Rejects as `Client.call` does. */
  ask<N extends RequestName>(
    name: N,
    request: Requests[N]['request'],
    options?: CallOptions<N>,
  ): Promise<Requests[N]['response']> {
    return this.#client?.call(name, request, options) ?? Promise.reject(new Superseded());
  }

  /** Takes a message off the page. */
  dismiss(area: ErrorArea): void {
    this.#setError(area, null);
  }

  #fail(error: unknown): void {
    // A newer request has taken this one's place: no error.
    if (error instanceof Error && error.name === 'Superseded') return;
    const plain = toPlainError(error);
    const area =
      (['picture', 'weights'] as const).find((prefix) => plain.code.startsWith(prefix)) ?? 'engine';
    this.#setError(area, plain);
  }

  #setError(area: ErrorArea, error: PlainError | null): void {
    this.errors = { ...this.errors, [area]: error ?? undefined };
  }

  /** Ends the worker. */
  dispose(): void {
    this.#start++;
    this.run++;
    this.#client?.dispose();
    this.#client = null;
  }
}
