import { blocksOf } from '$lib/model/architecture/blocks.ts';
import type { AdditionReport } from '$lib/model/protocol.ts';
import type { Additions } from '$lib/state/addition.svelte.ts';
import type { ExploreState } from '$lib/state/url.ts';
import { additionParts } from '$lib/viz/addition.ts';
import { orderChannels } from '$lib/viz/channelOrder.ts';
import { resnet50 } from '$lib/state/resnet50.ts';

/** The network's blocks as they were trained, in order. */
export const blocks = blocksOf(resnet50.graph);

/** By node of any graph made of it: the block that holds it. */
export function blockHolding(node: string): string | null {
  // Nodes that an intervention adds are named after one that was there: 'res4d_branch_scale'.
  const nodes = resnet50.graph.nodes.filter(({ id }) => node === id || node.startsWith(`${id}_`));
  const longest = nodes.toSorted((a, b) => b.id.length - a.id.length).at(0);
  return longest?.block ?? null;
}

/** Channels of the chosen node are those of the sum: what is chosen there is chosen here, and in the URL. */
export const sharesChannel = (report: AdditionReport, node: string): boolean =>
  additionParts.some((part) => report[part]?.node === node);

/** The channel of a sum that is shown: the one chosen, else the one whose output is largest on average. */
export function shownChannel(report: AdditionReport, state: ExploreState, additions: Additions): number {
  const own = sharesChannel(report, state.node) ? state.channel : null;
  const wanted = own ?? additions.channel ?? state.channel;
  const isThere = wanted !== null && wanted < report.sum.shape[2];
  return isThere ? wanted : orderChannels('mean', report.output.channels)[0];
}
