import { messages } from '$lib/i18n/index.ts';
import { inside } from '$lib/i18n/messages/inside.ts';
import { interventions } from '$lib/i18n/messages/interventions.ts';
import type { InsideNetwork } from '$lib/state/compare/insideNetwork.svelte.ts';

/** A run's name for its reader: 'plain-20 0' is the network plain-20 with seed 0. */
export function runName(id: string): string {
  const at = id.lastIndexOf(' ');
  return messages(inside).network.option(id.slice(0, at), Number(id.slice(at + 1)));
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
