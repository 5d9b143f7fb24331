/** What is trained on: the reader's files, which are in no link, and examples of what the networks see. */
import type { TaskChoice, TaskFacts } from '../../model/protocol/training.ts';
import { sameTask } from '../../model/sameTask.ts';
import type { Ask } from '../addition.svelte.ts';
import { Work } from '../work.svelte.ts';

export type TaskName = TaskChoice['name'];

/** A file, and the folder that it was given in, if it was. */
interface Given {
  readonly file: File;
  readonly folder: string | null;
}

export class ChosenTask extends Work {
  /** CIFAR-10's. */
  files = $state.raw<readonly File[]>([]);
  pictures = $state.raw<readonly { readonly folder: string; readonly file: File }[]>([]);
  /** Of the files that are read. */
  progress = $state.raw<{ readonly done: number; readonly all: number } | null>(null);

  readonly #ask: Ask;
  readonly #emojiFolder: string;
  #looked = $state.raw<{ readonly choice: TaskChoice; readonly facts: TaskFacts } | null>(null);

  /** @param emojiFolder URL of the folder with the emoji's files */
  constructor(ask: Ask, emojiFolder: string) {
    super();
    this.#ask = ask;
    this.#emojiFolder = emojiFolder;
  }

  /** @param difficulty of shapes */
  choice(name: TaskName, difficulty: number): TaskChoice {
    switch (name) {
      case 'gratings':
        return { name };
      case 'shapes':
        return { name, difficulty };
      case 'emoji':
        return { name, folder: this.#emojiFolder };
      case 'cifar10':
        return { name, files: this.files };
      case 'folders':
        return { name, pictures: this.pictures };
    }
  }

  /** Whether the task needs files that have not been chosen. */
  lacksFiles(name: TaskName): boolean {
    return (
      (name === 'cifar10' && this.files.length === 0) || (name === 'folders' && this.pictures.length === 0)
    );
  }

  /** Takes over files for CIFAR-10 or pictures in folders, in place of those that there were. */
  take(name: TaskName, given: readonly Given[]): void {
    this.cancel();
    this.error = null;
    if (name === 'cifar10') {
      // Beside the data, its folder holds a page and a list of names.
      this.files = given
        .filter(({ file, folder }) => folder === null || file.name.endsWith('.bin'))
        .map(({ file }) => file);
    } else if (name === 'folders') {
      this.pictures = given.flatMap(({ file, folder }) => (folder === null ? [] : [{ folder, file }]));
    }
  }

  /** What is known of this choice from looking at it. */
  facts(choice: TaskChoice): TaskFacts | null {
    return this.#looked && sameTask(this.#looked.choice, choice) ? this.#looked.facts : null;
  }

  /** Reads the task's files for its examples, if that has not been done. Runs that are open stay open. */
  async look(choice: TaskChoice): Promise<void> {
    if (this.facts(choice)) return this.cancel();
    await this.begin(async (signal) => {
      const facts = await this.#ask('previewTask', choice, {
        signal,
        onProgress: (progress) => {
          if (!signal.aborted) this.progress = progress;
        },
      });
      if (!signal.aborted) this.#looked = { choice, facts };
    });
  }

  protected override ended(): void {
    this.progress = null;
  }
}
