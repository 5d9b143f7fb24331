/** In which order channels are shown. `std`: by variance, which gives the same order. */
export const channelOrders = ['index', 'mean', 'max', 'std', 'zeros', 'gradient'] as const;

export type ChannelOrder = (typeof channelOrders)[number];

/** What channels are ordered by; a measure may still be missing. */
export type ChannelMeasures = Readonly<
  { mean: Float32Array } & Partial<Record<Exclude<ChannelOrder, 'index'>, Float32Array>>
>;

/**
 * Channel indices in an order: ascending by index, else by the measure, largest first, ties by index. By mean where the
 * measure is missing.
 */
export function orderChannels(order: ChannelOrder, channels: ChannelMeasures): Uint32Array {
  const indices = Uint32Array.from(channels.mean, (_, i) => i);
  if (order === 'index') return indices;
  const measure = channels[order] ?? channels.mean;
  return indices.sort((a, b) => measure[b] - measure[a] || a - b);
}
