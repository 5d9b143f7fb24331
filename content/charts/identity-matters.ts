import { formatDate } from '../../src/lib/i18n/format.ts';
import type { Charts } from '../../src/lib/lesson/charts.ts';
import { identityId } from '../../src/lib/state/gradients/identityNetworks.ts';
import { identityRecording } from '../../src/lib/state/gradients/identityRecording.ts';
import { gradientChart } from '../experiments/identity-matters/chart.ts';
import { networkNames, networks } from '../experiments/identity-matters/networks.ts';
import { words } from '../experiments/identity-matters/words.ts';

const gradients = Object.fromEntries(
  networkNames.map((name) => [name, identityRecording.networks[identityId(networks[name])]!.gradient]),
);

export const charts: Charts = {
  gradients: (language) => ({
    ...gradientChart(gradients, language),
    provenance: {
      kind: 'recorded',
      text: `${formatDate(identityRecording.recorded, language)}; ${words[language].recorded}`,
    },
  }),
};
