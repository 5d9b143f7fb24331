/** What the experiments on gradients share, whichever is shown: one worker, its backend, weights and picture. */
import type { CallOptions, Client, ClientHooks } from '../../model/client.ts';
import type { RequestName, Requests } from '../../model/protocol.ts';
import { Address } from '../address.svelte.ts';
import { Explorer, type BackendChoice } from '../explorer.svelte.ts';
import { parseState, serialiseState, type ParameterTable } from '../parameters.ts';
import { ownPicture, SamplePictures, type FetchFile, type PictureSource } from '../pictureSource.ts';
import { resnet50 } from '../resnet50.ts';
import { samples } from '../samples.ts';
import { urlTable } from '../url.ts';

export interface GradientsPageOptions {
  createClient(options: ClientHooks): Client;
  /** Puts a query into the page's URL. */
  writeQuery(query: string): void;
  /** URL of a file of this site, by its path from the root, without a leading slash. */
  urlOf(path: string): string;
  fetchFile?: FetchFile;
}

const shared = urlTable.gradients;

/** The address of one experiment: what all share, and what is its own. */
export type ExperimentAddress<P extends ParameterTable> = Address<typeof shared & P>;

export class GradientsPage {
  readonly explorer: Explorer;
  /** Picture and backend, as in the URL. */
  state = $state.raw(parseState(shared, '').state);

  readonly #pictures: SamplePictures;
  readonly #writeQuery: (query: string) => void;
  /** Of the experiment that is shown. */
  #address: Address<typeof shared> | null = null;
  #started: BackendChoice | null = null;
  #opened = false;

  constructor({ createClient, writeQuery, urlOf, fetchFile }: GradientsPageOptions) {
    this.#pictures = new SamplePictures(urlOf, fetchFile);
    this.#writeQuery = writeQuery;
    this.explorer = new Explorer({
      graph: resnet50.graph,
      weights: urlOf('weights/resnet50/'),
      createClient,
      weightsWithPicture: true,
    });
  }

  /** The address of an experiment with these parameters of its own. */
  address<const P extends ParameterTable>(own: P): ExperimentAddress<P> {
    return new Address({ ...shared, ...own }, this.#writeQuery);
  }

  /** An experiment is shown, or its link has changed: takes over picture and backend from its address. */
  show<P extends ParameterTable>(address: ExperimentAddress<P>, query: string): void {
    address.read(query);
    this.#address = address as unknown as Address<typeof shared>;
    const { picture, backend } = this.#address.state;
    const isOther = picture !== this.state.picture;
    this.state = { picture, backend };
    if (this.#started !== null && this.#started !== backend) this.start();
    // A picture of the reader's own stays when an experiment is left for another.
    if (isOther && this.#opened) this.#openSample();
  }

  /** The query that takes picture and backend along to another experiment. */
  get query(): string {
    return serialiseState(shared, this.state);
  }

  /** Starts the worker, if it does not run on the wanted backend: for experiments without weights and picture. */
  start(): void {
    const { backend } = this.state;
    if (this.#started === backend) return;
    this.#started = backend;
    void this.explorer.start(backend);
  }

  /** Starts the worker and opens the picture: for experiments on the trained network. */
  open(): void {
    this.start();
    if (this.#opened) return;
    this.#opened = true;
    this.#openSample();
  }

  /** The sample with this id, as it is opened. */
  sample(id: string): PictureSource {
    return this.#pictures.source(samples.find((one) => one.id === id)!);
  }

  #openSample(): void {
    void this.explorer.open(this.sample(this.state.picture));
  }

  chooseSample(picture: string): void {
    this.#update({ picture });
    this.#opened = true;
    this.start();
    this.#openSample();
  }

  openFile(file: File): void {
    this.#opened = true;
    this.start();
    void this.explorer.open(ownPicture(file));
  }

  chooseBackend(backend: BackendChoice): void {
    this.#update({ backend });
    if (this.#started !== null) this.start();
  }

  #update(change: Partial<typeof this.state>): void {
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
