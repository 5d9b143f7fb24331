import type { BlockId } from './graph.ts';

/** Interventions as plain data: they go into the URL, to the worker and to the command line as they are. */
export type Rewrite =
  | { readonly kind: 'cutShortcut'; readonly block: BlockId }
  | { readonly kind: 'removeBlock'; readonly block: BlockId }
  | { readonly kind: 'scaleBranch'; readonly block: BlockId; readonly factor: number }
  | { readonly kind: 'scaleShortcut'; readonly block: BlockId; readonly factor: number }
  | { readonly kind: 'muteChannel'; readonly node: string; readonly channel: number }
  | { readonly kind: 'swapBlocks'; readonly first: BlockId; readonly second: BlockId };
