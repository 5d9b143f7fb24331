/** Whether a sign typed alone does something; who dictates turns it off. Kept on this device. */
const key = 'resnet-atlas.single-keys';

export class SingleKeys {
  #on = $state(true);

  get on(): boolean {
    return this.#on;
  }

  set on(on: boolean) {
    this.#on = on;
    try {
      if (on) localStorage.removeItem(key);
      else localStorage.setItem(key, 'off');
    } catch {
      // Storage is refused: it holds for this visit.
    }
  }

  restore(): void {
    try {
      this.#on = localStorage.getItem(key) !== 'off';
    } catch {
      this.#on = true;
    }
  }
}
