/** The state of each page that is in its URL: one table of names, types and defaults. */
import { blocksOf } from '../model/architecture/blocks.ts';
import { leastCutSide, type PictureCut } from '../model/pictureCut.ts';
import { additionMeasures, type Place } from '../viz/addition.ts';
import { channelOrders } from '../viz/channelOrder.ts';
import { differenceOrders } from '../viz/comparison.ts';
import { overlayModes } from '../viz/overlay.ts';
import { attributionMethods, occlusionSides } from './attribution.svelte.ts';
import { compareWithParameter } from './compareWith.ts';
import { encodings } from '../viz/encoding.ts';
import { formatPlace, parsePlace, wholePlace, type MapPlace } from '../viz/mapPlace.ts';
import { exportTargets } from '../model/export/export.ts';
import { formatEdits, parseEdits, type Edits } from './edits.ts';
import { modelParameter } from './drawnModel.ts';
import { oneOf, wholeNumber, wholeNumberOrNone, type Parameter, type StateOf } from './parameters.ts';
import { resnet50 } from './resnet50.ts';
import { samples } from './samples.ts';

export function formatCut(cut: PictureCut | null): string {
  if (cut === null) return '';
  return [cut.left, cut.top, cut.side, ...(cut.turn === 0 ? [] : [cut.turn])].join(',');
}

export const backendChoices = ['auto', 'webgpu', 'webgl', 'wasm', 'cpu'] as const;
export const scaleChoices = ['shared', 'channel'] as const;
export const pairScales = ['shared', 'own'] as const;
/** What is shown below the map. */
export const viewChoices = ['sums', 'attribution', 'compare'] as const;
export const inspectorTabs = ['activations', 'operation', 'weights', 'code'] as const;
export type InspectorTab = (typeof inspectorTabs)[number];

const { graph } = resnet50;
export const blockIds = blocksOf(graph).map(({ id }) => id);
/** Of the network as it was trained, and those that interventions add to it. */
const nodes = graph.nodes.flatMap(({ id, kind, block }) => {
  const endsBlock = kind === 'relu' && block !== undefined;
  return [id, `${id}_mute`, ...(endsBlock ? [`${id}_branch_scale`, `${id}_shortcut_scale`] : [])];
});

const edits: Parameter<Edits> = {
  fallback: [],
  parse: (text) => parseEdits(graph, text).edits,
  format: formatEdits,
  leftOut: (text) =>
    parseEdits(graph, text)
      .refused.map((one) => one.text)
      .join(','),
};

/** 'left,top,side' in pixels of the turned picture, and behind them how far it is turned, in degrees, if it is. */
const crop: Parameter<PictureCut | null> = {
  fallback: null,
  parse: (text) => {
    if (text === '') return null;
    const [left, top, side, turn = 0] = text.split(',').map(Number);
    const isCut = /^(\d{1,5},){2}\d{1,5}(,\d{1,3}(\.\d)?)?$/.test(text);
    return isCut && side >= leastCutSide && turn < 360 ? { turn, left, top, side } : undefined;
  },
  format: formatCut,
};

/** 'row.column'. */
const cell: Parameter<Place | null> = {
  fallback: null,
  parse: (text) => {
    const [, row, column] = /^(\d{1,3})\.(\d{1,3})$/.exec(text) ?? [];
    return row === undefined ? undefined : { row: Number(row), column: Number(column) };
  },
  format: (place) => (place ? `${place.row}.${place.column}` : ''),
};

/** Of every page with a picture and a worker: a sample's id, and what is to compute. */
const engineTable = {
  /** A sample's id. A picture of the reader's own is not in the URL. */
  picture: oneOf(
    samples.map(({ id }) => id),
    'red-panda',
  ),
  backend: oneOf(backendChoices, 'auto'),
} as const;

const map: Parameter<MapPlace> = {
  fallback: wholePlace('blocks'),
  parse: parsePlace,
  format: formatPlace,
};

export const urlTable = {
  explore: {
    picture: engineTable.picture,
    /** The square that is cut from the sample, in its own pixels; none: the middle one. */
    crop,
    /** The chosen node. */
    node: oneOf(nodes, 'conv1'),
    /** The chosen channel of that node. */
    channel: wholeNumberOrNone(0, 2047),
    /** What the inspector shows of it; another part where the node has none of this. */
    tab: oneOf(inspectorTabs, 'activations'),
    /** The library that the node's code is written for. */
    library: oneOf(exportTargets, 'pytorch'),
    /** What is shown below the map. */
    view: oneOf(viewChoices, 'sums'),
    /** The chosen cell of that channel's map, whose number is taken apart. */
    cell,
    /** How much the chosen channel's map covers the picture, in per cent. */
    blend: wholeNumber(0, 100, 70),
    sort: oneOf(channelOrders, 'mean'),
    /** One colour scale for all channels, or one for each. */
    scale: oneOf(scaleChoices, 'shared'),
    /** Which figure of the blocks' sums is drawn. */
    figure: oneOf(additionMeasures, 'ratio'),
    /** How it is found what the score of a class rests on. */
    method: oneOf(attributionMethods, 'cam'),
    /** Of which class; none: the most probable one, whichever that is. */
    class: wholeNumberOrNone(0, 999),
    /** A second class beside it. */
    versus: wholeNumberOrNone(0, 999),
    /** At which block's output Grad-CAM looks. */
    camBlock: oneOf(blockIds, '5c'),
    /** SmoothGrad: noisy copies of the picture, and the noise's seed. */
    samples: wholeNumber(1, 64, 16),
    seed: wholeNumber(0, 999_999, 0),
    /** Side of the squares in occlusion, in pixels. */
    square: oneOf(occlusionSides, '48'),
    /** How a map is laid over the picture, and how much it covers, in per cent. */
    overlay: oneOf(overlayModes, 'cells'),
    opacity: wholeNumber(0, 100, 60),
    /** One colour scale for the two classes' maps, or one for each. */
    pair: oneOf(pairScales, 'shared'),
    /** What the chosen node's value is compared with; a file of the reader's own is not in the URL. */
    compare: compareWithParameter(
      samples.map(({ id }) => id),
      nodes,
    ),
    /** In which order channels that differ are shown. */
    compareSort: oneOf(differenceOrders, 'distance'),
    backend: engineTable.backend,
    /** Interventions, see `edits.ts`. */
    edits,
    /** Level of the map, what is in its middle, and how large: 'operations,res4d_branch2b,1.5'. */
    map,
    /** What the map shows by size and shade. */
    encoding: oneOf(encodings, 'none'),
    /** Another network on the map, drawn and costed only, and the chosen node of it. */
    model: modelParameter,
  },
  /** What the experiments on gradients share; each adds a table of its own (`gradients/…`). */
  gradients: engineTable,
  /** What the pages on training share; each adds a table of its own (`compare/…`). */
  compare: {
    // Small networks are many small operations, and every gradient is read: memory that is shared with the processor wins.
    backend: oneOf(backendChoices, 'wasm'),
  },
} as const;

export type ExploreState = StateOf<typeof urlTable.explore>;
