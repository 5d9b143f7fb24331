/** Pages that the reader keeps on the device, to be read without a network. */
import type { Keep, Kept } from './requests.ts';
import { keptCache } from './requests.ts';

export class Offline {
  /** Whether this browser, over this connection, can keep pages at all. */
  possible = $state(false);
  /** All of the pages are kept. */
  kept = $state(false);
  running = $state(false);
  progress = $state.raw<{ readonly done: number; readonly all: number } | null>(null);
  failed = $state.raw<NonNullable<Kept['failed']> | null>(null);
  readonly #paths: () => readonly string[];

  /** @param paths of the pages, as they are fetched */
  constructor(paths: () => readonly string[]) {
    this.#paths = paths;
  }

  /** Looks at what the device has. */
  async restore(): Promise<void> {
    this.possible =
      'serviceWorker' in navigator && (await navigator.serviceWorker.getRegistration()) !== undefined;
    if (!this.possible) return;
    const [list] = await (await caches.open(keptCache)).matchAll();
    const there = list ? ((await list.json()) as string[]) : [];
    this.kept = this.#paths().every((path) => there.includes(path));
  }

  /** Fetches and keeps the pages and all code. */
  async keep(): Promise<void> {
    this.running = true;
    this.failed = null;
    const { active } = await navigator.serviceWorker.ready;
    const { port1, port2 } = new MessageChannel();
    const last = await new Promise<Kept>((ended) => {
      port1.onmessage = ({ data }: MessageEvent<Kept>) => {
        this.progress = data;
        if (data.failed || data.done === data.all) ended(data);
      };
      active!.postMessage({ keep: this.#paths() } satisfies Keep, [port2]);
    });
    port1.close();
    this.running = false;
    this.progress = null;
    this.failed = last.failed ?? null;
    this.kept = !last.failed;
  }
}
