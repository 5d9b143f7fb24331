import { formatDate, formatFigure } from '../../src/lib/i18n/format.ts';
import type { Charts } from '../../src/lib/lesson/charts.ts';
import { commandLine, stepArguments } from '../../src/lib/state/gradients/initialisationCommands.ts';
import { recordedNetworks, recording } from '../../src/lib/state/gradients/initialisationRecording.ts';
import { stepNets } from '../../src/lib/state/gradients/stepSettings.ts';
import { styleOf } from '../../src/lib/ui/chart/series.ts';
import { gradientChart } from '../experiments/normalisation/chart.ts';
import { words } from '../experiments/normalisation/words.ts';

const { curves, settings, recorded } = recording.firstSteps;

export const charts: Charts = {
  gradients: (language) => ({
    ...gradientChart((id) => recordedNetworks[id], language),
    provenance: {
      kind: 'recorded',
      text: `${formatDate(recording.recorded, language)}; ${words[language].recorded}`,
    },
  }),

  steps: (language) => {
    const t = words[language].steps;
    const series = stepNets.map((net, index) => ({
      id: net,
      name: t.nets[net],
      ...styleOf(index),
      points: curves[net].map(({ step, firstGradient, lastGradient }) => ({
        x: step,
        y: firstGradient / lastGradient,
      })),
    }));
    const spans = series.map(({ name, points }) =>
      t.span(name, formatFigure(points[0].y, language), formatFigure(points.at(-1)!.y, language)),
    );
    return {
      description: t.chart(spans),
      x: { label: t.step },
      y: { label: t.axis, kind: 'log' },
      series,
      references: [{ value: 1, text: t.balanced }],
      provenance: {
        kind: 'recorded',
        text: `${formatDate(recorded, language)}; ${commandLine('first-steps', stepArguments('plain', settings))}`,
      },
    };
  },
};
