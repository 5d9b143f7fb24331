/**
 * Lets the site be read without a network: what was opened once, and what the reader asked to keep. Where a host sends
 * no headers for cross-origin isolation, pages get them here, so that wasm may use threads from the second visit on.
 */
import { base, build, version } from '$service-worker';
import { handlingOf, keptCache, type Keep, type Kept } from './lib/offline/requests.ts';

// The types of a service worker contradict those of a page, and a program can have only one of them.
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchRequest extends Lasting {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Message extends Lasting {
  readonly data: Keep;
  readonly ports: readonly MessagePort[];
}
interface ServiceWorker {
  readonly clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchRequest) => void): void;
  addEventListener(type: 'message', listener: (event: Message) => void): void;
}
const worker = globalThis as unknown as ServiceWorker;

const prefix = 'resnet-atlas-site-';
const cacheName = `${prefix}${version}`;

/** A page, or a worker: a page that is isolated from other origins may start no other. */
const isDocument = ({ mode, destination }: Request) => mode === 'navigate' || destination === 'worker';

/** With the headers that isolate it from other origins. */
function isolated(response: Response): Response {
  if (response.headers.has('cross-origin-opener-policy')) return response;
  const headers = new Headers(response.headers);
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Embedder-Policy', 'require-corp');
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}

const isComplete = (response: Response) => response.status === 200 && response.type === 'basic';

/** Keeps it; that there is no room is no reason not to show it. */
async function store(request: Request | string, response: Response): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.put(request, response).catch(() => undefined);
}

async function fromCache(request: Request): Promise<Response | undefined> {
  // What a page shows is in its query; the page is the same.
  return (await caches.open(cacheName)).match(request, { ignoreSearch: true, ignoreVary: true });
}

async function immutable(event: FetchRequest): Promise<Response> {
  const kept = await fromCache(event.request);
  if (kept) return kept;
  const response = await fetch(event.request);
  if (isComplete(response)) event.waitUntil(store(event.request, response.clone()));
  return response;
}

async function page(event: FetchRequest): Promise<Response> {
  const { request } = event;
  try {
    const response = await fetch(request);
    if (isComplete(response)) {
      const { origin, pathname } = new URL(request.url);
      event.waitUntil(store(origin + pathname, response.clone()));
    }
    return response;
  } catch (error) {
    const kept = await fromCache(request);
    if (!kept) throw error;
    return kept;
  }
}

/** Fetches what is not there yet, and tells how far it is. */
async function keep(paths: readonly string[], tell: (kept: Kept) => void): Promise<void> {
  const cache = await caches.open(cacheName);
  const urls = [...build, ...paths];
  let done = 0;
  for (const url of urls) {
    const isThere = url.includes('/_app/immutable/') && (await cache.match(url));
    if (!isThere) {
      const response = await fetch(url).catch(() => null);
      if (response?.status !== 200) return tell({ done, all: urls.length, failed: 'unreachable' });
      try {
        await cache.put(url, response);
      } catch {
        return tell({ done, all: urls.length, failed: 'full' });
      }
    }
    done++;
    if (done < urls.length) tell({ done, all: urls.length });
  }
  await (await caches.open(keptCache)).put(`${base}/kept`, Response.json(paths));
  tell({ done, all: urls.length });
}

/** A new version of the site keeps what the one before was asked to keep. */
async function keepAgain(): Promise<void> {
  const asked = await (await caches.open(keptCache)).match(`${base}/kept`);
  if (asked) await keep((await asked.json()) as string[], () => undefined);
}

async function forgetOthers(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
}

worker.addEventListener('install', (event) => event.waitUntil(keepAgain()));
worker.addEventListener('activate', (event) =>
  event.waitUntil(forgetOthers().then(() => worker.clients.claim())),
);
worker.addEventListener('message', (event) => {
  const port = event.ports[0];
  event.waitUntil(keep(event.data.keep, (kept) => port.postMessage(kept)));
});
worker.addEventListener('fetch', (event) => {
  const handling = handlingOf(event.request, base);
  if (handling === 'pass') return;
  const response = handling === 'immutable' ? immutable(event) : page(event);
  event.respondWith(isDocument(event.request) ? response.then(isolated) : response);
});
