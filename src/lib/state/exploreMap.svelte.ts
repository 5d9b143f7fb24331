/** The explorer's map: which network is on it, what of it is seen, and what it shows by size and shade. */
import type { Language } from '../i18n/languages.ts';
import {
  costFigures,
  drawnFigures,
  isCost,
  measuredFigures,
  noFigures,
  type Encoding,
  type Figures,
} from '../viz/encoding.ts';
import { measureOf } from '../viz/addition.ts';
import type { Additions, Ask } from './addition.svelte.ts';
import type { Address } from './address.svelte.ts';
import { Divergence } from './divergence.svelte.ts';
import { drawnModel, firstNode, runningModel } from './drawnModel.ts';
import { MapView } from './mapView.svelte.ts';
import type { ShownNetwork } from './shownNetwork.ts';
import type { Timings } from './timings.svelte.ts';
import type { urlTable } from './url.ts';

export interface ExploreMapOptions {
  readonly address: Address<typeof urlTable.explore>;
  readonly additions: Additions;
  readonly timings: Timings;
  readonly ask: Ask;
  /** The network that runs, as interventions have made it, and its open unit. */
  running(): { readonly network: ShownNetwork; readonly open: string | null };
  /** Counts passes. */
  run(): number;
}

/** From how many units on a network opens as a whole: its blocks alone are more than a screen. */
const manyUnits = 60;

export class ExploreMap {
  readonly camera: MapView;
  readonly divergence: Divergence;
  /** The network on the map. */
  readonly network: ShownNetwork;
  /** What is shown by size and shade. */
  readonly figures: Figures;
  /** The open unit of a network that is only drawn. */
  #open = $state<string | null>(null);
  readonly #options: ExploreMapOptions;

  constructor(options: ExploreMapOptions) {
    this.#options = options;
    const { address, ask } = options;
    this.divergence = new Divergence(ask);
    this.network = $derived(this.drawn ?? options.running().network);
    this.figures = $derived(this.#figures());
    this.camera = new MapView({
      network: () => this.network,
      open: () => this.open,
      withFigures: () => this.encoding !== 'none',
      onplace: (map) => address.update({ map }),
    });
  }

  /** The network that is drawn and costed only; null when the one that runs is shown. */
  get drawn(): ShownNetwork | null {
    const { model } = this.#options.address.state;
    return model && drawnModel(model.name);
  }

  get model(): string {
    return this.#options.address.state.model?.name ?? runningModel;
  }

  /** The chosen node of the network shown. */
  get chosen(): string {
    const { model, node } = this.#options.address.state;
    return model ? (model.node ?? firstNode(this.network)) : node;
  }

  get open(): string | null {
    return this.drawn ? this.#open : this.#options.running().open;
  }

  get encoding(): Encoding {
    return this.#options.address.state.encoding;
  }

  /** Shows another network, or again the one that runs. */
  chooseModel(name: string): void {
    if (name === this.model) return;
    this.#options.address.update({ model: name === runningModel ? null : { name, node: null } });
    this.#open = null;
    const units = this.network.sections.flatMap((section) => section.units);
    if (units.length > manyUnits) this.camera.choose('network');
    this.camera.fit();
  }

  /** Chooses a node of a network that is only drawn. */
  chooseDrawn(node: string): void {
    this.#options.address.update({ model: { name: this.model, node } });
  }

  openDrawn(unit: string | null): void {
    this.#open = unit;
  }

  /** As they are drawn, by item of the tree. */
  drawnFigures(language: Language): ReturnType<typeof drawnFigures> {
    return drawnFigures(this.figures, this.encoding, language);
  }

  #figures(): Figures {
    const { encoding } = this;
    const { sections, factsByNode } = this.network;
    if (encoding === 'none') return noFigures;
    if (isCost(encoding)) return costFigures(sections, factsByNode, encoding);
    // Measured in the network that runs, and of its pass alone.
    if (this.drawn) return noFigures;
    const { additions, timings, run } = this.#options;
    if (encoding === 'time') {
      const { report } = timings;
      if (!report) return noFigures;
      return measuredFigures(sections, Object.entries(report.units), encoding, Object.entries(report.nodes));
    }
    if (encoding === 'divergence') {
      const units = this.divergence.run === run() ? Object.entries(this.divergence.units) : [];
      return measuredFigures(sections, units, encoding);
    }
    const ratios = Object.entries(additions.measured).flatMap(([block, measured]) => {
      const value = measured?.run === run() ? measureOf(measured.figures, 'ratio') : null;
      return value === null ? [] : [[block, value] as const];
    });
    return measuredFigures(sections, ratios, encoding);
  }

  dispose(): void {
    this.camera.dispose();
    this.divergence.cancel();
  }
}
