/** What the channels of a network's picture are, in order. He's release reads blue first. */
export type PictureChannels = 'BGR' | 'RGB' | 'grey';

/** Which of blue, green and red (0, 1, 2) a channel is; null where the picture has no colours. */
export function colourOf(channels: PictureChannels, channel: number): number | null {
  if (channels === 'grey') return null;
  return channels === 'BGR' ? channel : 2 - channel;
}
