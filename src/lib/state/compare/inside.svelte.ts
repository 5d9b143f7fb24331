/** Looking into the networks that the race has trained: which of them, with which picture, and what blocks are worth. */
import { untrack } from 'svelte';
import type { InsidePictures } from '../../model/protocol/inside.ts';
import type { TaskFacts } from '../../model/protocol/training.ts';
import { Work } from '../work.svelte.ts';
import { Beside } from './beside.svelte.ts';
import type { ComparePage } from './comparePage.svelte.ts';
import { InsideNetwork, type InsideAddress } from './insideNetwork.svelte.ts';
import { LesionRuns } from './lesionRuns.svelte.ts';
import type { Lane, LaneRun } from './race.svelte.ts';

/** A run that can be looked into. */
export interface TrainedRun {
  readonly lane: Lane;
  readonly run: LaneRun;
}

export class Inside extends Work {
  readonly address: InsideAddress;
  /** Of the task; null before the first network is opened. */
  pictures = $state.raw<InsidePictures | null>(null);
  opened = $state.raw<InsideNetwork | null>(null);
  /** The networks whose weights the worker has, and that have not diverged. */
  readonly lanes: readonly Lane[];
  /** Those that have: their weights are no numbers any more. */
  readonly diverged: readonly Lane[];
  readonly chosen: TrainedRun | null;
  /** The other network of the pair, with the same seed. */
  readonly other: TrainedRun | null;
  readonly lesions: LesionRuns;
  readonly beside: Beside;

  readonly #view: ComparePage;
  readonly #namesOf: (task: TaskFacts) => readonly string[];
  /** The run that is open or being opened. */
  #run: string | null = null;

  /** @param namesOf the classes' names in the reader's language */
  constructor(view: ComparePage, address: InsideAddress, namesOf: (task: TaskFacts) => readonly string[]) {
    super();
    this.#view = view;
    this.#namesOf = namesOf;
    this.address = address;
    this.lesions = new LesionRuns(view.askLaboratory);
    this.beside = new Beside(view.askLaboratory);
    const { race } = view;
    const here = $derived(race.origin === 'live' && !race.lost ? race.lanes : []);
    this.lanes = $derived(
      here.filter(({ runs, diverged }) => diverged === null && runs.every(({ steps }) => steps.length > 0)),
    );
    this.diverged = $derived(here.filter(({ diverged }) => diverged !== null));
    this.chosen = $derived(chosenRun(this.lanes, this.address.state));
    this.other = $derived(otherRun(this.lanes, this.chosen));
  }

  /** Opens what is chosen, and again what has been trained further. To be called when anything of this changes. */
  follow(chosen: TrainedRun | null, training: boolean): void {
    untrack(() => this.#follow(chosen, training));
  }

  #follow(chosen: TrainedRun | null, training: boolean): void {
    if (!chosen) return this.#forget();
    const { id, steps } = chosen.run;
    if (id !== this.#run) {
      this.close();
      this.#run = id;
      void this.begin((signal) => this.#open(chosen, signal));
    } else if (!training && this.opened && this.opened.step !== steps.length) this.opened.look();
  }

  async #open({ lane, run }: TrainedRun, signal: AbortSignal): Promise<void> {
    const { askLaboratory: ask, race, explorer } = this.#view;
    const { address } = this;
    const pictures = this.pictures ?? (await ask('insidePictures', {}, { signal }));
    if (address.state.picture >= pictures.labels.length) address.drop('picture');
    const { picture } = address.state;
    const { graph } = await ask('openInside', { run: run.id, picture }, { signal });
    const { task } = race;
    if (signal.aborted || !task) return;
    if (address.state.network !== '' && address.state.network !== lane.id) address.drop('network');
    this.pictures = pictures;
    const backend = () => explorer.backend!;
    const classNames = this.#namesOf(task);
    this.opened = new InsideNetwork({
      run: run.id,
      graph,
      task,
      classNames,
      pictures,
      address,
      ask,
      backend,
    });
  }

  chooseRun({ lane, run }: TrainedRun): void {
    // What is changed in skips has no counterpart in a network that has none.
    const isAlike = lane.configuration.net === this.chosen?.lane.configuration.net;
    this.address.update({ network: lane.id, run: run.seed, ...(!isAlike && { edits: '' }) });
  }

  choosePicture(picture: number): void {
    this.address.update({ picture });
    this.opened?.look();
  }

  /** The next picture of a class after the one that is shown, from the first again after the last. */
  nextOf(label: number): number {
    const { labels } = this.pictures!;
    const { picture } = this.address.state;
    const order = Array.from(labels, (_, i) => (picture + 1 + i) % labels.length);
    return order.find((i) => labels[i] === label) ?? picture;
  }

  /** The runs are gone, and perhaps their task: what is known of them, too. */
  #forget(): void {
    this.close();
    this.pictures = null;
    this.lesions.forget();
  }

  /** What is open is left, to be opened again or another in its place. */
  close(): void {
    if (this.#run === null) return;
    this.#run = null;
    this.cancel();
    this.opened?.dispose();
    this.opened = null;
    this.beside.forget();
  }

  override dispose(): void {
    super.dispose();
    this.close();
    this.lesions.dispose();
    this.beside.dispose();
  }
}

function chosenRun(
  lanes: readonly Lane[],
  { network, run: seed }: { readonly network: string; readonly run: number },
): TrainedRun | null {
  const lane =
    lanes.find(({ id }) => id === network) ??
    lanes.find(({ configuration }) => configuration.net === 'residual') ??
    lanes.at(0);
  if (!lane) return null;
  return { lane, run: lane.runs.find((one) => one.seed === seed) ?? lane.runs[0] };
}

/** Of those with the other kind of skips the first of the same depth, or the first; with the same seed. */
function otherRun(lanes: readonly Lane[], chosen: TrainedRun | null): TrainedRun | null {
  if (!chosen) return null;
  const { net, depth } = chosen.lane.configuration;
  const others = lanes.filter(({ configuration }) => configuration.net !== net);
  const lane = others.find(({ configuration }) => configuration.depth === depth) ?? others.at(0);
  const run = lane?.runs.find(({ seed }) => seed === chosen.run.seed);
  return lane && run ? { lane, run } : null;
}
