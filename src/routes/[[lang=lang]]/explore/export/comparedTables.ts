import { differencesTable, pairTable } from '$lib/export/tables.ts';
import type { exporting } from '$lib/i18n/messages/export.en.ts';
import type { MapsReport } from '$lib/model/protocol.ts';
import type { ExploreState } from '$lib/state/url.ts';
import { compareMaps, orderByDifference, sameShape } from '$lib/viz/comparison.ts';

/** What there is to save of two values beside each other; nothing where their shapes differ. */
export function comparedTables(
  a: MapsReport,
  b: MapsReport,
  { channel, compareSort }: Pick<ExploreState, 'channel' | 'compareSort'>,
  words: (typeof exporting)['tables'],
) {
  if (!sameShape(a, b)) return [];
  const all = {
    id: 'differences',
    text: words.differences,
    table: () => differencesTable(compareMaps(a, b)),
  };
  if (a.shape.length === 1) return [all];
  const pair = () => {
    const found = compareMaps(a, b);
    const isThere = channel !== null && channel < a.shape[2];
    return pairTable(a, b, found, isThere ? channel : orderByDifference(compareSort, found.channels)[0]);
  };
  return [all, { id: 'channel', text: words.pair, table: pair }];
}
