import { expect, vi } from 'vitest';
import { main } from '../atlas.ts';

/** Runs the command line and catches what it writes; `vi.restoreAllMocks` gives the streams back. */
export async function atlas(...args: string[]) {
  const written = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    vi.spyOn(process[name], 'write').mockImplementation((text, ...rest: unknown[]) => {
      written[name] += String(text);
      const done = rest.at(-1);
      if (typeof done === 'function') done();
      return true;
    });
  }
  const code = await main(args);
  return { code, ...written };
}

/** What a command answers as JSON. */
export async function atlasJson(...args: string[]) {
  const { code, stdout } = await atlas(...args, '--json');
  expect(code).toBe(0);
  return JSON.parse(stdout);
}
