import { expect, it } from 'vitest';
import type { Part } from '../../../scripts/vite/lessons/lesson.ts';
import { unaccountedNumbers } from './testing/numbers.ts';

const found = (...parts: (string | Part)[]) =>
  unaccountedNumbers({
    kind: 'paragraph',
    parts: parts.map((part) => (typeof part === 'string' ? { kind: 'text', text: part } : part)),
  });
const cite: Part = { kind: 'cite', text: '(He et al. 2015)' };
const value: Part = { kind: 'value', text: '28.54 %' };

it.each([
  'ResNet-50 and VGG-16 learn CIFAR-10 with conv1, conv3_x, block 4d and float16; top-1 and top-5.',
  'A 3×3 kernel on 224×224×3, then 1 × 1, in the 34-layer network with 10-crop testing; see Table 2 and lesson 3.',
  'In 2015, He et al. wrote it. Keras 3 and PyTorch 2.13 run it, res2a_branch2a, ResNet v1.5, WRN-28-10.',
  '把 ResNet-50 的 3×3 卷积换掉，得到 56 层的网络。见表 2 与第 3 课。2015 年发表。',
  'Padding of 1 and stride 2, 2ⁿ networks; 步幅为 2。',
  'Blocks 2a–2c, SE-ResNeXt-50 and cifar-plain-20.',
])('names are no numbers: %s', (text) => expect(found(text)).toEqual([]));

it.each([
  'It has 25 million weights.',
  'The error is 28.54 %.',
  'It has 2048 features.',
  'It is 20 % worse.',
  '错误率是 28.5 %。',
  '共有 25557032 个参数。',
  '学习率 0.1。',
  'Twice: 2× as slow.',
])('what comes from nowhere is found: %s', (text) => expect(found(text)).toHaveLength(1));

it('a value, a formula and a sentence with a citation are accounted for, the sentence after it is not', () => {
  expect(found('The error is ', value, ', of ', { kind: 'formula', text: '8' }, ' classes.')).toEqual([]);
  expect(found('The error is 28.54 % ', cite, '.')).toEqual([]);
  expect(found('The error is 28.54 % ', cite, '. It was 27.94 % before.')).toEqual([
    'It was 27.94 % before.',
  ]);
  expect(found('错误率是 28.54 %', cite, '。之前是 27.94 %。')).toEqual(['之前是 27.94 %。']);
  expect(found('As in Fig. 1, the error is 3 ', cite, '.')).toEqual([]);
});
