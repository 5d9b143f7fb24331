/** Charts of lesson 2. */
import type { Charts } from '../../src/lib/lesson/charts.ts';
import recording from '../../src/lib/state/recordings/refinement.json' with { type: 'json' };
import { ratios } from '../values/residual-block.ts';

const words = {
  en: {
    description: 'The ratio of the norms of F and x in each of the sixteen blocks of ResNet-50.',
    x: 'block',
    y: '‖F‖ / ‖x‖, mean over the sample pictures',
    name: 'ResNet-50',
  },
  zh: {
    description: 'ResNet-50 十六个块中 F 与 x 的范数之比。',
    x: '块',
    y: '‖F‖ / ‖x‖，各示例图片的平均',
    name: 'ResNet-50',
  },
};

export const charts: Charts = {
  ratio: (language) => {
    const t = words[language];
    return {
      description: t.description,
      x: { label: t.x, categories: ratios.map(({ id }) => id) },
      y: { label: t.y, kind: 'linear', include: [0] },
      series: [
        {
          id: 'ratio',
          name: t.name,
          colour: 'var(--residual)',
          form: 'bars',
          points: ratios.map(({ ratio }, x) => ({ x, y: ratio })),
        },
      ],
      provenance: { kind: 'recorded', text: recording.commands[0] },
    };
  },
};
