import type { Graph } from '$lib/model/architecture/graph.ts';
import { receptiveFields } from '$lib/model/architecture/receptiveField.ts';
import type { AttributionMap } from '$lib/model/protocol.ts';
import type { AttributionSettings } from '$lib/state/attribution.svelte.ts';
import type { ExploreState } from '$lib/state/url.ts';
import { colourScale, type ColourScale } from '$lib/viz/colour.ts';
import type { MapGeometry } from '$lib/viz/mapFrame.ts';

/** The picture's side in the network, in pixels. */
export const side = 224;

/** What of the page's state a map depends on. */
export function settingsOf(state: ExploreState): AttributionSettings {
  const { method } = state;
  switch (method) {
    case 'gradCam':
      return { method, block: state.camBlock };
    case 'smoothGrad':
      return { method, samples: state.samples, seed: state.seed };
    case 'occlusion':
      return { method, side: Number(state.square) };
    default:
      return { method };
  }
}

/** Where a map's positions lie; null where its node has no place on the picture. */
export function geometryOf(graph: Graph, { node }: AttributionMap): MapGeometry | null {
  return receptiveFields(graph).get(node) ?? null;
}

/** Methods whose maps can be negative. */
const isSigned = (method: ExploreState['method']) => method === 'cam' || method === 'occlusion';

/** One scale for all values of these maps. */
export function scaleOf(method: ExploreState['method'], maps: readonly AttributionMap[]): ColourScale {
  let [count, sum, squares, min, max] = [0, 0, 0, 0, 0];
  for (const { values } of maps) {
    for (const value of values) {
      count++;
      sum += value;
      squares += value * value;
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
  }
  const mean = count > 0 ? sum / count : 0;
  const std = count > 0 ? Math.sqrt(Math.max(0, squares / count - mean * mean)) : 0;
  return colourScale({ mean, std, min, max }, isSigned(method));
}
