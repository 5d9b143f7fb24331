import type { explore } from '$lib/i18n/messages/explore.en.ts';
import type { Node } from '$lib/model/architecture/graph.ts';
import type { Explorer } from '$lib/state/explorer.svelte.ts';
import type { Unit } from '$lib/viz/outline.ts';

/** A unit's name in the reader's language. */
export function unitName(unit: Unit, t: (typeof explore)['map']): string {
  return unit.kind === 'block' ? t.block(unit.id) : t.units[unit.kind];
}

/** The same within a sentence: 'block 4d', 'the stem'. */
export function unitInText(unit: Unit, { inText }: (typeof explore)['map']): string {
  return unit.kind === 'block' ? inText.block(unit.id) : inText[unit.kind];
}

/** Where a node of a unit stands, in words: 'block 4d, on the residual branch F'. */
export function placeOfNode(
  { id, branch }: Node,
  unit: Unit,
  t: (typeof explore)['inspector']['place'],
): string {
  if (unit.kind !== 'block') return t[unit.kind];
  if (branch) return t[branch](unit.id);
  return id === unit.output ? t.output(unit.id) : t.sum(unit.id);
}

/** The name under which a unit's weights are stored: the block's, or the first node's that has any. */
export function shardOf(unit: Unit): string {
  if (unit.kind === 'block') return unit.id;
  return unit.nodes.find(({ kind }) => kind === 'conv' || kind === 'dense')?.id ?? unit.id;
}

/** Whether a unit's weights are here. */
export function hasWeights({ weights }: Explorer, unit: Unit): boolean {
  return weights.complete || (weights.shards.get(shardOf(unit))?.complete ?? false);
}

/** The unit that the pass under way comes to next, and whether its weights are here. */
export function nextUnit(
  explorer: Explorer,
  units: readonly Unit[],
): { unit: Unit; hasWeights: boolean } | null {
  const unit = units.find(({ id, kind }) => kind !== 'input' && explorer.units[id]?.run !== explorer.run);
  return unit ? { unit, hasWeights: hasWeights(explorer, unit) } : null;
}
