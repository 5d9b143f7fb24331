/** From the recording of the page on initialisation; what that has not got is run. */
import {
  configurationOf,
  networkIds,
  resultOf,
  type NetworkId,
} from '../../content/experiments/normalisation/networks.ts';
import type { InitialisationReport } from '../../src/lib/model/protocol/initialisation.ts';
import { commandLine, initArguments } from '../../src/lib/state/gradients/initialisationCommands.ts';
import { recordedNetworks, recording } from '../../src/lib/state/gradients/initialisationRecording.ts';
import {
  figuresOf,
  pack,
  unpack,
  type NetworkFigures,
} from '../../src/lib/state/gradients/networkFigures.ts';
import { run as init } from '../commands/init.ts';

const seed = 0;
const seeds = 3;
const optionsOf = (id: NetworkId) => initArguments(configurationOf(id), seed, seeds);

async function measured(id: NetworkId): Promise<NetworkFigures> {
  const { result } = await init(optionsOf(id));
  return unpack(pack(figuresOf(result as InitialisationReport)));
}

export async function record() {
  const figures = new Map<NetworkId, NetworkFigures>();
  for (const id of networkIds) figures.set(id, recordedNetworks[id] ?? (await measured(id)));
  return {
    result: resultOf((id) => figures.get(id)!),
    command: networkIds.map((id) => commandLine('init', optionsOf(id))).join('\n'),
    recorded: recording.recorded,
    backend: recording.backend,
  };
}
