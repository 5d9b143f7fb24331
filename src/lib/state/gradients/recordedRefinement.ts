/** Iterative refinement as it was recorded on all samples. */
import { blocksOf } from '../../model/architecture/blocks.ts';
import type { RefinementReport } from '../../model/protocol/refinement.ts';
import recorded from '../recordings/refinement.json';
import { resnet50 } from '../resnet50.ts';
import { rankOf, type LossChoice } from './refinement.svelte.ts';
import { read, type RefinementRecording } from './refinementRecording.ts';

export const recording = recorded as unknown as RefinementRecording;

const stages = new Map(blocksOf(resnet50.graph).map(({ id, stage }) => [id, stage ?? '']));

/** The recorded reports by sample. */
export function recordedReports(loss: LossChoice): ReadonlyMap<string, RefinementReport> {
  const pictures = Object.entries(recording.runs[rankOf[loss]]);
  return new Map(pictures.map(([id, picture]) => [id, read(picture, (block) => stages.get(block)!)]));
}
