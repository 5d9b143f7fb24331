/** What experiments share that are pages of one layout: one worker, its backend, and what stands in all their URLs. */
import type { CallOptions, Client, ClientHooks } from '../model/client.ts';
import type { RequestName, Requests } from '../model/protocol.ts';
import { Address } from './address.svelte.ts';
import { Explorer, type BackendChoice } from './explorer.svelte.ts';
import {
  parseState,
  serialiseState,
  type Parameter,
  type ParameterTable,
  type StateOf,
} from './parameters.ts';
import { resnet50 } from './resnet50.ts';

export interface LaboratoryPageOptions {
  createClient(options: ClientHooks): Client;
  /** Puts a query into the page's URL. */
  writeQuery(query: string): void;
  /** URL of a file of this site, by its path from the root, without a leading slash. */
  urlOf(path: string): string;
}

/** What all experiments of a layout have in their URLs. */
export type SharedTable = ParameterTable & { readonly backend: Parameter<BackendChoice> };

/** The address of one experiment: what all share, and what is its own. */
export type ExperimentAddress<S extends SharedTable, P extends ParameterTable> = Address<S & P>;

export class LaboratoryPage<S extends SharedTable> {
  readonly explorer: Explorer;
  /** What all share, as in the URL. */
  state: StateOf<S>;
  readonly urlOf: (path: string) => string;

  readonly #shared: S;
  readonly #writeQuery: (query: string) => void;
  /** Of the experiment that is shown. */
  #address: Address<S> | null = null;
  #started: BackendChoice | null = null;

  constructor(shared: S, { createClient, writeQuery, urlOf }: LaboratoryPageOptions) {
    this.#shared = shared;
    this.#writeQuery = writeQuery;
    this.urlOf = urlOf;
    this.state = $state.raw(parseState(shared, '').state);
    this.explorer = new Explorer({
      graph: resnet50.graph,
      weights: urlOf('weights/resnet50/'),
      createClient,
      weightsWithPicture: true,
    });
  }

  get #backend(): BackendChoice {
    return (this.state as { readonly backend: BackendChoice }).backend;
  }

  /** The address of an experiment with these parameters of its own. */
  address<const P extends ParameterTable>(own: P): ExperimentAddress<S, P> {
    return new Address({ ...this.#shared, ...own }, this.#writeQuery);
  }

  /** An experiment is shown, or its link has changed: takes over from its address what all share. */
  show<P extends ParameterTable>(address: ExperimentAddress<S, P>, query: string): void {
    address.read(query);
    this.#address = address as unknown as Address<S>;
    const names = Object.keys(this.#shared);
    const entries = Object.entries(address.state).filter(([name]) => names.includes(name));
    this.state = Object.fromEntries(entries) as StateOf<S>;
    if (this.#started !== null && this.#started !== this.#backend) this.start();
  }

  /** The query that takes what all share along to another experiment. */
  get query(): string {
    return serialiseState(this.#shared, this.state);
  }

  /** Starts the worker, if it does not run on the wanted backend. */
  start(): void {
    if (this.#started === this.#backend) return;
    this.#started = this.#backend;
    void this.explorer.start(this.#backend);
  }

  chooseBackend(backend: BackendChoice): void {
    this.update({ backend } as unknown as Partial<StateOf<S>>);
    if (this.#started !== null) this.start();
  }

  /** Changes what all share, and the URL. */
  protected update(change: Partial<StateOf<S>>): void {
    this.state = { ...this.state, ...change };
    this.#address?.update(change);
  }

  /** What is asked of the worker: as `Explorer.ask`. */
  readonly ask = <N extends RequestName>(
    name: N,
    request: Requests[N]['request'],
    options?: CallOptions<N>,
  ): Promise<Requests[N]['response']> => this.explorer.ask(name, request, options);

  /** As `ask`, of networks that are made here: starts the worker if need be, and waits for its backend. */
  readonly askLaboratory = async <N extends RequestName>(
    name: N,
    request: Requests[N]['request'],
    options?: CallOptions<N>,
  ): Promise<Requests[N]['response']> => {
    this.start();
    let started;
    // Another backend may be chosen meanwhile.
    do await (started = this.explorer.started);
    while (started !== this.explorer.started);
    return this.ask(name, request, options);
  };

  dispose(): void {
    this.explorer.dispose();
  }
}
