import { expect, test } from 'vitest';
import { code } from '../i18n/messages/code.ts';
import { buildModel } from '../model/architecture/families.ts';
import { exportCode, exportTargets } from '../model/export/export.ts';
import { pythonTokens } from './pythonTokens.ts';

const of = (program: string) => pythonTokens(program).map(({ kind, text }) => `${kind}:${text}`);

test('comments, strings, words of the language and numbers are told apart', () => {
  expect(of('def read(path):  # a "comment" in 3 words')).toEqual([
    'keyword:def',
    'plain: read(path):  ',
    'comment:# a "comment" in 3 words',
  ]);
  expect(of('print(f"{value:.8g} # no comment", 0.001)')).toEqual([
    'plain:print(',
    'string:f"{value:.8g} # no comment"',
    'plain:, ',
    'number:0.001',
    'plain:)',
  ]);
});

test('digits within a name are no numbers, nor words within one words of the language', () => {
  expect(of('conv1_pad = F.pad(input, (3,))')).toEqual([
    'plain:conv1_pad = F.pad(input, (',
    'number:3',
    'plain:,))',
  ]);
});

test.each(exportTargets)('%s: nothing of a program is lost', (target) => {
  for (const { comments } of [code.en, code.zh]) {
    const program = exportCode(buildModel('resnet50'), target, { words: comments });
    expect(
      pythonTokens(program)
        .map(({ text }) => text)
        .join(''),
    ).toBe(program);
  }
});
