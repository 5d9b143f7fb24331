import { chmod, mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Puts a finished folder in the place of another, which is there in one piece before and after. */
export async function replaceFolder(finished: string, target: string): Promise<void> {
  // A temporary folder is its owner's alone; a web server may run as somebody else.
  await chmod(finished, 0o755);
  await mkdir(dirname(target), { recursive: true });
  const old = `${finished}-old`;
  await rename(target, old).catch(ignoring('ENOENT'));
  // Another process may have put its own there in the meantime: made from the same, so as good.
  await rename(finished, target).catch(ignoring('ENOTEMPTY', 'EEXIST', 'EPERM'));
  await rm(old, { recursive: true, force: true });
}

function ignoring(...codes: string[]) {
  return (error: NodeJS.ErrnoException) => {
    if (!codes.includes(error.code ?? '')) throw error;
  };
}
