/** How long nothing is fetched for the sake of a value that the page may still ask for, or never does. */
const longest = 10_000;
/** How soon after the first block has been computed the page asks for a value in it, if it does at all. */
const untilAsked = 250;

/** The first maps are seen before the rest of the network is fetched at full speed: tells when to go on. */
export class FirstMaps {
  /** While somebody waits. */
  #goOn: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Resolves when the first maps have been sent, or nobody waits for them; not much later than that. */
  seen(): Promise<void> {
    return new Promise((resolve) => {
      this.#goOn = () => {
        clearTimeout(this.#timer);
        this.#goOn = undefined;
        resolve();
      };
      this.#within(longest);
    });
  }

  /** A block has been computed: its maps can be asked for. */
  blockDone(): void {
    this.#within(untilAsked);
  }

  /** Maps are being read. */
  asked(): void {
    this.#within(longest);
  }

  /** Maps have been read. */
  answered(): void {
    this.#goOn?.();
  }

  #within(milliseconds: number): void {
    clearTimeout(this.#timer);
    if (this.#goOn) this.#timer = setTimeout(this.#goOn, milliseconds);
  }
}
