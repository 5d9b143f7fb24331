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

const format = 'resnet-atlas-progress';
/** Goes up when an older program could not read the file, or would read it wrongly. */
const version = 1;

/** @param saved when, ISO 8601 */
export function progressFile(lessons: LessonRecords, saved: string): string {
  return `${JSON.stringify({ format, version, saved, lessons }, null, 2)}\n`;
}

/**
 * @param name of the file, for errors
 * @throws AtlasError progressUnreadable, progressNewer, progressDamaged
 */
export function readProgressFile(text: string, name: string): LessonRecords {
  const file = new Part(parsed(text));
  const isOurs = typeof file.value === 'object' && file.value !== null && !Array.isArray(file.value);
  if (!isOurs || file.get('format').value !== format)
    throw new AtlasError('progressUnreadable', { file: name });
  try {
    const written = file.get('version').count();
    if (written > version) {
      throw new AtlasError('progressNewer', { file: name, version: written, known: version });
    }
    return recordsIn(file.get('lessons'));
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
    ...there('answers', (answers) =>
      Object.fromEntries(
        members(answers).map(([id, one]) => [
          id,
          { option: one.get('option').count(), right: truth(one.get('right')) },
        ]),
      ),
    ),
    ...there('done', time),
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

/** Two records of one reader, from two devices: what was done in either; where they differ, the second's. */
export function merged(first: LessonRecords, second: LessonRecords): LessonRecords {
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
