/** How far the reader is with the programs: what has been marked, what was found, what was shown. */
export interface Progress {
  /** Lines that were marked and are right as they are. */
  readonly missed: readonly number[];
  readonly solved: 'found' | 'shown' | null;
  /** Its output was looked at before the line was found. */
  readonly hasRun: boolean;
}

const fresh: Progress = { missed: [], solved: null, hasRun: false };

export class Exercise {
  #progress = $state.raw<Readonly<Record<string, Progress>>>({});

  constructor(readonly ids: readonly string[]) {}

  of(id: string): Progress {
    return this.#progress[id] ?? fresh;
  }

  /** @param faulty the lines that count */
  mark(id: string, line: number, faulty: readonly number[]): void {
    const { solved, missed } = this.of(id);
    if (solved !== null || missed.includes(line)) return;
    this.#set(id, faulty.includes(line) ? { solved: 'found' } : { missed: [...missed, line] });
  }

  run(id: string): void {
    this.#set(id, { hasRun: true });
  }

  show(id: string): void {
    if (this.of(id).solved === null) this.#set(id, { solved: 'shown' });
  }

  showAll(): void {
    for (const id of this.ids) this.show(id);
  }

  get isDone(): boolean {
    return this.ids.every((id) => this.of(id).solved !== null);
  }

  get counts(): { readonly found: number; readonly atOnce: number; readonly withoutRunning: number } {
    const found = this.ids.map((id) => this.of(id)).filter(({ solved }) => solved === 'found');
    return {
      found: found.length,
      atOnce: found.filter(({ missed }) => missed.length === 0).length,
      withoutRunning: found.filter(({ hasRun }) => !hasRun).length,
    };
  }

  #set(id: string, change: Partial<Progress>): void {
    this.#progress = { ...this.#progress, [id]: { ...this.of(id), ...change } };
  }
}
