import { formatDate } from '../../src/lib/i18n/format.ts';
import type { Charts } from '../../src/lib/lesson/charts.ts';
import recording from '../../src/lib/state/recordings/gradients-kitten.json' with { type: 'json' };
import { flowChart } from '../experiments/gradient-flow/chart.ts';
import { words } from '../experiments/gradient-flow/words.ts';

const { skips, cut } = recording.runs;

export const charts: Charts = {
  norms: (language) => ({
    ...flowChart({ skips: skips.blocks, cut: cut.blocks }, language),
    provenance: {
      kind: 'recorded',
      text: `${formatDate(recording.recorded, language)}; ${words[language].recorded}`,
    },
  }),
};
