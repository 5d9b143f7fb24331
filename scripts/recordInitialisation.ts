/**
 * Records what the page on networks at initialisation shows before anything runs, with the commands that repeat it:
 * node scripts/run.mjs scripts/recordInitialisation.ts   (all networks of the page's examples; some minutes)
 */
import { mkdir, writeFile } from 'node:fs/promises';
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
import { figuresOf, pack, shortened } from '../src/lib/state/gradients/networkFigures.ts';
import { presets } from '../src/lib/state/gradients/presets.ts';
import { stepNets, type StepNet } from '../src/lib/state/gradients/stepSettings.ts';
import { run as firstSteps } from './commands/first-steps.ts';
import { run as init } from './commands/init.ts';

const folder = join(import.meta.dirname, '../src/lib/state/recordings');
const seed = 0;
/** In ResNet-50 a seed takes long, and changes little. */
const seedsOf = ({ size }: NetworkConfiguration) => (size === 'resnet50' ? 1 : 3);
const settings = { depth: 56, rate: 0.05, steps: 20, seed };

/** Every network of an example, once. */
const configurations = new Map(
  Object.values(presets).flatMap((networks) =>
    networks.map((one): [string, NetworkConfiguration] => [formatConfiguration(one), one]),
  ),
);

export async function main(): Promise<void> {
  let backend = '';
  const commands: string[] = [];
  const networks: Record<string, unknown> = {};
  for (const [id, configuration] of configurations) {
    const options = initArguments(configuration, seed, seedsOf(configuration));
    const result = (await init(options)).result as InitialisationReport & { readonly backend: string };
    backend = result.backend;
    commands.push(commandLine('init', options));
    // What is not finite is text already, as it stays.
    networks[id] = pack(figuresOf(result));
    process.stderr.write(`Recorded ${id}.\n`);
  }
  const curves: Partial<Record<StepNet, unknown>> = {};
  for (const net of stepNets) {
    const options = stepArguments(net, settings);
    const { steps } = (await firstSteps(options)).result as { readonly steps: readonly StepFigures[] };
    commands.push(commandLine('first-steps', options));
    curves[net] = steps.map(shortened);
    process.stderr.write(`Recorded the first steps, ${net}.\n`);
  }
  const recording = {
    commands,
    recorded: new Date().toISOString(),
    backend,
    seed,
    networks,
    firstSteps: { settings, curves },
  };
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'initialisation.json');
  const style = { ...(await resolveConfig(file)), parser: 'json' };
  await writeFile(file, await format(JSON.stringify(recording), style));
}
