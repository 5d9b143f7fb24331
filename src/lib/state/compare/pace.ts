/** How fast something goes on, from when its steps were told. */

/** What happened longer ago is forgotten, in milliseconds. */
const memory = 5000;

export class Pace {
  #told: { readonly at: number; readonly step: number }[] = [];

  /** @param at in milliseconds @param step steps done by then */
  add(at: number, step: number): void {
    this.#told.push({ at, step });
    // Slow steps are remembered in any case: two are needed to tell a pace.
    while (this.#told.length > 2 && at - this.#told[1].at > memory) this.#told.shift();
  }

  /** Over the last seconds; null as long as that is not known. */
  get perSecond(): number | null {
    const [first, last] = [this.#told[0], this.#told[this.#told.length - 1]];
    if (!first || last.at === first.at || last.step === first.step) return null;
    return (1000 * (last.step - first.step)) / (last.at - first.at);
  }

  secondsTo(step: number): number | null {
    const { perSecond } = this;
    return perSecond === null ? null : (step - this.#told[this.#told.length - 1].step) / perSecond;
  }
}
