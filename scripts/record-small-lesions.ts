/** Records the lesions of small trained networks: node scripts/run.mjs scripts/record-small-lesions.ts */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './commands/small-lesions.ts';

export async function main(): Promise<void> {
  const { result } = await run([]);
  const recording = {
    command: 'npm run -s atlas -- small-lesions --json',
    recorded: new Date().toISOString(),
    ...result,
  };
  const path = join(import.meta.dirname, '../src/lib/state/recordings/small-lesions.json');
  await writeFile(path, `${JSON.stringify(recording, null, 2)}\n`);
  process.stderr.write('Recorded lesions of small networks.\n');
}
