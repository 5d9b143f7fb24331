import { styleOf, type ChartSeries } from '../../../src/lib/ui/chart/series.ts';
import { grouped, groups, type GroupId } from './groups.ts';

/** The pictures on two axes, a series for each group. */
export const planeSeries = (
  plane: readonly (readonly number[])[],
  names: Readonly<Record<GroupId, string>>,
): ChartSeries[] =>
  groups.map(({ id }, label) => ({
    id,
    name: names[id],
    ...styleOf(label),
    form: 'points',
    points: plane
      .flatMap(([x, y], i) => (grouped[i].label === label ? [{ x, y }] : []))
      .sort((a, b) => a.x - b.x),
  }));
