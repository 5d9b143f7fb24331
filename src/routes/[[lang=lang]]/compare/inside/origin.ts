import { messages } from '$lib/i18n/index.ts';
import { inside } from '$lib/i18n/messages/inside.ts';
import { interventions } from '$lib/i18n/messages/interventions.ts';
import { race } from '$lib/i18n/messages/race.ts';
import { parseLane } from '$lib/state/compare/laneConfiguration.ts';
import { laneName } from '../laneNames.ts';
import type { InsideNetwork } from '$lib/state/compare/insideNetwork.svelte.ts';

/** A network's name for its reader, by the id of its lane. */
export function networkName(lane: string): string {
  const configuration = parseLane(lane);
  return configuration ? laneName(configuration, messages(race).name) : lane;
}

/** A run's name for its reader: 'plain-20 0' is the network plain-20 with seed 0. */
export function runName(id: string): string {
  const at = id.lastIndexOf(' ');
  return messages(inside).network.option(networkName(id.slice(0, at)), Number(id.slice(at + 1)));
}

/** Where what is seen comes from, for a caption: the network, how far it was trained, the picture, what was changed. */
export function originOf({ run, step, state, explorer }: InsideNetwork): string[] {
  const t = messages(inside);
  const chips = explorer.rewrites.map((rewrite) => messages(interventions).chip(rewrite));
  return [
    [runName(run), t.network.step(step), `${t.picture.title} ${state.picture}`, ...chips].join(' · '),
    explorer.backend?.backend ?? '',
  ];
}
