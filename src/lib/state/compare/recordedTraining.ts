/** The table of all recorded runs of training, made by `scripts/recordTraining.ts`. */
import recorded from '../recordings/training.json' with { type: 'json' };
import type { RecordedSummary } from './recordedSummaries.ts';

export const recordedTraining = recorded as readonly RecordedSummary[];
