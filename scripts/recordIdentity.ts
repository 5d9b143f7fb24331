/**
 * Records what the page on identity shortcuts shows before anything runs, with the commands that repeat it:
 * node scripts/run.mjs scripts/recordIdentity.ts   (some minutes)
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { InitialisationReport } from '../src/lib/model/protocol/initialisation.ts';
import {
  identityArguments,
  identityDepths,
  identityFigures,
  identityId,
  identityNetworks,
  identityTable,
} from '../src/lib/state/gradients/identityNetworks.ts';
import { shortened } from '../src/lib/state/gradients/networkFigures.ts';
import { parseState } from '../src/lib/state/parameters.ts';
import { run as init } from './commands/init.ts';

const folder = join(import.meta.dirname, '../src/lib/state/recordings');
const seed = 0;
/** The deepest take long, and seeds change little in them. */
const seedsOf = (depth: number) => (depth > 100 ? 1 : 3);

export async function main(): Promise<void> {
  let backend = '';
  const commands: string[] = [];
  const networks: Record<string, unknown> = {};
  for (const depth of identityDepths)
    for (const network of identityNetworks(parseState(identityTable, `depth=${depth}`).state)) {
      const options = identityArguments(network, { seed, seeds: seedsOf(network.depth) });
      const result = (await init(options)).result as InitialisationReport & { readonly backend: string };
      backend = result.backend;
      commands.push(['npm run -s atlas -- init', ...options, '--json'].join(' '));
      networks[identityId(network)] = shortened(identityFigures(result));
      process.stderr.write(`Recorded ${identityId(network)}.\n`);
    }
  const recording = { commands, recorded: new Date().toISOString(), backend, seed, networks };
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'identity.json');
  await writeFile(
    file,
    await format(JSON.stringify(recording), { ...(await resolveConfig(file)), parser: 'json' }),
  );
}
