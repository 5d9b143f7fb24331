/** What the page that looks into trained networks has in its URL. */
import { oneOf, wholeNumber, type Parameter, type StateOf } from '../parameters.ts';
import { urlTable } from '../url.ts';

/** A word whose meaning the opened network decides. */
const word = (pattern: RegExp, fallback: string): Parameter<string> => ({
  fallback,
  parse: (text) => (pattern.test(text) ? text : undefined),
  format: (value) => value,
});

const { channel, cell, blend, sort, scale, map } = urlTable.explore;

/** Tabs of the inspector: code is exported for whole networks, on the race's page. */
export const insideTabs = ['activations', 'operation', 'weights'] as const;
export const lesionKinds = ['removeBlock', 'cutShortcut'] as const;

/** The first convolution: its maps are the first that a network makes of the picture. */
export const firstNode = 'stem_conv';

export const insideTable = {
  /** The network, as the race names it; none: the first residual one. */
  network: word(/^[\w-]{1,60}$|^$/, ''),
  /** Of its runs. */
  run: wholeNumber(0, 1_000_003, 0),
  /** Among the pictures that networks are looked into with. */
  picture: wholeNumber(0, 255, 0),
  node: word(/^\w{1,60}$/, firstNode),
  channel,
  cell,
  tab: oneOf(insideTabs, 'activations'),
  blend,
  sort,
  scale,
  /** Interventions, see `edits.ts`. */
  edits: word(/^[\w.,-]{0,4000}$/, ''),
  map,
  /** What is taken from each block in turn. */
  lesion: oneOf(lesionKinds, 'removeBlock'),
} as const;

export type InsideState = StateOf<typeof insideTable>;
