/** A picture that the reader can change, in an experiment of a lesson. */
import { onMount } from 'svelte';
import { openLaboratory } from '$lib/lesson/laboratory.ts';
import { setGradientsPage } from '../../src/routes/[[lang=lang]]/gradients/context.ts';

/**
 * Opens the network with a sample; `<PictureBar />` in the same component changes it. Call it while a component is
 * initialised.
 * @param sample its id
 */
export function openPicture(sample: string) {
  const laboratory = openLaboratory();
  setGradientsPage(laboratory);
  onMount(() => laboratory.chooseSample(sample));
  return laboratory;
}

/**
 * As `openPicture`, for what is run over the picture: by itself over the one that the lesson begins with, when asked
 * over another.
 */
export class PictureRun {
  readonly laboratory;
  readonly #run: () => void;
  #begun = false;

  constructor(sample: string, run: () => void) {
    this.laboratory = openPicture(sample);
    this.#run = run;
    $effect(() => {
      if (!this.isReady || this.#begun) return;
      this.#begun = true;
      this.#run();
    });
  }

  /** The picture that is shown, or is about to be. */
  readonly source = $derived.by(
    () => this.laboratory.explorer.opening ?? this.laboratory.explorer.picture?.source ?? null,
  );

  /** The picture and the class names are here. */
  readonly isReady = $derived.by(() => {
    const { canBeAsked, labels } = this.laboratory.explorer;
    return canBeAsked && labels.length > 0 && this.source !== null;
  });

  /** As a result names the picture: a sample's id, or the name of the reader's file. */
  readonly name = $derived.by(() => (this.source ? (this.source.sample ?? this.source.name) : ''));
}
