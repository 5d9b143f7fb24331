/** A network that was trained here, opened to be looked into as the explorer looks into ResNet-50. */
import type { Graph } from '../../model/architecture/graph.ts';
import { applyRewrites } from '../../model/architecture/rewrites.ts';
import type { BackendReport } from '../../model/protocol.ts';
import type { InsidePictures } from '../../model/protocol/inside.ts';
import type { TaskFacts } from '../../model/protocol/training.ts';
import type { PictureChannels } from '../../viz/pictureChannels.ts';
import { taskPicture } from '../../viz/taskPicture.ts';
import type { Ask } from '../addition.svelte.ts';
import { formatEdits, parseEdits, type Edits } from '../edits.ts';
import { Explorer } from '../explorer.svelte.ts';
import { InspectedPage } from '../inspectedPage.svelte.ts';
import { Interventions } from '../interventions.svelte.ts';
import { MapView } from '../mapView.svelte.ts';
import type { PictureSource } from '../pictureSource.ts';
import { shownNetwork, type ShownNetwork } from '../shownNetwork.ts';
import type { CompareAddress } from './comparePage.svelte.ts';
import { insideTable, type InsideState } from './insideAddress.ts';
import { networkClient } from './networkClient.ts';

export type InsideAddress = CompareAddress<typeof insideTable>;

export interface InsideNetworkOptions {
  /** As the worker knows it. */
  readonly run: string;
  readonly graph: Graph;
  readonly task: TaskFacts;
  /** For the reader, by index. */
  readonly classNames: readonly string[];
  readonly pictures: InsidePictures;
  readonly address: InsideAddress;
  readonly ask: Ask;
  backend(): BackendReport;
}

export class InsideNetwork extends InspectedPage {
  readonly explorer: Explorer;
  readonly interventions: Interventions;
  readonly address: InsideAddress;
  readonly trained: ShownNetwork;
  network: ShownNetwork;
  readonly pictureChannels: PictureChannels;
  readonly camera: MapView;
  readonly run: string;
  /** The unit whose operations the map shows. */
  open = $state<string | null>(null);
  /** Steps that what is shown has been trained for. */
  step = $state(0);

  readonly #options: InsideNetworkOptions;

  constructor(options: InsideNetworkOptions) {
    super();
    this.#options = options;
    const { run, graph, task, address } = options;
    this.run = run;
    this.address = address;
    this.trained = shownNetwork(graph);
    this.network = $state.raw(this.trained);
    this.pictureChannels = task.shape[2] === 3 ? 'RGB' : 'grey';
    this.explorer = new Explorer({
      graph,
      weights: '',
      createClient: () => networkClient(options),
      place: (source) => this.#place(source),
    });
    this.interventions = new Interventions(graph, (edits) => {
      this.#rebuild(edits);
      address.update({ edits: formatEdits(edits) });
      this.chooseWhatIsThere();
      this.explorer.intervene(edits);
    });
    this.camera = new MapView({
      network: () => this.network,
      open: () => this.open,
      withFigures: () => false,
      onplace: (map) => address.update({ map }),
    });
    this.#readEdits();
    this.#dropWhatIsNotThere();
    this.camera.show(this.state.map);
    this.explorer.choose(this.state.node);
    this.look();
    void this.explorer.start('auto');
  }

  get state(): InsideState {
    return this.address.state;
  }

  /** Looks at the picture of the address with the network as it is now. */
  look(): void {
    const { picture } = this.state;
    // The worker has the pictures: no file is read.
    const read = () => Promise.reject(new Error('a task’s picture has no file'));
    void this.explorer.open({ name: String(picture), sample: null, cut: null, read });
  }

  async #place({ name }: PictureSource) {
    const { run, ask, pictures, task } = this.#options;
    const picture = Number(name);
    const { step } = await ask('openInside', { run, picture });
    this.step = step;
    const crop = taskPicture(pictures.inputs, picture, task.shape, task.colours);
    return { crop, originalWidth: crop.width, originalHeight: crop.height, cut: null };
  }

  #rebuild(edits: Edits): void {
    const { graph } = this.trained;
    this.network = edits.length > 0 ? shownNetwork(applyRewrites(graph, edits), graph) : this.trained;
  }

  /** The interventions of the address, as far as this network has what they are about. */
  #readEdits(): void {
    const text = this.state.edits;
    const { edits, refused } = parseEdits(this.trained.graph, text);
    this.interventions.load(edits);
    this.explorer.rewrites = edits;
    this.#rebuild(edits);
    if (refused.length === 0) return;
    this.address.update({ edits: formatEdits(edits) });
    const left = { name: 'edits', text: refused.map((one) => one.text).join(), fallback: formatEdits(edits) };
    this.address.rejected = [...this.address.rejected, left];
  }

  /** A node, a channel or a cell that this network does not have. */
  #dropWhatIsNotThere(): void {
    const { address, network } = this;
    if (!network.factsByNode.has(address.state.node)) address.drop('node');
    const { node, channel, cell } = address.state;
    const { shape } = network.factsByNode.get(node)!;
    const [height, width] = shape;
    if (channel !== null && channel >= shape.at(-1)!) address.drop('channel');
    const isCell = shape.length === 3 && cell && cell.row < height && cell.column < width;
    if (cell && !isCell) address.drop('cell');
  }

  override dispose(): void {
    this.camera.dispose();
    super.dispose();
  }
}
