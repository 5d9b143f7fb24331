/** What the page on iterative refinement shows: measured here, or recorded as long as it has not been. */
import type { RefinementReport } from '../../model/protocol/refinement.ts';
import { samples } from '../samples.ts';
import { blockSpreads, type BlockSpread } from '../../viz/refinement.ts';
import type { GradientsAddress, GradientsPage } from './gradientsPage.svelte.ts';
import { recordedReports, recording } from './recordedRefinement.ts';
import { Refinement } from './refinement.svelte.ts';
import { refinementParameters } from './refinementAddress.ts';

/** A report, whose it is, and where it comes from. */
export interface ShownReport {
  /** A sample's id, or the name of a file. */
  readonly picture: string;
  readonly live: boolean;
  readonly report: RefinementReport;
}

export interface ShownSet {
  readonly live: boolean;
  readonly pictures: readonly ShownReport[];
  readonly spreads: Readonly<Record<string, BlockSpread>>;
}

export class ShownRefinement {
  readonly refinement: Refinement;
  readonly address: GradientsAddress<typeof refinementParameters>;
  readonly #view: GradientsPage;

  constructor(view: GradientsPage) {
    this.#view = view;
    this.refinement = new Refinement(view.ask);
    this.address = view.address(refinementParameters);
    this.refinement.set.choose(samples.map(({ id }) => view.sample(id)));
  }

  readonly #recorded = $derived.by(() => recordedReports(this.address.state.loss));

  /** Of the current picture; null where it has neither been measured nor recorded. */
  readonly picture = $derived.by((): ShownReport | null => {
    const { explorer, state } = this.#view;
    const source = explorer.opening ?? explorer.picture?.source;
    const picture = source ? (source.sample ?? source.name) : state.picture;
    const { report } = this.refinement;
    if (report && !explorer.opening) return { picture, live: true, report };
    const known = source && source.sample === null ? undefined : this.#recorded.get(picture);
    return known ? { picture, live: false, report: known } : null;
  });

  /** Over the set, as far as it has come; recorded for the samples until then. Null for pictures not yet measured. */
  readonly set = $derived.by((): ShownSet | null => {
    const { members } = this.refinement.set;
    const measured = members.flatMap(({ source, result }) =>
      result ? [{ picture: source.sample ?? source.name, live: true, report: result }] : [],
    );
    if (measured.length > 0) return shownSet(measured);
    if (members.some(({ source }) => source.sample === null)) return null;
    return shownSet([...this.#recorded].map(([picture, report]) => ({ picture, live: false, report })));
  });

  /** Names of the classes: the network's own, or as far as they were recorded. */
  readonly labels = $derived.by((): readonly string[] => {
    const { labels } = this.#view.explorer;
    return labels.length > 0 ? labels : Object.assign([], recording.labels);
  });

  /** Measures the current picture, once it is there. */
  follow(): void {
    const { explorer } = this.#view;
    this.refinement.follow({ run: explorer.run, done: explorer.canBeAsked, loss: this.address.state.loss });
  }

  dispose(): void {
    this.refinement.dispose();
  }
}

function shownSet(pictures: readonly ShownReport[]): ShownSet {
  return { live: pictures[0].live, pictures, spreads: blockSpreads(pictures.map(({ report }) => report)) };
}
