import { formatDate } from '../../src/lib/i18n/format.ts';
import type { Charts } from '../../src/lib/lesson/charts.ts';
import { fogChart } from '../experiments/fog/chart.ts';
import recorded from '../recorded/fog.json';

export const charts: Charts = {
  castle: (language) => ({
    ...fogChart(recorded.result.steps, language),
    provenance: {
      kind: 'recorded',
      text: `${formatDate(recorded.recorded, language)}; ${recorded.command}`,
    },
  }),
};
