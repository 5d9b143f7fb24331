import { describe, expect, it } from 'vitest';
import { placeIn } from '../place.ts';
import { values as facts } from './facts.ts';
import { values as family } from './family.ts';
import { values as resnet50 } from './resnet50.ts';
import { computed, mathematics, published, recorded, type NumberStyle } from './value.ts';
import { originOf, writtenValue } from './written.ts';

it.each<[number, NumberStyle, string]>([
  [25557032, {}, '25,557,032'],
  [2015, { plain: true }, '2015'],
  [28.54, { unit: '%', digits: 2 }, '28.54\u202f%'],
  [0.9987, { percent: true }, '99.9\u202f%'],
  [0.9987, { percent: true, digits: 0 }, '100\u202f%'],
  [0.0874, {}, '0.087'],
  [1.2345, { significant: 2 }, '1.2'],
  [9.4e-6, { scientific: true }, '9.4 × 10⁻⁶'],
  [51300000, { bytes: true }, '51.3\u202fMB'],
  [-1.5, { digits: 1 }, '\u22121.5'],
  [1.5, { digits: 1, sign: true }, '+1.5'],
  [3, { unit: { en: 'layers', zh: '层' } }, '3\u202flayers'],
])('%s %j is written %s', (value, style, text) => {
  expect(writtenValue(computed(value, 'x', style), 'en')).toBe(text);
});

it('tells in both languages where a value comes from', () => {
  const words = { en: 'sum over the graph', zh: '图上求和' };
  expect(originOf(computed(1, words), 'zh')).toBe('由本站程序算出：图上求和');
  expect(originOf(recorded(1, 'npm run -s atlas -- train'), 'en')).toBe(
    'Recorded: npm run -s atlas -- train',
  );
  expect(originOf(mathematics(1, 'ln 8'), 'zh')).toBe('由数学得出：ln 8');
  expect(originOf(published(1, 'he2015', 'Table 2'), 'en', 'He et al. 2015')).toBe(
    'Published: He et al. 2015, Table 2',
  );
});

it.each([
  ['Table 2', '表 2'],
  ['Fig. 1, Table 2', '图 1，表 2'],
  ['Section 4.1 and Appendix A', '第 4.1 节、附录 A'],
  ['§3.4', '第 3.4 节'],
  ['Eq. (3)', '式 (3)'],
  ['Table 4, single-crop, top-5 error, validation set', '表 4，单裁剪，top-5 错误率，验证集'],
  ['test error, median of five runs', '测试错误率，五次运行的中位数'],
])('the place %s is %s in Chinese', (english, chinese) => {
  expect(placeIn(english, 'zh')).toBe(chinese);
  expect(placeIn(english, 'en')).toBe(english);
});

describe('what all lessons share', () => {
  const of = (values: typeof resnet50, names: readonly string[]) => names.map((name) => values[name].value);

  it('is counted on the graphs', () => {
    expect(
      of(resnet50, [
        'parameters',
        'trainable',
        'macs',
        'convolutions',
        'norms',
        'additions',
        'projections',
        'biases',
      ]),
    ).toEqual([25_636_712, 25_583_592, 3_857_973_248, 53, 53, 16, 4, 26_560]);
    expect(
      of(resnet50, ['receptiveField', 'jump', 'features', 'macs.block.4d', 'side.conv1', 'relus']),
    ).toEqual([483, 32, 2048, 218_365_952, 112, 49]);
    expect(of(family, ['resnet50.parameters', 'resnet50-nobias.parameters', 'resnet18.parameters'])).toEqual([
      25_583_592, 25_557_032, 11_689_512,
    ]);
    expect(writtenValue(family['resnet34.gigaMacs'], 'en')).toBe('3.66');
  });

  it('stages together are the whole network', () => {
    const stages = ['conv1', 'conv2', 'conv3', 'conv4', 'conv5'].map(
      (stage) => resnet50[`macs.stage.${stage}`].value,
    );
    const head = resnet50['macs.fc1000'].value;
    expect(stages.reduce((sum, one) => sum + one, head)).toBe(resnet50.macs.value);
  });

  it('has numbers alone', () => {
    for (const values of [resnet50, family, facts])
      expect(Object.values(values).filter(({ value }) => !Number.isFinite(value))).toEqual([]);
  });
});
