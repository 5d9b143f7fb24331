import { createContext } from 'svelte';
import type { GradientsPage } from '$lib/state/gradients/gradientsPage.svelte.ts';

/** What the experiments share; set by the layout. */
export const [gradientsPage, setGradientsPage] = createContext<GradientsPage>();
