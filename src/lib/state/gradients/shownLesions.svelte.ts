/** What the page on lesions shows: run here, or recorded as long as it has not been. */
import { samples } from '../samples.ts';
import type { PictureSource } from '../pictureSource.ts';
import type { GradientsAddress, GradientsPage } from './gradientsPage.svelte.ts';
import type { PictureLesions } from './lesionFigures.ts';
import { removalPlan, singlePlan, swapPlan, type Plan } from './lesionPlan.ts';
import { lesionRecording } from './lesionRecording.ts';
import { Lesions } from './lesions.svelte.ts';
import { lesionsTable } from './lesionsAddress.ts';
import { SmallLesions } from './smallLesions.svelte.ts';
import type { Removal } from '../../model/architecture/lesions.ts';

export const lesionKinds = ['blocks', 'removals', 'swaps'] as const;
export type LesionKind = (typeof lesionKinds)[number];

export interface ShownPictures {
  readonly live: boolean;
  /** At least one. */
  readonly pictures: readonly PictureLesions[];
  /** The random removals that their outcomes are of. */
  readonly removals: readonly Removal[];
}

export class ShownLesions {
  readonly address: GradientsAddress<typeof lesionsTable>;
  readonly experiments: Readonly<Record<LesionKind, Lesions>>;
  readonly small: SmallLesions;
  /** Files of the reader's own, when there are several of them. */
  own = $state.raw<readonly PictureSource[]>([]);
  /** The figure is shown to a reader who does not want to guess. */
  revealed = $state(false);

  readonly #view: GradientsPage;
  readonly #samples: readonly PictureSource[];

  constructor(view: GradientsPage) {
    this.#view = view;
    this.#samples = samples.map(({ id }) => view.sample(id));
    this.address = view.address(lesionsTable);
    this.experiments = {
      blocks: new Lesions(view.ask),
      removals: new Lesions(view.ask),
      swaps: new Lesions(view.ask),
    };
    this.small = new SmallLesions(view.askLaboratory);
  }

  /** The picture above the experiment: null for one that is neither here nor a sample. */
  readonly #current = $derived.by((): PictureSource | null => {
    const { explorer, state } = this.#view;
    const source = explorer.opening ?? explorer.picture?.source;
    const id = source ? source.sample : state.picture;
    return this.#samples.find(({ sample }) => sample !== null && sample === id) ?? source ?? null;
  });

  /** The pictures that a run goes through. */
  readonly sources = $derived.by((): readonly PictureSource[] => {
    switch (this.address.state.over) {
      case 'picture':
        return this.#current ? [this.#current] : [];
      case 'samples':
        return this.#samples;
      case 'own':
        return this.own;
    }
  });

  readonly #removals = $derived.by(() => removalPlan(this.address.state));

  plan(kind: LesionKind): Plan {
    const plan: Plan = { blocks: singlePlan, removals: this.#removals, swaps: swapPlan }[kind];
    const { class: target } = this.address.state;
    return target === null ? plan : { ...plan, key: `${plan.key} of ${target}`, target };
  }

  /** Null for pictures that were neither run nor recorded. */
  shown(kind: LesionKind): ShownPictures | null {
    const { results } = this.experiments[kind].set;
    if (results.length > 0) return { live: true, pictures: results, removals: this.#removals.removals };
    // Recorded was what becomes of each picture's top class.
    if (this.address.state.class !== null) return null;
    const wanted = this.sources.map(({ sample }) => sample);
    const pictures = lesionRecording.images
      .map((image) => image[kind])
      .filter(({ picture }) => wanted.includes(picture));
    if (pictures.length === 0) return null;
    return { live: false, pictures, removals: lesionRecording.removals };
  }

  /** One run at a time: the worker answers the last request of a name alone. */
  readonly running = $derived.by(() => lesionKinds.some((kind) => this.experiments[kind].set.running));

  /** Forgets results of other pictures and settings. */
  follow(): void {
    for (const kind of lesionKinds) this.experiments[kind].follow(this.sources, this.plan(kind));
  }

  run(kind: LesionKind): void {
    const lesions = this.experiments[kind];
    if (lesions.set.complete) lesions.set.choose(this.sources);
    void lesions.run(this.plan(kind));
  }

  dispose(): void {
    for (const kind of lesionKinds) this.experiments[kind].dispose();
    this.small.dispose();
  }
}
