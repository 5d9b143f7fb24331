/**
 * Records the figures that pages show before anything runs, with the commands that reproduce them:
 * node scripts/run.mjs scripts/record.ts [PICTURE…]   (pictures in static/samples; default: kitten)
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run as gradients } from './commands/gradients.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'src/lib/state/recordings');

async function recordGradients(picture: string): Promise<void> {
  const path = `static/samples/${picture}.jpg`;
  const measure = async (...options: string[]) => {
    const { result } = await gradients([join(root, path), ...options]);
    const { index: target, label } = result.target;
    return {
      target,
      label,
      loss: result.loss,
      input: result.input,
      blocks: result.blocks,
      weights: result.weights,
      backend: result.backend,
    };
  };
  const { weights, backend, ...skips } = await measure();
  const { weights: _weights, backend: _backend, ...cut } = await measure('--cut', 'all');
  const recording = {
    commands: ['', ' --cut all'].map((options) => `npm run -s atlas -- gradients ${path}${options} --json`),
    recorded: new Date().toISOString(),
    backend,
    weights,
    picture,
    runs: { skips, cut },
  };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `gradients-${picture}.json`), `${JSON.stringify(recording, null, 2)}\n`);
  process.stderr.write(`Recorded ${picture}.\n`);
}

export async function main(pictures: string[]): Promise<void> {
  for (const picture of pictures.length > 0 ? pictures : ['kitten']) await recordGradients(picture);
}
