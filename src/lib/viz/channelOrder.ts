/** In which order channels are shown. */
export const channelOrders = ['index', 'mean', 'max', 'std', 'zeros'] as const;

export type ChannelOrder = (typeof channelOrders)[number];

/** Channel indices in an order: ascending by index, else by the measure, largest first, ties by index. */
export function orderChannels(
  order: ChannelOrder,
  channels: Readonly<Record<Exclude<ChannelOrder, 'index'>, Float32Array>>,
): Uint32Array {
  const indices = Uint32Array.from(channels.mean, (_, i) => i);
  if (order === 'index') return indices;
  const measure = channels[order];
  return indices.sort((a, b) => measure[b] - measure[a] || a - b);
}
