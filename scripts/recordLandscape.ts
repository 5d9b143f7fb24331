/**
 * Records the loss round a trained plain and a trained residual network, 56 layers each, on two planes:
 * node scripts/run.mjs scripts/recordLandscape.ts [plain|residual]. Files that are there are kept: delete one to make it
 * again.
 */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defaultLandscape, type LandscapeOptions } from '../src/lib/model/protocol/landscape.ts';
import { defaultTraining, type TrainingOptions } from '../src/lib/model/protocol/training.ts';
import { landscapeOf, train } from './commands/landscape.ts';
import { withoutNonFinite } from './commands/numbers.ts';

const folder = join(import.meta.dirname, '../static/recordings/landscape');
const nets = ['plain', 'residual'] as const;
const planes = ['random', 'trajectory'] as const;

const training = { ...defaultTraining, depth: 56, steps: 300, schedule: 'cosine' } as const;
const view = { ...defaultLandscape, resolution: 25 };

export async function main(chosen: string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const net of nets.filter((net) => chosen.length === 0 || chosen.includes(net))) {
    const missing = planes.filter((plane) => !existsSync(path(net, plane)));
    if (missing.length === 0) continue;
    const trained = await train('gratings', {}, { ...training, net });
    tell(`${net}: trained, loss ${trained.about.training.lastLoss}`);
    for (const plane of missing) {
      const onRow = (row: number) => tell(`${net}, ${plane}: row ${row + 1} of ${view.resolution}`);
      const found = await landscapeOf(trained, { ...view, plane }, onRow);
      const recording = {
        command: command({ ...training, net }, { ...view, plane }),
        recorded: new Date().toISOString(),
        ...found,
      };
      await writeFile(path(net, plane), `${JSON.stringify(withoutNonFinite(recording), rounded)}\n`);
    }
    trained.run.dispose();
  }
}

const path = (net: string, plane: string) => join(folder, `gratings-${net}-${training.depth}-${plane}.json`);
const tell = (what: string) => void process.stderr.write(`${what}\n`);

/** Four digits are more than a drawing shows. */
const rounded = (_: string, value: unknown) =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;

function command({ net, depth, steps, schedule }: TrainingOptions, { plane, resolution }: LandscapeOptions) {
  return `npm run -s atlas -- landscape --plane ${plane} --resolution ${resolution} --depth ${depth} --net ${net} --steps ${steps} --schedule ${schedule} --json`;
}
