import type { BlockId } from '../architecture/graph.ts';

export interface SmallLesionsOptions {
  /** 6n + 2 layers, 8 filters wide. */
  readonly depth: number;
  /** Of training, in batches of 32 gratings. */
  readonly steps: number;
  readonly seed: number;
  /** Held-out gratings that the networks are tested on; 512 when absent. */
  readonly pictures?: number;
}

export type SmallNetwork = 'plain' | 'residual';

/** Shares of held-out gratings whose class the network tells, batch norm with its moving statistics. */
export interface SmallNetworkLesions {
  /** Of the whole network. */
  readonly base: number;
  /** Without one block; what opens a stage is replaced by what an option A shortcut makes of its input. */
  readonly blocks: Readonly<Record<BlockId, number>>;
  /** Mean over the last twenty steps of training. */
  readonly trainingLoss: number;
}

export type SmallLesionsReport = Readonly<Record<SmallNetwork, SmallNetworkLesions>>;

export interface SmallLesionsProgress {
  /** Of the work on both networks: steps of training and networks tested. */
  readonly done: number;
  readonly all: number;
  readonly network: SmallNetwork;
  /** Of the last step; null once the network is trained. */
  readonly loss: number | null;
  /** What is known of this network's lesions so far; null before any. */
  readonly base: number | null;
  readonly blocks: Readonly<Record<BlockId, number>>;
}

export interface SmallLesionRequests {
  /** Trains a plain and a residual network on gratings, then takes each block away in turn. */
  smallLesions: {
    request: SmallLesionsOptions;
    response: SmallLesionsReport;
    progress: SmallLesionsProgress;
  };
}
