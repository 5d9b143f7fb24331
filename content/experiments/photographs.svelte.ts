/** Photographs of this site, each given to the network once, in an experiment of a lesson. */
import { onMount } from 'svelte';
import { openLaboratory } from '$lib/lesson/laboratory.ts';
import { FedPictures } from '$lib/state/fedPictures.svelte.ts';
import { photographs } from '$lib/state/photographs.ts';

/**
 * Opens the network and begins as soon as the class names are here. Call it while a component is initialised.
 * @param ids of the photographs, in order @param node whose value is wanted, too @param onend all have been answered
 */
export function photographRun(ids: readonly string[], node: string | undefined, onend: () => void) {
  const laboratory = openLaboratory();
  const pictures = new FedPictures(laboratory.ask, [{}], node);
  const files = ids.map((id) => photographs.find((one) => one.id === id)!);

  async function run() {
    if (pictures.set.complete) pictures.set.choose(pictures.set.members.map(({ source }) => source));
    await pictures.run();
    if (pictures.set.results.length === ids.length) onend();
  }

  onMount(() => {
    pictures.set.choose(files.map((file) => laboratory.photograph(file)));
    void laboratory.openNetwork();
    return () => pictures.dispose();
  });
  let begun = false;
  $effect(() => {
    if (begun || laboratory.explorer.labels.length === 0) return;
    begun = true;
    void run();
  });
  return { laboratory, pictures, files, run };
}
