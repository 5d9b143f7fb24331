import type { InspectedPage } from '$lib/state/inspectedPage.svelte.ts';
import { mapImage } from '$lib/viz/thumbnail.ts';
import type { UnitView } from '$lib/viz/unitView.ts';
import { nextUnit, shardOf } from './units.ts';

/** By unit of the network that runs: what has arrived of it and been computed in it. */
export function unitViews(
  { explorer, network, interventions }: InspectedPage,
  inputImage: string | null,
): ReadonlyMap<string, UnitView> {
  const all = network.sections.flatMap(({ units }) => units);
  const busy = explorer.running ? nextUnit(explorer, all) : null;
  return new Map<string, UnitView>(
    all.map((unit) => {
      const isInput = unit.kind === 'input';
      const computed = explorer.units[unit.id];
      return [
        unit.id,
        {
          image: isInput ? inputImage : computed?.meanMap ? mapImage(computed.meanMap) : null,
          stale: !isInput && computed !== undefined && computed.run !== explorer.run,
          weights: isInput ? null : (explorer.weights.shards.get(shardOf(unit)) ?? null),
          milliseconds: computed?.milliseconds ?? null,
          busy: busy?.unit === unit && busy.hasWeights,
          bars:
            unit.kind === 'head' && explorer.report
              ? explorer.report.top.map(({ probability }) => probability)
              : null,
          edits: interventions.byBlock.get(unit.id) ?? null,
        },
      ];
    }),
  );
}
