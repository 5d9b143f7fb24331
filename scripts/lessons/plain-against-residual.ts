import { raced, type Result } from '../../content/experiments/plain-against-residual/result.ts';
import type { LessonRecording } from '../recordLesson.ts';
import { commandOf, laneRun, recordedRun } from './recordedRuns.ts';

const steps = 120;

export function record(): LessonRecording {
  const runs = ['plain', 'residual'].map((net) => recordedRun(`gratings-${net}-56-0`));
  const [plain, residual] = runs.map((run) => laneRun(run, steps).steps);
  const result: Result = raced(plain, residual, 0);
  const { recorded, backend } = runs[1];
  const measured = (command: string) => command.replace('--json', '--measure-every 5 --figures --json');
  return {
    result,
    command: runs.map((run) => measured(commandOf(run, steps))).join(' && '),
    recorded,
    backend,
  };
}
