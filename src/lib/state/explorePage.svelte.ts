/** The explorer's page: what is chosen (and stands in the URL), and the network that computes it. */
import type { Client, ClientHooks } from '../model/client.ts';
import { applyRewrites } from '../model/architecture/rewrites.ts';
import { sameCut, type PictureCut } from '../model/pictureCut.ts';
import type { PictureReport } from '../model/protocol.ts';
import { Additions } from './addition.svelte.ts';
import { Address } from './address.svelte.ts';
import { Explorer, type BackendChoice } from './explorer.svelte.ts';
import { formatEdits, type Edits } from './edits.ts';
import { ExploreMap } from './exploreMap.svelte.ts';
import { InspectedPage } from './inspectedPage.svelte.ts';
import { Interventions } from './interventions.svelte.ts';
import { ownPicture, SamplePictures, type FetchFile, type PictureSource } from './pictureSource.ts';
import { resnet50 } from './resnet50.ts';
import { samples } from './samples.ts';
import { shownNetwork, type ShownNetwork } from './shownNetwork.ts';
import { Timings } from './timings.svelte.ts';
import { formatCut, urlTable, type ExploreState } from './url.ts';

export interface ExplorePageOptions {
  createClient(options: ClientHooks): Client;
  /** Puts a query into the page's URL. */
  writeQuery(query: string): void;
  /** URL of a file of this site, by its path from the root, without a leading slash. */
  urlOf(path: string): string;
  fetchFile?: FetchFile;
}

export class ExplorePage extends InspectedPage {
  readonly explorer: Explorer;
  readonly address: Address<typeof urlTable.explore>;
  readonly interventions: Interventions;
  readonly timings: Timings;
  readonly additions: Additions;
  readonly map: ExploreMap;
  readonly trained = resnet50;
  readonly pictureChannels = 'BGR';
  override readonly nameLanguage = 'en';
  network = $state.raw<ShownNetwork>(resnet50);
  /** The unit whose operations the map shows. */
  open = $state<string | null>(null);
  /** All samples are at hand without a network. */
  samplesKept = $state(false);

  readonly #pictures: SamplePictures;
  #started = false;

  constructor({ createClient, writeQuery, urlOf, fetchFile }: ExplorePageOptions) {
    super();
    this.#pictures = new SamplePictures(urlOf, fetchFile);
    this.address = new Address(urlTable.explore, writeQuery);
    this.explorer = new Explorer({
      graph: resnet50.graph,
      weights: urlOf('weights/resnet50/'),
      createClient,
      onPicture: (source, report) => this.#pictureShown(source, report),
    });
    this.timings = new Timings(
      (name, request, options) => this.explorer.ask(name, request, options),
      () => `${this.explorer.backend?.backend} ${formatEdits(this.explorer.rewrites)}`,
    );
    this.interventions = new Interventions(resnet50.graph, (edits) => {
      this.#rebuild(edits);
      this.address.update({ edits });
      this.chooseWhatIsThere();
      this.explorer.intervene(edits);
    });
    this.additions = new Additions((name, request, options) => this.explorer.ask(name, request, options));
    this.map = new ExploreMap({
      address: this.address,
      additions: this.additions,
      timings: this.timings,
      ask: (name, request, options) => this.explorer.ask(name, request, options),
      running: () => ({ network: this.network, open: this.open }),
      run: () => this.explorer.run,
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
    const { edits } = this.state;
    const hasOthers = formatEdits(edits) !== formatEdits(this.interventions.edits);
    if (hasOthers) {
      this.interventions.load(edits);
      this.#rebuild(edits);
    }
    this.chooseWhatIsThere();
    this.#dropPlaceThatIsNotThere();
    if (isNew('node')) this.#openUnitOf(this.state.node);
    if (isNew('map')) this.#showPlace();
    this.explorer.choose(this.state.node);
    if (hasOthers) this.explorer.intervene(edits);
    const { picture, crop } = this.state;
    if (isNew('picture') || !sameCut(crop, before.crop)) this.chooseSample(picture, crop);
    if (isNew('backend')) void this.explorer.start(this.state.backend);
    this.#started = true;
  }

  /** @param cut the square of it that the network gets; null: the middle one */
  chooseSample(id: string, cut: PictureCut | null = null): void {
    void this.explorer.open({ ...this.sampleSource(id), cut });
  }

  /** A sample's file; for what looks at one without making it the current picture, too. */
  sampleSource(id: string): PictureSource {
    return this.#pictures.source(samples.find((one) => one.id === id)!);
  }

  /** Cuts another square from the picture that is shown; null: the middle one. */
  cutPicture(cut: PictureCut | null): void {
    const source = this.explorer.picture?.source;
    if (source) void this.explorer.open({ ...source, cut });
  }

  /** Only now does it stand in the URL: a picture that cannot be opened leaves the URL as it was. */
  #pictureShown({ sample, cut }: PictureSource, report: PictureReport): void {
    const picture = sample ?? this.address.defaults.picture;
    const crop = sample === null ? null : report.cut;
    // What was rejected in the address stays said until something else is chosen.
    if (picture !== this.state.picture) this.address.update({ picture });
    if (!sameCut(crop, this.state.crop)) this.address.update({ crop });
    if (sample === null || sameCut(cut, report.cut)) return;
    // A link's square that does not lie on the picture.
    const moved = { name: 'crop', text: formatCut(cut), fallback: formatCut(report.cut) };
    this.address.rejected = [...this.address.rejected, moved];
  }

  /** Fetches the other samples, so that they are there when the network no longer is. */
  async keepSamples(): Promise<void> {
    this.samplesKept = await this.#pictures.keep(samples);
  }

  /** Opens a file of the reader's own, which is not in the URL. */
  openFile(file: File): void {
    void this.explorer.open(ownPicture(file));
  }

  chooseBackend(backend: BackendChoice): void {
    if (backend === this.state.backend) return;
    this.address.update({ backend });
    void this.explorer.start(backend);
  }

  /** A link's place on the map; when the network has none of that name, that is said like any bad value. */
  #showPlace(): void {
    const { map } = this.state;
    if (this.map.camera.show(map)) return;
    const missing = { name: 'map', text: map.centre ?? '', fallback: map.level };
    this.address.rejected = [...this.address.rejected, missing];
  }

  #rebuild(edits: Edits): void {
    const { graph } = resnet50;
    this.network = edits.length > 0 ? shownNetwork(applyRewrites(graph, edits), graph) : resnet50;
  }

  /** A channel or a cell that the chosen node does not have. */
  #dropPlaceThatIsNotThere(): void {
    const { node, channel, cell } = this.state;
    const { shape } = this.network.factsByNode.get(node)!;
    const [height, width] = shape;
    if (channel !== null && channel >= shape.at(-1)!) this.address.drop('channel');
    const isCell = shape.length === 3 && cell && cell.row < height && cell.column < width;
    if (cell && !isCell) this.address.drop('cell');
  }

  #openUnitOf(node: string): void {
    const unit = this.network.unitOf.get(node);
    this.open = unit && unit.kind !== 'input' ? unit.id : null;
  }

  override dispose(): void {
    this.map.dispose();
    this.additions.dispose();
    super.dispose();
  }
}
