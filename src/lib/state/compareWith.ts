/** What the chosen node's value is compared with: how it is written in a URL, and what has to be computed for it. */
import type { Graph } from '../model/architecture/graph.ts';
import type { Rewrite } from '../model/architecture/rewrite.ts';
import type { Parameter } from './parameters.ts';
import { ownPicture, type PictureSource } from './pictureSource.ts';

/** With the same node for another sample, in the network without interventions; or with another node. */
export type CompareWith =
  | { readonly kind: 'picture'; readonly sample: string }
  | { readonly kind: 'unmodified' }
  | { readonly kind: 'node'; readonly node: string };

/** 'picture:koala', 'unmodified', 'node:res4c'; '' for nothing. */
export function formatCompareWith(compare: CompareWith | null): string {
  switch (compare?.kind) {
    case 'picture':
      return `picture:${compare.sample}`;
    case 'node':
      return `node:${compare.node}`;
    case 'unmodified':
      return 'unmodified';
    default:
      return '';
  }
}

/** Nothing, unless one of these samples and nodes is asked for. */
export function compareWithParameter(
  samples: readonly string[],
  nodes: readonly string[],
): Parameter<CompareWith | null> {
  return {
    fallback: null,
    parse: (text) => {
      if (text === 'unmodified') return { kind: 'unmodified' };
      const [, kind, name] = /^(picture|node):(.+)$/.exec(text) ?? [];
      if (kind === 'picture' && samples.includes(name)) return { kind, sample: name };
      if (kind === 'node' && nodes.includes(name)) return { kind, node: name };
      return undefined;
    },
    format: formatCompareWith,
  };
}

/** What is to be computed for the other side; a picture of null is the current one. */
export interface SidePlan {
  readonly node: string;
  readonly rewrites: readonly Rewrite[];
  readonly picture: PictureSource | null;
}

/** Why there is nothing to compare with: a picture has not been chosen yet, both would be the same, a node is not there. */
export type NoSide = 'chooseFile' | 'noInterventions' | 'nodeMissing';

export interface SideOptions {
  readonly compare: CompareWith;
  /** The chosen node, and the interventions. */
  readonly node: string;
  readonly rewrites: readonly Rewrite[];
  /** With the interventions, and as it was trained. */
  readonly graph: Graph;
  readonly trained: Graph;
  sampleOf(id: string): PictureSource;
}

/** The plan for a comparison, or why there is none. */
export function planSide({
  compare,
  node,
  rewrites,
  graph,
  trained,
  sampleOf,
}: SideOptions): SidePlan | NoSide {
  const has = ({ nodes }: Graph, id: string) => nodes.some((one) => one.id === id);
  switch (compare.kind) {
    case 'picture':
      return { node, rewrites, picture: sampleOf(compare.sample) };
    case 'unmodified':
      if (rewrites.length === 0) return 'noInterventions';
      return has(trained, node) ? { node, rewrites: [], picture: null } : 'nodeMissing';
    case 'node':
      return has(graph, compare.node) ? { node: compare.node, rewrites, picture: null } : 'nodeMissing';
  }
}

/** The plan for a picture of the reader's own. */
export function planOwn(file: File | null, node: string, rewrites: readonly Rewrite[]): SidePlan | NoSide {
  return file ? { node, rewrites, picture: ownPicture(file) } : 'chooseFile';
}
