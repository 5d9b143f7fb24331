/** Lesions of the trained network, over a set of pictures: asked for when the reader runs them. */
import { untrack } from 'svelte';
import type { Ask } from '../addition.svelte.ts';
import type { PictureSource } from '../pictureSource.ts';
import type { PictureLesions } from './lesionFigures.ts';
import type { Plan } from './lesionPlan.ts';
import { PictureSet } from './pictureSet.svelte.ts';

export class Lesions {
  readonly set = new PictureSet<PictureLesions>();
  /** Lesions done of the picture under way. */
  #done = $state(0);
  #each = $state(1);
  readonly #ask: Ask;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** Of all lesions of all pictures. */
  readonly progress = $derived({
    done: this.set.done * this.#each + this.#done,
    all: this.set.members.length * this.#each,
  });

  /** Results of other pictures or another plan are forgotten; what is under way for them ends. */
  follow(sources: readonly PictureSource[], plan: Plan): void {
    untrack(() => {
      const before = this.set.members;
      const isSame =
        before.length === sources.length && before.every(({ source }, i) => source === sources[i]);
      if (!isSame) this.set.choose(sources);
      this.set.follow(plan.key);
    });
  }

  /** Runs what has not been run; a picture that cannot be read is passed over. */
  async run({ key, lesions, target }: Plan): Promise<void> {
    this.#each = lesions.length + 1;
    await this.set.run({
      key,
      measure: async (picture, signal) => {
        this.#done = 0;
        const onProgress = () => {
          if (!signal.aborted) this.#done++;
        };
        try {
          const report = await this.#ask('lesions', { lesions, target, ...picture }, { signal, onProgress });
          return { picture: picture.name, ...report };
        } finally {
          if (!signal.aborted) this.#done = 0;
        }
      },
    });
  }

  /** Ends what is under way; pictures that are done stay. */
  cancel(): void {
    this.set.cancel();
    this.#done = 0;
  }

  dispose(): void {
    this.set.dispose();
  }
}
