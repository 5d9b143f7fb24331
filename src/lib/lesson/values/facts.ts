/** `facts.…`: what many lessons say, true by arithmetic or published once. */
import { published, mathematics, type Values } from './value.ts';

const top1 = { unit: '%', digits: 2 } as const;

export const values: Values = {
  ln8: mathematics(Math.log(8), 'ln 8', { digits: 3 }),
  ln10: mathematics(Math.log(10), 'ln 10', { digits: 3 }),
  ln1000: mathematics(Math.log(1000), 'ln 1000', { digits: 3 }),
  paths16: mathematics(2 ** 16, '2^16'),
  /** ImageNet validation, ten crops. */
  plain18: published(27.94, 'he2015', 'Table 2, 10-crop, top-1 error, validation set', top1),
  plain34: published(28.54, 'he2015', 'Table 2, 10-crop, top-1 error, validation set', top1),
  resnet18: published(27.88, 'he2015', 'Table 2, 10-crop, top-1 error, validation set', top1),
  resnet34: published(25.03, 'he2015', 'Table 2, 10-crop, top-1 error, validation set', top1),
};
