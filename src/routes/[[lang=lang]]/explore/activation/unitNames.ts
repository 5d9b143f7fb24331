/** Numbers of the network by name. */
import type { audit } from '$lib/i18n/messages/audit.ts';
import type { explore } from '$lib/i18n/messages/explore.ts';
import type { NetworkUnit } from '$lib/state/audit.svelte.ts';
import type { InspectedPage } from '$lib/state/inspectedPage.svelte.ts';
import { colourOf } from '$lib/viz/pictureChannels.ts';
import { className } from '$lib/viz/className.ts';

/** A channel's name: a class where there is one for each, a colour in the picture, else its number. */
export function channelName(
  view: InspectedPage,
  words: (typeof audit)['en'],
  colours: (typeof explore)['en']['inspector']['channel']['colours'],
  { node, channel }: Pick<NetworkUnit, 'node' | 'channel'>,
): string {
  const shape = view.network.factsByNode.get(node)?.shape;
  // What a sum of the pass before came from may be gone from the network of this one.
  if (shape?.length !== 1) {
    const isPicture = node === view.network.graph.nodes[0].id;
    const colour = isPicture ? colourOf(view.pictureChannels, channel) : null;
    return words.sum.channel(channel) + (colour === null ? '' : ` (${colours[colour]})`);
  }
  const { labels } = view.explorer;
  return labels.length === shape[0] ? className(labels[channel]) : words.sum.feature(channel);
}
