/** What the network makes of pictures: one given in many ways, or many given in the usual one. */
import type { Feed } from '../model/feeding.ts';
import type { Fed } from '../model/protocol/feeding.ts';
import type { Ask } from './addition.svelte.ts';
import { PictureSet } from './gradients/pictureSet.svelte.ts';
import type { PictureSource } from './pictureSource.ts';
import { Work } from './work.svelte.ts';

/** Pictures that are given in the same ways, one after the other. */
export class FedPictures {
  readonly set = new PictureSet<readonly Fed[]>();
  readonly #ask: Ask;
  readonly #feeds: readonly Feed[];
  readonly #node: string | undefined;

  /** @param node whose value is wanted, too */
  constructor(ask: Ask, feeds: readonly Feed[] = [{}], node?: string) {
    this.#ask = ask;
    this.#feeds = feeds;
    this.#node = node;
  }

  async run(): Promise<void> {
    await this.set.run({
      key: '',
      measure: (picture, signal) =>
        this.#ask('feeding', { feeds: this.#feeds, node: this.#node, ...picture }, { signal }),
    });
  }

  dispose(): void {
    this.set.dispose();
  }
}

/** One picture, given in several ways, each shown as soon as it is known. */
export class FedWays extends Work {
  /** In the order in which they were asked for; those that are known. */
  ways = $state.raw<readonly Fed[]>([]);
  source = $state.raw<PictureSource | null>(null);
  readonly #ask: Ask;

  constructor(ask: Ask) {
    super();
    this.#ask = ask;
  }

  /** Forgets what is of another picture. */
  follow(source: PictureSource | null): void {
    if (source === this.source) return;
    this.cancel();
    this.source = source;
    this.ways = [];
  }

  /** @returns all of them; null when it has ended before. */
  async run(feeds: readonly Feed[]): Promise<readonly Fed[] | null> {
    const { source } = this;
    if (!source) return null;
    let all: readonly Fed[] | null = null;
    await this.begin(async (signal) => {
      this.ways = [];
      const file = await source.read();
      signal.throwIfAborted();
      const onProgress = ({ fed }: { readonly fed: Fed }) => {
        if (!signal.aborted) this.ways = [...this.ways, fed];
      };
      const answer = await this.#ask('feeding', { feeds, file, name: source.name }, { signal, onProgress });
      if (!signal.aborted) this.ways = all = answer;
    });
    return all;
  }
}
