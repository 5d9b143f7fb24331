import { shippedLicences } from '../../../scripts/licences/shipped.ts';
import type { RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

const rule = '='.repeat(80);

/** The licence texts that must accompany the code which the browser gets. */
export const GET: RequestHandler = () => {
  const parts = shippedLicences().map(({ name, version, licence, url, text }) =>
    [rule, `${name} ${version} (${licence})`, url, rule, '', text, ''].join('\n'),
  );
  return new Response(parts.join('\n'), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
