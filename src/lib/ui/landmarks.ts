/** Parts of a page that a command leads to: they tell where they are, and are scrolled to and given the focus. */
import { createContext, tick } from 'svelte';

export class Landmarks<Name extends string> {
  readonly #elements = new Map<Name, HTMLElement>();

  /** An attachment: `<section tabindex="-1" {@attach landmarks.mark('inspector')}>`. */
  readonly mark = (name: Name) => (element: HTMLElement) => {
    this.#elements.set(name, element);
    return () => void this.#elements.delete(name);
  };

  /** Also what is only about to be drawn. */
  async reveal(name: Name): Promise<void> {
    await tick();
    const element = this.#elements.get(name);
    element?.scrollIntoView({ block: 'nearest' });
    element?.focus({ preventScroll: true });
  }
}

export type ExploreLandmark = 'attribution' | 'inspector' | 'views';
export const [exploreLandmarks, setExploreLandmarks] = createContext<Landmarks<ExploreLandmark>>();
