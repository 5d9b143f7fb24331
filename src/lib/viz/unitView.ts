import type { BlockEdits } from './blockEdits.ts';

/** What the map shows of a unit beyond its place: plain data, whoever computed it. */
export interface UnitView {
  /** URL of the picture in its tile. */
  readonly image: string | null;
  /** The image belongs to an earlier pass. */
  readonly stale: boolean;
  /** Share of its weights that is here, and their sizes; null where it has none or nothing is known. */
  readonly weights: { readonly received: number; readonly bytes: number; readonly complete: boolean } | null;
  /** How long its part of the pass took; null as long as it is not computed. */
  readonly milliseconds: number | null;
  /** Being computed now. */
  readonly busy: boolean;
  /** A vector's largest entries, for the tile of the head: shares of one. */
  readonly bars: readonly number[] | null;
  /** Interventions made in it; null for none. */
  readonly edits: BlockEdits | null;
  /** Nothing is fetched for it or computed in it. */
  readonly drawnOnly?: true;
}

export const blankUnit: UnitView = {
  image: null,
  stale: false,
  weights: null,
  milliseconds: null,
  busy: false,
  bars: null,
  edits: null,
  drawnOnly: true,
};
