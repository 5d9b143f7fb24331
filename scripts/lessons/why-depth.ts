import type { Result } from '../../content/lessons/why-depth.ts';
import { ended } from '../../src/lib/lesson/training/figures.ts';
import type { LessonRecording } from '../recordLesson.ts';
import { commandOf, laneRun, recordedRun } from './recordedRuns.ts';

const steps = 120;

export function record(): LessonRecording {
  const runs = [20, 56].map((depth) => recordedRun(`gratings-plain-${depth}-0`));
  const [plain20, plain56] = runs.map((run) => ended(laneRun(run, steps).steps));
  const result: Result = { seed: 0, steps, plain20, plain56 };
  const { recorded, backend } = runs[1];
  const command = runs.map((run) => commandOf(run, steps)).join(' && ');
  return { result, command, recorded, backend };
}
