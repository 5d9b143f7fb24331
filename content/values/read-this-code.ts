/** Numbers of lesson 17, read from what its programs printed. */
import { published, recorded, type NumberStyle, type Values } from '../../src/lib/lesson/values/value.ts';
import outputs from '../experiments/read-this-code/outputs.json' with { type: 'json' };

type Name = keyof typeof outputs.runs;

/** The first number that the pattern captures in a program's output. */
function read(name: Name, pattern: RegExp): number {
  const found = pattern.exec(outputs.runs[name].output)?.[1];
  if (found === undefined) throw new Error(`${name}.py did not print ${pattern}.`);
  return Number(found);
}
const printed = (name: Name, pattern: RegExp, style: NumberStyle = {}) =>
  recorded(read(name, pattern), `python3 ${name}.py`, style);
const share = (name: Name, pattern: RegExp, digits: number) =>
  recorded(read(name, pattern) / 100, `python3 ${name}.py`, { percent: true, digits });

/** Classes that the wrong program finds, picture by picture, and the share of the most frequent one. */
const classes = [...outputs.runs.wrong_rescale.output.matchAll(/class +(\d+)/g)].map(([, label]) => label);
const counts = classes.map((one) => classes.filter((other) => other === one).length);

const two = { digits: 2 } as const;
const error = (value: number, en: string, zh: string) =>
  published(
    value,
    'he2016',
    {
      en: `Table 2, test error, CIFAR-10, ResNet-110, ${en}`,
      zh: `Table 2, test error, CIFAR-10, ResNet-110, ${zh}`,
    },
    { unit: '%', digits: 2 },
  );

export const values: Values = {
  collapsed: recorded(Math.max(...counts) / classes.length, 'python3 wrong_rescale.py', {
    percent: true,
    digits: 0,
  }),
  orderWrong: printed('wrong_order', /block 16: mean ([\d.]+)/, two),
  orderMended: printed('mended_order', /block 16: mean ([\d.]+)/, two),
  shrunk: share('mended_order', /block 16: .*: (\d+)%/, 0),
  reluBefore: error(7.84, 'ReLU before addition', 'ReLU 在相加之前'),
  original: error(6.61, 'original', '原来的次序'),
  paddingDifference: printed('wrong_padding', /difference ([\d.]+)/, two),
  paddingLargest: printed('wrong_padding', /largest value ([\d.]+)/, two),
  frozenMoved: share('wrong_frozen', /: ([\d.]+)% apart/, 1),
  camWrong: printed('wrong_gradcam', /bias (-?[\d.]+)/, two),
  camMended: printed('mended_gradcam', /bias (-?[\d.]+)/, two),
  camScore: printed('mended_gradcam', /score ([\d.]+)/, two),
  strideDifference: share('wrong_stride', /difference (\d+)%/, 0),
};
