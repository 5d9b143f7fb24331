/** What the page of paths shows before it is run, as `scripts/record.ts` wrote it: the answer of `atlas paths --json`. */
import type { PathGradient, PathsReport } from '../../model/protocol/paths.ts';
import file from '../recordings/paths-red-panda.json';

interface Recording {
  readonly command: string;
  /** ISO time. */
  readonly recorded: string;
  readonly backend: string;
  readonly weights: string;
  readonly target: { readonly index: number; readonly label: string };
  readonly samples: number;
  readonly seed: number;
  readonly loss: number;
  readonly node: string;
  readonly norm: number;
  readonly lengths: readonly (PathGradient & {
    readonly paths: number;
    readonly sampled: readonly number[];
  })[];
  readonly few: PathsReport['few'];
}

const recording: Recording = file;

/** A sample's id. */
export const recordedPicture = 'red-panda';

export const pathsRecording = {
  ...recording,
  label: recording.target.label,
  report: {
    target: recording.target.index,
    loss: recording.loss,
    node: recording.node,
    norm: recording.norm,
    lengths: recording.lengths.map(({ paths, norm, share, sampled }) => ({
      paths,
      together: { norm, share },
      sampled,
    })),
    few: recording.few,
  } satisfies PathsReport,
};
