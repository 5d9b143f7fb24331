/**
 * Records what a lesson shows before anything runs:
 * node scripts/run.mjs scripts/recordLesson.ts ID
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { lessonIds, type LessonId } from '../src/lib/lesson/course.ts';

/** What `record()` of scripts/lessons/ID.ts gives. */
export interface LessonRecording {
  /** What the lesson's experiment reports: plain JSON. */
  readonly result: unknown;
  /** A command that prints the same numbers. */
  readonly command: string;
  readonly backend: string;
  /** ISO date; today's when absent. That of the recording which the result is derived from. */
  readonly recorded?: string;
}

const recorders = import.meta.glob<{ record(): Promise<LessonRecording> | LessonRecording }>(
  './lessons/*.ts',
);

export async function main([id]: string[]): Promise<number> {
  const load = recorders[`./lessons/${id}.ts`];
  if (!load) {
    const known = lessonIds.filter((one: LessonId) => `./lessons/${one}.ts` in recorders);
    process.stderr.write(`Say which lesson: ${known.join(', ')}.\n`);
    return 2;
  }
  const { result, command, backend, recorded } = await (await load()).record();
  const recording = { result, command, recorded: recorded ?? new Date().toISOString().slice(0, 10), backend };
  const folder = join(import.meta.dirname, '../content/recorded');
  const file = join(folder, `${id}.json`);
  await mkdir(folder, { recursive: true });
  const style = { ...(await resolveConfig(file)), parser: 'json' };
  await writeFile(file, await format(JSON.stringify(recording), style));
  process.stderr.write(`Recorded ${file}.\n`);
  return 0;
}
