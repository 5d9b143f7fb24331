import { mapTable, statisticsTable, vectorTable } from '$lib/export/tables.ts';
import type { exporting } from '$lib/i18n/messages/export.en.ts';
import type { MapsReport } from '$lib/model/protocol.ts';
import type { ExploreState } from '$lib/state/url.ts';
import { orderChannels } from '$lib/viz/channelOrder.ts';

/** What there is to save of a node's value: its statistics and the channel that is shown large, or all entries. */
export function valueTables(
  maps: MapsReport,
  { channel, sort }: Pick<ExploreState, 'channel' | 'sort'>,
  labels: readonly string[],
  words: (typeof exporting)['tables'],
) {
  if (maps.shape.length === 1) {
    const names = labels.length === maps.values.length ? labels : null;
    return [{ id: 'values', text: words.vector, table: () => vectorTable(maps, names) }];
  }
  const large = channel !== null && channel < maps.shape[2] ? channel : orderChannels(sort, maps.channels)[0];
  return [
    { id: 'channels', text: words.statistics, table: () => statisticsTable(maps) },
    { id: `channel-${large}`, text: words.map(large), table: () => mapTable(maps, large) },
  ];
}
