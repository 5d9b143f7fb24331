/** Looking into a network that was trained here (`training/inside.ts`), with the requests of the trained network. */
import type { BlockId, Graph } from '../architecture/graph.ts';
import type { MapsReport } from '../protocol.ts';

/** The pictures that networks are looked into with: the same for every run on the task. */
export interface InsidePictures {
  /** [n, height, width, channels], as the network gets them. */
  readonly inputs: Float32Array;
  /** n indices of classes. */
  readonly labels: Int32Array;
}

/** A run's network at the step that it has come to. */
export interface OpenedNetwork {
  readonly graph: Graph;
  /** Steps that it has been trained for. */
  readonly step: number;
}

/** What is taken from a block: its residual branch, or its shortcut. */
export type BlockLesion = 'removeBlock' | 'cutShortcut';

/** How much of the pictures a network gets right, whole and with a lesion in one block at a time. */
export interface BlockLesions {
  readonly step: number;
  /** Share of `pictures` whose most probable class is theirs, of the whole network; null while it is not known. */
  readonly whole: number | null;
  readonly blocks: Readonly<Record<BlockId, number>>;
  readonly pictures: number;
}

export interface InsideRequests {
  /** Never trained on where the task has such pictures, new ones where there is no end of them. */
  insidePictures: { request: Record<never, never>; response: InsidePictures; progress: never };
  /**
   * The run's network as it is now takes the place of the one that is asked about, with one of those pictures as the
   * current one: `forward`, `maps`, `audit`, `weights` and all others of the host tell of it then. Batch norm reads its
   * moving statistics.
   */
  openInside: {
    request: { readonly run: string; readonly picture: number };
    response: OpenedNetwork;
    progress: never;
  };
  /** A node's value and the classes' probabilities in a run's network as it is now, beside the one that is open. */
  insideValues: {
    request: { readonly run: string; readonly picture: number; readonly node: string };
    response: { readonly maps: MapsReport; readonly probabilities: Float32Array };
    progress: never;
  };
  /** A plain network has no shortcuts: of one its block is replaced by the identity, or option A's where the shape changes. */
  blockLesions: {
    request: { readonly run: string; readonly lesion: BlockLesion };
    response: BlockLesions;
    progress: BlockLesions;
  };
}
