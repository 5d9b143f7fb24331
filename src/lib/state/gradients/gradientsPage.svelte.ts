/** What the experiments on gradients share, whichever is shown: one worker, its backend, weights and picture. */
import {
  LaboratoryPage,
  type ExperimentAddress,
  type LaboratoryPageOptions,
} from '../laboratoryPage.svelte.ts';
import type { ParameterTable } from '../parameters.ts';
import { ownPicture, SamplePictures, type FetchFile, type PictureSource } from '../pictureSource.ts';
import { samples } from '../samples.ts';
import { urlTable } from '../url.ts';

export interface GradientsPageOptions extends LaboratoryPageOptions {
  fetchFile?: FetchFile;
}

const shared = urlTable.gradients;

/** The address of one experiment. */
export type GradientsAddress<P extends ParameterTable> = ExperimentAddress<typeof shared, P>;

export class GradientsPage extends LaboratoryPage<typeof shared> {
  readonly #pictures: SamplePictures;
  #opened = false;

  constructor({ fetchFile, ...options }: GradientsPageOptions) {
    super(shared, options);
    this.#pictures = new SamplePictures(options.urlOf, fetchFile);
  }

  override show<P extends ParameterTable>(address: GradientsAddress<P>, query: string): void {
    const { picture } = this.state;
    super.show(address, query);
    // A picture of the reader's own stays when an experiment is left for another.
    if (picture !== this.state.picture && this.#opened) this.#openSample();
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

  /** A picture of this site, as it is opened. */
  photograph(of: { readonly id: string; readonly file: string }): PictureSource {
    return this.#pictures.source(of);
  }

  /** Starts the worker and fetches the weights: for experiments on pictures that do not become the current one. */
  async openNetwork(): Promise<void> {
    this.start();
    if (await this.explorer.started) await this.explorer.loadWeights();
  }

  #openSample(): void {
    void this.explorer.open(this.sample(this.state.picture));
  }

  chooseSample(picture: string): void {
    this.update({ picture });
    this.#opened = true;
    this.start();
    this.#openSample();
  }

  openFile(file: File): void {
    this.#opened = true;
    this.start();
    void this.explorer.open(ownPicture(file));
  }
}
