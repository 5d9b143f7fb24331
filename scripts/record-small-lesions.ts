/** Records the lesions of small trained networks: node scripts/run.mjs scripts/record-small-lesions.ts */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';
import { run } from './commands/small-lesions.ts';

export async function main(): Promise<void> {
  const { result } = await run([]);
  const recording = {
    command: 'npm run -s atlas -- small-lesions --json',
    recorded: new Date().toISOString(),
    ...result,
  };
  const path = join(import.meta.dirname, '../src/lib/state/recordings/small-lesions.json');
  await writeFile(path, await format(JSON.stringify(recording), { parser: 'json' }));
  process.stderr.write('Recorded lesions of small networks.\n');
}
