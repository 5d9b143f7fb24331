import type { FlowNetworkText } from '$lib/i18n/messages/gradientFlow.en.ts';
import { presetOf, type FlowNetwork } from '$lib/state/gradients/flowNetwork.ts';

/** What a message about a network needs to know of it. */
export const networkText = (network: FlowNetwork): FlowNetworkText => ({
  ...network,
  preset: presetOf(network),
});
