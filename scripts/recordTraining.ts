/**
 * Records runs of training: node scripts/run.mjs scripts/recordTraining.ts [NAME…] [--again] [--table]
 *
 * Each run is a file in static/recordings/training/, written when it ends; those that are there are left out, so that
 * the script can be stopped and started again. NAME is the beginning of runs' names: `gratings-plain-56-0` is one run,
 * `shapes` are many. `--again` records them even where they are there. The table of all of them is made anew each time;
 * `--table`: nothing else is.
 *
 * Steps are as many as a reader's patience has: 1000 on gratings; 500 on the tasks of 32 × 32 pixels, where a step takes
 * four to six times as long. On one processor of a laptop everything together takes some three hours.
 */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { startBackend } from '../src/lib/model/engine/backends.ts';
import { defaultTraining } from '../src/lib/model/protocol/training.ts';
import type { TrainedStep } from '../src/lib/model/protocol/training.ts';
import { TrainingRun } from '../src/lib/model/training/trainer.ts';
import { summaryOf, type RecordedSummary } from '../src/lib/state/compare/recordedSummaries.ts';
import {
  packRun,
  runName,
  unpackRun,
  type RecordedFile,
  type RecordedOrigin,
  type RecordedRun,
  type RecordedTask,
} from '../src/lib/state/compare/recordedRuns.ts';
import { openTask } from './tasks.ts';

const root = join(import.meta.dirname, '..');
export const recordingsFolder = join(root, 'static/recordings/training');
export const summariesFile = join(root, 'src/lib/state/recordings/training.json');

/** What decides a run. */
type Plan = Pick<RecordedOrigin, 'task' | 'options' | 'difficulty'>;

const stepsOf = { gratings: 1000, shapes: 500, emoji: 500 } as const;
const difficulty = 0.25;

function plan(task: RecordedTask, depth: number, net: 'plain' | 'residual', seed: number): Plan {
  const options = { ...defaultTraining, depth, net, seed, steps: stepsOf[task] };
  return task === 'shapes' ? { task, difficulty, options } : { task, options };
}

/** All runs, in the order in which they are recorded: first those that show most. */
export function allPlans(): readonly Plan[] {
  const pairs = (task: RecordedTask, depths: readonly number[], seeds: readonly number[]) =>
    seeds.flatMap((seed) =>
      depths.flatMap((depth) => (['plain', 'residual'] as const).map((net) => plan(task, depth, net, seed))),
    );
  return [
    ...pairs('gratings', [20, 56, 8, 32, 110], [0]),
    ...pairs('shapes', [20, 56], [0]),
    ...pairs('emoji', [20, 56], [0]),
    ...pairs('gratings', [8, 20, 32, 56], [1, 2]),
    ...pairs('shapes', [20, 56], [1, 2]),
    ...pairs('emoji', [20, 56], [1, 2]),
    ...pairs('gratings', [110], [1, 2]),
    ...pairs('shapes', [110], [0, 1, 2]),
  ];
}

/** Layers change most in the first steps, where they are measured more often. */
function isMeasured(step: number): boolean {
  if (step <= 10) return [0, 1, 2, 5, 10].includes(step);
  return step % (step <= 200 ? 25 : 50) === 0;
}

const isTested = (step: number) => step % 25 === 0;

function commandOf({ task, difficulty, options }: Plan): string {
  const { depth, net, steps, seed } = options;
  const settings = difficulty === undefined ? '' : ` --difficulty ${difficulty}`;
  const wanted = `--measure-every 1 --figures${task === 'emoji' ? ' --test-every 25' : ''} --json`;
  return `npm run -s atlas -- train --task ${task}${settings} --depth ${depth} --net ${net} --steps ${steps} --seed ${seed} ${wanted}`;
}

async function record(planned: Plan, backend: string): Promise<RecordedRun> {
  const { task, difficulty, options } = planned;
  const run = new TrainingRun(await openTask(task, { difficulty }), options);
  const steps: TrainedStep[] = [];
  try {
    while (run.step < options.steps && Number.isFinite(steps.at(-1)?.loss ?? 0))
      steps.push(await run.next({ measure: isMeasured(run.step), test: isTested(run.step) }));
    const origin = { command: commandOf(planned), recorded: new Date().toISOString(), backend };
    return { ...origin, ...planned, facts: run.facts, steps };
  } finally {
    run.dispose();
  }
}

const fileOf = (planned: Plan) => join(recordingsFolder, `${runName(planned)}.json`);

async function save(file: string, text: string): Promise<void> {
  await writeFile(`${file}.partial`, text);
  await rename(`${file}.partial`, file);
}

/** A row of the table for each run that is there. */
export async function readSummaries(): Promise<readonly RecordedSummary[]> {
  const rows: RecordedSummary[] = [];
  const there = new Set(await readdir(recordingsFolder));
  const plans = allPlans().filter((planned) => there.has(`${runName(planned)}.json`));
  for (const planned of plans) {
    const file = JSON.parse(await readFile(fileOf(planned), 'utf8')) as RecordedFile;
    rows.push(summaryOf(unpackRun(file)));
  }
  return rows;
}

async function saveSummaries(): Promise<void> {
  const style = { ...(await resolveConfig(summariesFile)), parser: 'json' };
  await save(summariesFile, await format(JSON.stringify(await readSummaries()), style));
}

export async function main(args: string[]): Promise<void> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      again: { type: 'boolean', default: false },
      table: { type: 'boolean', default: false },
    },
  });
  const isAskedFor = (name: string) =>
    positionals.length === 0 || positionals.some((start) => name === start || name.startsWith(`${start}-`));
  const plans = values.table ? [] : allPlans().filter((planned) => isAskedFor(runName(planned)));
  if (plans.length === 0 && !values.table)
    throw new Error(`No run’s name begins with ${positionals.join(' or ')}.`);
  await mkdir(recordingsFolder, { recursive: true });
  const { backend } = await startBackend('wasm');
  for (const planned of plans) {
    const name = runName(planned);
    // Asked each time: another process may have recorded it meanwhile.
    if (existsSync(fileOf(planned)) && !values.again) continue;
    process.stderr.write(`${new Date().toISOString()} ${name} …\n`);
    await save(fileOf(planned), `${JSON.stringify(packRun(await record(planned, backend)))}\n`);
    await saveSummaries();
  }
  await saveSummaries();
}
