/**
 * Records iterative refinement on all sample pictures, for the class that the network finds most probable and for
 * the second: node scripts/run.mjs scripts/recordRefinement.ts
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { written, type RefinementRecording } from '../src/lib/state/gradients/refinementRecording.ts';
import { samples } from '../src/lib/state/samples.ts';
import { run as refine } from './commands/refine.ts';

const root = join(import.meta.dirname, '..');
const ranks = ['1', '2'];

export async function main(): Promise<void> {
  const files = samples.map(({ file }) => join(root, 'static', file));
  const runs: Record<string, RefinementRecording['runs'][string]> = {};
  const labels: Record<string, string> = {};
  let host = { backend: '', weights: '' };
  for (const rank of ranks) {
    const { result } = await refine([...files, '--rank', rank]);
    host = result;
    runs[rank] = Object.fromEntries(
      result.images.map(({ exits, ...report }, at) => {
        for (const { index, label } of exits.flatMap(({ top }) => top)) labels[index] = label;
        labels[report.target] = report.label;
        return [samples[at].id, written({ ...report, exits })];
      }),
    );
  }
  const recording: RefinementRecording = {
    commands: ranks.map((rank) => `npm run -s atlas -- refine static/samples/*.jpg --rank ${rank} --json`),
    recorded: new Date().toISOString(),
    backend: host.backend,
    weights: host.weights,
    labels,
    runs,
  };
  const path = join(root, 'src/lib/state/recordings/refinement.json');
  await writeFile(path, `${JSON.stringify(recording)}\n`);
  process.stderr.write(`Recorded ${samples.length} pictures.\n`);
}
