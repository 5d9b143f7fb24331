import {
  mathematics,
  published,
  recorded as fromRun,
  type Values,
} from '../../src/lib/lesson/values/value.ts';
import { contrastThreshold, extinctionOf, transmission, usualFog } from '../../src/lib/model/feeding.ts';
import recorded from '../recorded/fog.json';

const at = (visibility: number | null) =>
  recorded.result.steps.find((step) => step.visibility === visibility)!;
const share = (value: number) => fromRun(value, recorded.command, { percent: true, digits: 0 });
const percent = { unit: '%', digits: 1 } as const;

export const values: Values = {
  visualRange: mathematics(-Math.log(contrastThreshold), '−ln 0.02', { digits: 3 }),
  opticalRange: mathematics(-Math.log(0.05), '−ln 0.05', { digits: 3 }),
  extinction: mathematics(extinctionOf(1000), '3.912 / 1000', { digits: 4 }),
  nearShare: mathematics(transmission({ ...usualFog, visibility: 200 }, 0), 'e^(−0.01956 · 5)', {
    percent: true,
    digits: 0,
  }),
  farShare: mathematics(transmission({ ...usualFog, visibility: 200 }, 1), 'e^(−0.01956 · 200)', {
    percent: true,
    digits: 0,
  }),
  clear: share(at(null).probability),
  at1000: share(at(1000).probability),
  at400: share(at(400).probability),
  at200: share(at(200).probability),
  contrast1000: share(at(1000).contrast),
  contrast400: share(at(400).contrast),
  contrast200: share(at(200).contrast),
  accuracy: published(
    94.8,
    'li2019reside',
    { en: 'SOTS, told apart as fog or clear', zh: 'SOTS，区分有雾与晴朗' },
    percent,
  ),
};
