/** What the service worker does with a request, and what it and a page say to each other. */

/**
 * `immutable`: the name holds the content's hash, so what is kept is right for ever. `page`: asked of the server first,
 * kept for when there is none. `pass`: left alone.
 */
export type Handling = 'immutable' | 'page' | 'pass';

/**
 * @param base path of the site's root without a slash at its end: '' or '/some/where'
 */
export function handlingOf(request: Pick<Request, 'method' | 'url' | 'headers'>, base: string): Handling {
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || request.headers.has('range')) return 'pass';
  if (origin !== location.origin || !pathname.startsWith(`${base}/`)) return 'pass';
  const path = pathname.slice(base.length);
  // The loader has a cache of its own for these, which knows how much of them is there.
  if (path.startsWith('/weights/')) return 'pass';
  return path.startsWith('/_app/immutable/') ? 'immutable' : 'page';
}

/** Keeps these pages, and all code of the site's pages, for when there is no network. Answered with `Kept`s. */
export interface Keep {
  readonly keep: readonly string[];
}

/** How far it is. The last one has `done === all`, or tells that the rest could not be fetched or stored. */
export interface Kept {
  readonly done: number;
  readonly all: number;
  readonly failed?: 'unreachable' | 'full';
}

/** Pages whose keeping was asked for are in this cache, whatever the version of the site. */
export const keptCache = 'resnet-atlas-kept';
