import { readBundledLicences } from '../../../scripts/licences/bundledPackages.ts';
import type { RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

const rule = '='.repeat(80);

/** The licence texts that must accompany the code which the browser gets. */
export const GET: RequestHandler = () => {
  const packages = [...readBundledLicences().values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const parts = packages.map(({ name, version, licence, url, text }) =>
    [rule, `${name} ${version} (${licence})`, url, rule, '', text, ''].join('\n'),
  );
  return new Response(parts.join('\n'), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
