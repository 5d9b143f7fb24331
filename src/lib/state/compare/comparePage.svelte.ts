/** What the pages on training share, whichever is shown: one worker, its backend, and the race that it trains. */
import {
  LaboratoryPage,
  type ExperimentAddress,
  type LaboratoryPageOptions,
} from '../laboratoryPage.svelte.ts';
import type { ParameterTable } from '../parameters.ts';
import { urlTable } from '../url.ts';
import { ChosenTask } from './chosenTask.svelte.ts';
import { Race } from './race.svelte.ts';

const shared = urlTable.compare;

/** The address of one page. */
export type CompareAddress<P extends ParameterTable> = ExperimentAddress<typeof shared, P>;

export class ComparePage extends LaboratoryPage<typeof shared> {
  /** Lives as long as any of the pages is open: what it has trained can be looked into on the others. */
  readonly race = new Race(this.askLaboratory, { worker: () => this.explorer.backend });
  /** The reader's files to train on, which are in no link. */
  readonly chosenTask: ChosenTask;

  constructor(options: LaboratoryPageOptions) {
    super(shared, options);
    this.chosenTask = new ChosenTask(this.askLaboratory, options.urlOf('emoji/'));
  }

  override dispose(): void {
    this.race.dispose();
    this.chosenTask.dispose();
    super.dispose();
  }
}
