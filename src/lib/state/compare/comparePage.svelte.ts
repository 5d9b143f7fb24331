/** What the pages on training share, whichever is shown: one worker and its backend. */
import {
  LaboratoryPage,
  type ExperimentAddress,
  type LaboratoryPageOptions,
} from '../laboratoryPage.svelte.ts';
import type { ParameterTable } from '../parameters.ts';
import { urlTable } from '../url.ts';

const shared = urlTable.compare;

/** The address of one page. */
export type CompareAddress<P extends ParameterTable> = ExperimentAddress<typeof shared, P>;

export class ComparePage extends LaboratoryPage<typeof shared> {
  constructor(options: LaboratoryPageOptions) {
    super(shared, options);
  }
}
