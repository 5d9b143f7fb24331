/** The built site, as any static host serves it. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import { createGzip } from 'node:zlib';

/** Where it is. */
export const build = resolve(import.meta.dirname, '../build');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

const compressed = new Set(['.html', '.js', '.css', '.svg', '.json']);

/**
 * Serves it under a path of one's choice, text compressed, with 404.html for what is not there. Nothing of SvelteKit's
 * own server is in it.
 * @param prefix with slashes at both ends
 */
export async function serveBuild(prefix = '/'): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    let file = join(build, decodeURIComponent(pathname.slice(prefix.length - 1)));
    const inside = pathname.startsWith(prefix) && (file + sep).startsWith(build + sep);
    if (inside && existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    const found = inside && existsSync(file);
    if (!found) file = join(build, '404.html');
    const type = extname(file);
    const isCompressed =
      compressed.has(type) && String(request.headers['accept-encoding'] ?? '').includes('gzip');
    response.writeHead(found ? 200 : 404, {
      'Content-Type': types[type] ?? 'application/octet-stream',
      ...(isCompressed && { 'Content-Encoding': 'gzip' }),
    });
    const content = createReadStream(file);
    if (isCompressed) content.pipe(createGzip()).pipe(response);
    else content.pipe(response);
  });
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}${prefix}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
