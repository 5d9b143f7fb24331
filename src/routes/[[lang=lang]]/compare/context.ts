import { createContext } from 'svelte';
import type { ComparePage } from '$lib/state/compare/comparePage.svelte.ts';

/** What the pages on training share; set by the layout. */
export const [comparePage, setComparePage] = createContext<ComparePage>();
