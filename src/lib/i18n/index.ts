/**
 * The reader's language, in a page. It is told by the URL alone, so every function here is reactive: call it in
 * markup, `$derived` or `$effect`.
 */
import { resolve } from '$app/paths';
import { page } from '$app/state';
import type { Language, Messages } from './languages.ts';
import { joinPath, splitPath } from './paths.ts';

export { languageNames, languages, languageTags, type Language, type Messages } from './languages.ts';

let latest: { readonly href: string; readonly parts: ReturnType<typeof splitPath> } | undefined;

/** A page asks hundreds of times of the same URL. */
function partsOf(url: URL) {
  const { href } = url;
  if (latest?.href !== href) {
    latest = { href, parts: splitPath(url.pathname, new URL(resolve('/'), url).pathname) };
  }
  return latest.parts;
}

/** Language of a URL of this site. */
export function languageOf(url: URL): Language {
  return partsOf(url).language;
}

/** The language of the page shown. */
export function language(): Language {
  return languageOf(page.url);
}

/** The current page's path from the site's root, without language: '/', '/explore/' … */
export function currentPath(): string {
  return partsOf(page.url).path;
}

/** A page's messages in the reader's language: `const t = $derived(messages(home))`. */
export function messages<M>(all: Messages<M>): M {
  return all[language()];
}

/**
 * A link to a page of this site in the reader's language (or another), right under any base path.
 * @param path from the root, with a trailing slash: '/', '/explore/', '/explore/?node=conv1'
 */
export function localise(path: `/${string}`, to: Language = language()): string {
  return joinPath(path, to, resolve('/'));
}
