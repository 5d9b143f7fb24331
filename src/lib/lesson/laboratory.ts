import { onMount } from 'svelte';
import { GradientsPage } from '$lib/state/gradients/gradientsPage.svelte.ts';
import { pageOptions } from '$lib/state/pageOptions.ts';

/**
 * A worker with what it computes for, as the pages of experiments have: `ask`, `askLaboratory`, `open()` for the network
 * with a sample picture, `explorer`. Nothing starts before it is asked; the page's address stays as it is. Call it while
 * a component is initialised: it ends with that component.
 */
export function openLaboratory(): GradientsPage {
  const laboratory = new GradientsPage({ ...pageOptions, writeQuery: () => undefined });
  onMount(() => () => laboratory.dispose());
  return laboratory;
}
