import type { FlowNetworkText } from '$lib/i18n/messages/gradientFlow.en.ts';
import { flowBlocks, formatNetwork, trained, type FlowNetwork } from '$lib/state/gradients/flowNetwork.ts';

/** What a message about a network needs to know of it. */
export const networkText = (network: FlowNetwork): FlowNetworkText => ({
  ...network,
  allCut: network.cut.length === flowBlocks.length,
});

export const isTrained = (network: FlowNetwork): boolean => formatNetwork(network) === formatNetwork(trained);
