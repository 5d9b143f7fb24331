/**
 * Records what the page on networks at initialisation shows before anything runs, with the commands that repeat it:
 * node scripts/run.mjs scripts/recordInitialisation.ts [networks|steps]   (some minutes; without a word: both)
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { InitialisationReport, StepFigures } from '../src/lib/model/protocol/initialisation.ts';
import {
  commandLine,
  initArguments,
  stepArguments,
} from '../src/lib/state/gradients/initialisationCommands.ts';
import {
  formatConfiguration,
  type NetworkConfiguration,
} from '../src/lib/state/gradients/networkConfiguration.ts';
import {
  figuresOf,
  pack,
  shortened,
  type RecordedFigures,
} from '../src/lib/state/gradients/networkFigures.ts';
import { presets } from '../src/lib/state/gradients/presets.ts';
import { stepNets } from '../src/lib/state/gradients/stepSettings.ts';
import { run as firstSteps } from './commands/first-steps.ts';
import { run as init } from './commands/init.ts';

const file = join(import.meta.dirname, '../src/lib/state/recordings/initialisation.json');
const seed = 0;
/** In ResNet-50 a seed takes long, and changes little. */
const seedsOf = ({ size }: NetworkConfiguration) => (size === 'resnet50' ? 1 : 3);
/** More steps than the page shows at first: a reader who asks for them sees how they go on. */
const settings = { depth: 56, rate: 0.05, steps: 60, seed };

/** Every network of an example, once. */
const configurations = new Map(
  Object.values(presets).flatMap((networks) =>
    networks.map((one): [string, NetworkConfiguration] => [formatConfiguration(one), one]),
  ),
);

/** All networks of the page's examples at their initial weights. */
async function recordNetworks() {
  let backend = '';
  const commands: string[] = [];
  const networks: Record<string, RecordedFigures> = {};
  for (const [id, configuration] of configurations) {
    const options = initArguments(configuration, seed, seedsOf(configuration));
    const result = (await init(options)).result as InitialisationReport & { readonly backend: string };
    backend = result.backend;
    commands.push(commandLine('init', options));
    // What is not finite is text already, as it stays.
    networks[id] = pack(figuresOf(result));
    process.stderr.write(`Recorded ${id}.\n`);
  }
  return { commands, recorded: new Date().toISOString(), backend, networks };
}

/** The first steps of both networks. */
async function recordSteps() {
  const commands: string[] = [];
  const curves = { plain: [] as object[], residual: [] as object[] };
  for (const net of stepNets) {
    const options = stepArguments(net, settings);
    const { steps } = (await firstSteps(options)).result as { readonly steps: readonly StepFigures[] };
    commands.push(commandLine('first-steps', options));
    curves[net] = steps.map(shortened);
    process.stderr.write(`Recorded the first steps, ${net}.\n`);
  }
  return { commands, recorded: new Date().toISOString(), settings, curves };
}

export async function main(parts: string[]): Promise<void> {
  const before: object = parts.length > 0 ? JSON.parse(await readFile(file, 'utf8')) : {};
  const recording = {
    ...before,
    ...(parts.includes('steps') ? {} : await recordNetworks()),
    ...(parts.includes('networks') ? {} : { firstSteps: await recordSteps() }),
  };
  const style = { ...(await resolveConfig(file)), parser: 'json' };
  await writeFile(file, await format(JSON.stringify(recording), style));
}
