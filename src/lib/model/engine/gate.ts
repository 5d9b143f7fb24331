/** Many may be inside at once, or one alone: the tensor library has one current backend for all. */
export class Gate {
  readonly #inside = new Set<Promise<unknown>>();
  #alone: Promise<unknown> = Promise.resolve();

  async shared<T>(work: () => Promise<T>): Promise<T> {
    await this.#alone;
    const running = work();
    this.#inside.add(running);
    try {
      return await running;
    } finally {
      this.#inside.delete(running);
    }
  }

  async alone<T>(work: () => Promise<T>): Promise<T> {
    const before = this.#alone;
    const running = (async () => {
      await before;
      while (this.#inside.size > 0) await Promise.allSettled(this.#inside);
      return work();
    })();
    this.#alone = running.catch(() => undefined);
    return running;
  }
}
