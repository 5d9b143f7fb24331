/** The explorer's page: what is chosen (and stands in the URL), and the network that computes it. */
import type { Client, RestartReason } from '../model/client.ts';
import { Address } from './address.svelte.ts';
import { Explorer, type BackendChoice } from './explorer.svelte.ts';
import { ownPicture, SamplePictures, type FetchFile } from './pictureSource.ts';
import { resnet50, resnet50Units } from './resnet50.ts';
import { samples } from './samples.ts';
import { urlTable, type ExploreState } from './url.ts';

export interface ExplorePageOptions {
  createClient(options: { onRestart: (reason: RestartReason) => void }): Client;
  /** Puts a query into the page's URL. */
  writeQuery(query: string): void;
  /** URL of a file of this site, by its path from the root, without a leading slash. */
  urlOf(path: string): string;
  fetchFile?: FetchFile;
}

export class ExplorePage {
  readonly explorer: Explorer;
  readonly address: Address<typeof urlTable.explore>;
  /** The unit whose operations the map shows. */
  open = $state<string | null>(null);
  /** All samples are at hand without a network. */
  samplesKept = $state(false);

  readonly #pictures: SamplePictures;
  #started = false;

  constructor({ createClient, writeQuery, urlOf, fetchFile }: ExplorePageOptions) {
    this.#pictures = new SamplePictures(urlOf, fetchFile);
    this.address = new Address(urlTable.explore, writeQuery);
    this.explorer = new Explorer({
      graph: resnet50.graph,
      weights: urlOf('weights/resnet50/'),
      createClient,
      // Only once it is shown: a picture that cannot be opened leaves the URL as it was.
      onPicture: ({ sample }) => this.address.update({ picture: sample ?? this.address.defaults.picture }),
    });
    this.#openUnitOf(this.state.node);
  }

  get state(): ExploreState {
    return this.address.state;
  }

  /** Takes the state over from the URL's query, and starts what it asks for and is not there yet. */
  read(query: string): void {
    const before = this.state;
    this.address.read(query);
    const isNew = (name: keyof ExploreState) => !this.#started || this.state[name] !== before[name];
    if (isNew('node')) this.#openUnitOf(this.state.node);
    this.explorer.choose(this.state.node);
    if (isNew('picture')) this.chooseSample(this.state.picture);
    if (isNew('backend')) void this.explorer.start(this.state.backend);
    this.#started = true;
  }

  chooseSample(id: string): void {
    const sample = samples.find((one) => one.id === id)!;
    void this.explorer.open(this.#pictures.source(sample));
  }

  /** Fetches the other samples, so that they are there when the network no longer is. */
  async keepSamples(): Promise<void> {
    this.samplesKept = await this.#pictures.keep(samples);
  }

  /** Opens a file of the reader's own, which is not in the URL. */
  openFile(file: File): void {
    void this.explorer.open(ownPicture(file));
  }

  chooseNode(node: string): void {
    if (node === this.state.node) return;
    this.address.update({ node, channel: null });
    this.explorer.choose(node);
  }

  chooseBackend(backend: BackendChoice): void {
    if (backend === this.state.backend) return;
    this.address.update({ backend });
    void this.explorer.start(backend);
  }

  #openUnitOf(node: string): void {
    const unit = resnet50Units.get(node);
    this.open = unit && unit.kind !== 'input' ? unit.id : null;
  }

  dispose(): void {
    this.explorer.dispose();
  }
}
