import { browser } from '$app/environment';
import { replaceState } from '$app/navigation';
import { base } from '$app/paths';
import { page } from '$app/state';
import { createClient } from '../model/client.ts';

/** What the state of a page with a worker needs of the page. */
export const pageOptions = {
  createClient,
  urlOf: (path: string): string => (browser ? new URL(`${base}/${path}`, location.href).href : path),
  writeQuery: (query: string): void =>
    replaceState(`${location.pathname}${query}${location.hash}`, page.state),
};
