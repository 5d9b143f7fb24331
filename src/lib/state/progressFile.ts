/** How far a reader has come, as it is kept and saved: JSON that is checked when it is read. */
import { AtlasError } from '../model/errors.ts';
import { Misfit, Part } from './checkedJson.ts';

export interface KeptAnswer {
  /** Index of the option. */
  readonly option: number;
  readonly right: boolean;
}

/** One lesson; times are ISO 8601. What has not been done is not there. */
export interface LessonRecord {
  /** First opened. */
  readonly opened?: string;
  /** Index of the option that the reader committed to. */
  readonly prediction?: number;
  /** Whether it came true, in the last run. */
  readonly cameTrue?: boolean;
  /** The last run. */
  readonly ran?: string;
  /** By the question's id. */
  readonly answers?: Readonly<Record<string, KeptAnswer>>;
  readonly done?: string;
}

/** By the lesson's id. */
export type LessonRecords = Readonly<Record<string, LessonRecord>>;

/** A test before or after the course; times are ISO 8601. */
export interface TestRecord {
  readonly begun: string;
  /** By the lesson's id. */
  readonly answers: Readonly<Record<string, KeptAnswer>>;
  /** Handed in: from then on it stays as it is. */
  readonly finished?: string;
}

export const testTimes = ['before', 'after'] as const;
export type TestTime = (typeof testTimes)[number];
export type TestRecords = Readonly<Partial<Record<TestTime, TestRecord>>>;

/** All that is kept of a reader. */
export interface Progress {
  readonly lessons: LessonRecords;
  readonly tests: TestRecords;
}

const format = 'resnet-atlas-progress';
/** Goes up when an older program could not read the file, or would read it wrongly. */
const version = 1;

/** @param saved when, ISO 8601 */
export function progressFile({ lessons, tests }: Progress, saved: string): string {
  return `${JSON.stringify({ format, version, saved, lessons, tests }, null, 2)}\n`;
}

/**
 * @param name of the file, for errors
 * @throws AtlasError progressUnreadable, progressNewer, progressDamaged
 */
export function readProgressFile(text: string, name: string): Progress {
  const file = new Part(parsed(text));
  const isOurs = typeof file.value === 'object' && file.value !== null && !Array.isArray(file.value);
  if (!isOurs || file.get('format').value !== format)
    throw new AtlasError('progressUnreadable', { file: name });
  try {
    const written = file.get('version').count();
    if (written > version) {
      throw new AtlasError('progressNewer', { file: name, version: written, known: version });
    }
    return { lessons: recordsIn(file.get('lessons')), tests: testsIn(file.get('tests')) };
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    throw new AtlasError('progressDamaged', { file: name, where: error.where }, { cause: error });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @throws Misfit */
function recordsIn(part: Part): LessonRecords {
  return Object.fromEntries(members(part).map(([id, one]) => [id, recordIn(one)]));
}

function recordIn(part: Part): LessonRecord {
  const there = <T>(name: string, read: (one: Part) => T) => {
    const one = part.get(name);
    return one.value === undefined ? {} : { [name]: read(one) };
  };
  return {
    ...there('opened', time),
    ...there('prediction', (one) => one.count()),
    ...there('cameTrue', truth),
    ...there('ran', time),
    ...there('answers', answersIn),
    ...there('done', time),
  };
}

function answersIn(part: Part): Record<string, KeptAnswer> {
  return Object.fromEntries(
    members(part).map(([id, one]) => [
      id,
      { option: one.get('option').count(), right: truth(one.get('right')) },
    ]),
  );
}

/** Files from before there were tests have none. */
function testsIn(part: Part): TestRecords {
  if (part.value === undefined) return {};
  return Object.fromEntries(
    testTimes
      .map((name) => [name, part.get(name)] as const)
      .filter(([, one]) => one.value !== undefined)
      .map(([name, one]) => [name, testIn(one)]),
  );
}

function testIn(part: Part): TestRecord {
  const finished = part.get('finished');
  return {
    begun: time(part.get('begun')),
    answers: answersIn(part.get('answers')),
    ...(finished.value !== undefined && { finished: time(finished) }),
  };
}

function members(part: Part): [name: string, Part][] {
  const names = Object.keys(part.value ?? {});
  // An empty object has no member that would tell it from something else.
  part.get('');
  return names.map((name) => [name, part.get(name)]);
}

function time(part: Part): string {
  const text = part.text();
  if (Number.isNaN(Date.parse(text))) throw new Misfit(part.where);
  return text;
}

function truth({ value, where }: Part): boolean {
  if (typeof value !== 'boolean') throw new Misfit(where);
  return value;
}

/** What one reader did on two devices: what was done on either; where they differ, the second's. */
export function merged(first: Progress, second: Progress): Progress {
  return {
    lessons: mergedLessons(first.lessons, second.lessons),
    tests: {
      ...first.tests,
      ...Object.fromEntries(
        testTimes.flatMap((name) => {
          const one = better(first.tests[name], second.tests[name]);
          return one ? [[name, one]] : [];
        }),
      ),
    },
  };
}

/** A test that was handed in counts more than one that was not. */
function better(first: TestRecord | undefined, second: TestRecord | undefined): TestRecord | undefined {
  return first?.finished !== undefined && second?.finished === undefined ? first : (second ?? first);
}

function mergedLessons(first: LessonRecords, second: LessonRecords): LessonRecords {
  const all = { ...first };
  for (const [id, record] of Object.entries(second)) {
    const answers = { ...first[id]?.answers, ...record.answers };
    const opened = [first[id]?.opened, record.opened].filter((one) => one !== undefined).sort();
    all[id] = {
      ...first[id],
      ...record,
      ...(Object.keys(answers).length > 0 && { answers }),
      ...(opened.length > 0 && { opened: opened[0] }),
    };
  }
  return all;
}
