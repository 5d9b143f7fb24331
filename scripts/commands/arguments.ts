/** Options of the command line: read by `parseArgs`, its complaints turned into our own errors. */
import { isAbsolute, resolve } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { blocksOf } from '../../src/lib/model/architecture/blocks.ts';
import type { Graph } from '../../src/lib/model/architecture/graph.ts';
import type { Rewrite } from '../../src/lib/model/architecture/rewrite.ts';
import { AtlasError } from '../../src/lib/model/errors.ts';
import { openOwnSession, openSession, type Host, type Precision } from '../host.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

export function readArguments<O extends Options>(command: string, args: string[], options: O) {
  // `--target -1` is a value that is wrong, not a missing one.
  const joined = args.flatMap((argument, i) => {
    if (i > 0 && /^-\d/.test(argument) && /^--\w+$/.test(args[i - 1])) return [];
    const next = args[i + 1];
    return /^--\w+$/.test(argument) && next !== undefined && /^-\d/.test(next)
      ? [`${argument}=${next}`]
      : [argument];
  });
  try {
    return parseArgs({
      args: joined,
      options: { ...options, json: { type: 'boolean' } },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const option = message.match(/'(-[^\s']*)/)?.[1] ?? '';
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new AtlasError('unknownOption', { option, command });
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
      if (message.includes('does not take an argument')) {
        throw new AtlasError('invalidValue', {
          option,
          value: message.match(/=(\S+)/)?.[1] ?? '',
          expected: 'no value',
        });
      }
      throw new AtlasError('missingValue', { option });
    }
    throw error;
  }
}

/** Relative paths are meant from the folder that npm was called in. */
export function fromCaller(path: string): string {
  return isAbsolute(path) ? path : resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

export function onePicture(command: string, positionals: readonly string[]): string {
  if (positionals.length === 0) throw new AtlasError('missingPicture', { command });
  if (positionals.length > 1) throw new AtlasError('unknownOption', { option: positionals[1], command });
  return fromCaller(positionals[0]);
}

/** One or more pictures. */
export function somePictures(command: string, positionals: readonly string[]): string[] {
  if (positionals.length === 0) throw new AtlasError('missingPicture', { command });
  return positionals.map(fromCaller);
}

function readPrecision(value: string | undefined): Precision {
  if (value === undefined || value === 'float16') return 'float16';
  if (value === 'float32') return value;
  throw new AtlasError('invalidValue', { option: '--precision', value, expected: 'float16, float32' });
}

/** The network with the published weights, or with those in a folder that `npm run weights` has written. */
export async function readSession({
  precision,
  weights,
}: {
  readonly precision?: string;
  readonly weights?: string;
}): Promise<Host> {
  if (weights === undefined) return openSession(readPrecision(precision));
  if (precision !== undefined) {
    const expected = 'no precision beside --weights: they are used as they are stored';
    throw new AtlasError('invalidValue', { option: '--precision', value: precision, expected });
  }
  return openOwnSession(fromCaller(weights));
}

/** A class index; whether the network has that many classes is checked by the session. */
export function readTarget(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d+$/.test(value)) {
    throw new AtlasError('invalidValue', {
      option: '--target',
      value,
      expected: 'the index of a class, 0, 1, 2 …',
    });
  }
  return Number(value);
}

/** Interventions as options: for `readArguments`, and the values it has read for `readRewrites`. */
export const rewriteOptions = {
  cut: { type: 'string' },
  remove: { type: 'string' },
  branch: { type: 'string' },
  shortcut: { type: 'string' },
} as const;

export const rewriteUsage =
  '[--cut all|2b,4d] [--remove 3b,4c] [--branch 0.5|4d:0.5] [--shortcut 0.5|4d:0.5]';

/**
 * `--cut all|2b,4d` and `--remove 3b,4c`; `all` means every block that is not removed. `--branch` and `--shortcut`
 * multiply the paths that are left: in all blocks, or `4d:0.5,3a:0` in some.
 */
export function readRewrites(
  graph: Graph,
  { cut, remove, branch, shortcut }: Partial<Record<keyof typeof rewriteOptions, string>>,
): Rewrite[] {
  const known = blocksOf(graph).map(({ id }) => id);
  const requireKnown = (block: string): string => {
    if (known.includes(block)) return block;
    throw new AtlasError('unknownBlock', { block, known: known.join(', ') });
  };
  const parts = (option: string, value: string | undefined): string[] => {
    const names = [...new Set((value ?? '').split(',').map((name) => name.trim()))].filter(Boolean);
    if (value !== undefined && names.length === 0) throw new AtlasError('missingValue', { option });
    return names;
  };
  const factors = (option: string, value: string | undefined) =>
    parts(option, value).flatMap((part) => {
      const [block, text] = part.includes(':') ? part.split(':', 2) : [null, part];
      if (!/^-?\d+(\.\d+)?$/.test(text)) {
        throw new AtlasError('invalidValue', { option, value: part, expected: 'a factor, 0.5, or 4d:0.5' });
      }
      const factor = Number(text);
      return (block === null ? known : [requireKnown(block)]).map((id) => ({ block: id, factor }));
    });
  const removed = parts('--remove', remove).map(requireKnown);
  const cutBlocks =
    cut === 'all' ? known.filter((block) => !removed.includes(block)) : parts('--cut', cut).map(requireKnown);
  return [
    ...cutBlocks.map((block): Rewrite => ({ kind: 'cutShortcut', block })),
    ...removed.map((block): Rewrite => ({ kind: 'removeBlock', block })),
    ...factors('--branch', branch).map((scale): Rewrite => ({ kind: 'scaleBranch', ...scale })),
    ...factors('--shortcut', shortcut).map((scale): Rewrite => ({ kind: 'scaleShortcut', ...scale })),
  ];
}
