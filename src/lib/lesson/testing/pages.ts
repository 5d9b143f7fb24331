/** The site's pages, and what is wrong with a link to one of them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lessonIds } from '../course.ts';
import { glossary } from '../glossary/index.ts';
import { depthsTable } from '../../state/compare/depthsAddress.ts';
import { insideTable } from '../../state/compare/insideAddress.ts';
import { landscapeTable } from '../../state/compare/landscapeAddress.ts';
import { raceTable } from '../../state/compare/raceAddress.ts';
import { identityTable } from '../../state/gradients/identityNetworks.ts';
import { initialisationTable } from '../../state/gradients/initialisationAddress.ts';
import { lesionsTable } from '../../state/gradients/lesionsAddress.ts';
import { pathsTable } from '../../state/gradients/pathsAddress.ts';
import { shatteredTable } from '../../state/gradients/shatteredSettings.ts';
import { trainedTable } from '../../state/gradients/trained.svelte.ts';
import { parseState, type ParameterTable } from '../../state/parameters.ts';
import { urlTable } from '../../state/url.ts';

const { explore, gradients, compare } = urlTable;

/** The parameters of each page that has any; `/gradients/` shows the trained network's. */
const tables: Readonly<Record<string, ParameterTable>> = {
  '/explore/': explore,
  '/gradients/': { ...gradients, ...trainedTable },
  '/gradients/identity/': { ...gradients, ...identityTable },
  '/gradients/initialisation/': { ...gradients, ...initialisationTable },
  '/gradients/lesions/': { ...gradients, ...lesionsTable },
  '/gradients/paths/': { ...gradients, ...pathsTable },
  '/gradients/refinement/': gradients,
  '/gradients/shattered/': { ...gradients, ...shatteredTable },
  '/compare/': { ...compare, ...raceTable },
  '/compare/depths/': { ...compare, ...depthsTable },
  '/compare/inside/': { ...compare, ...insideTable },
  '/compare/landscape/': { ...compare, ...landscapeTable },
};

const routes = join(import.meta.dirname, '../../../routes/[[lang=lang]]');

const lessonOf = (path: string) => lessonIds.find((id) => path === `/lessons/${id}/`);

const isPage = (path: string) =>
  lessonOf(path) !== undefined || existsSync(join(routes, path, '+page.svelte'));

/** Whether a file beside the page gives this id to an element. */
function hasId(path: string, id: string): boolean {
  const folder = join(routes, path);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.svelte'))
    .some((name) => new RegExp(`\\b(?:id|anchor)="${id}"`).test(readFileSync(join(folder, name), 'utf8')));
}

function wrongParameters(path: string, query: string): string[] {
  const table = tables[path] ?? {};
  const unknown = [...new URLSearchParams(query).keys()].filter((name) => !Object.hasOwn(table, name));
  const { rejected } = parseState(table, query);
  return [
    ...unknown.map((name) => `${path} has no parameter "${name}"`),
    ...rejected.map(({ name, text }) => `${path} takes no ${name}=${text}`),
  ];
}

/**
 * What is wrong with a link of the site.
 * @param anchorsOf the anchors of a lesson; null where it is not written yet
 */
export async function wrongInLink(
  url: string,
  anchorsOf: (lesson: string) => Promise<readonly string[] | null>,
): Promise<string[]> {
  const { pathname, search, hash } = new URL(url, 'https://site.test');
  if (!pathname.endsWith('/')) return [`${pathname} does not end in /`];
  if (!isPage(pathname)) return [`there is no page ${pathname}`];
  const wrong = wrongParameters(pathname, search);
  const anchor = decodeURIComponent(hash.slice(1));
  if (anchor === '') return wrong;
  const lesson = lessonOf(pathname);
  const anchors = lesson && (await anchorsOf(lesson));
  if (anchors === null) return wrong;
  const isThere =
    pathname === '/lessons/glossary/'
      ? Object.hasOwn(glossary, anchor)
      : (anchors?.includes(anchor) ?? hasId(pathname, anchor));
  return isThere ? wrong : [...wrong, `${pathname} has no #${anchor}`];
}
