import fc from 'fast-check';
import { expect, test } from 'vitest';
import { languages } from './languages.ts';
import { joinPath, splitPath } from './paths.ts';

test.each([
  ['/', '/', 'en', '/'],
  ['/zh/', '/', 'zh', '/'],
  ['/zh', '/', 'zh', '/'],
  ['/explore/', '/', 'en', '/explore/'],
  ['/zh/explore/', '/', 'zh', '/explore/'],
  ['/zhejiang/', '/', 'en', '/zhejiang/'],
  ['/base/', '/base/', 'en', '/'],
  ['/base/zh/about/', '/base/', 'zh', '/about/'],
  // A base that is itself called zh says nothing of the language.
  ['/zh/about/', '/zh/', 'en', '/about/'],
] as const)('%s under %s is %s %s', (pathname, root, language, path) => {
  expect(splitPath(pathname, root)).toEqual({ language, path });
});

const segment = fc.stringMatching(/^[a-z0-9-]{1,8}$/).filter((text) => text !== 'zh');
const path = fc
  .array(segment, { maxLength: 4 })
  .map((parts) => `/${parts.map((part) => `${part}/`).join('')}`);

test('joining and splitting are inverse, under any base', () => {
  fc.assert(
    fc.property(path, path, fc.constantFrom(...languages), (root, inner, language) => {
      expect(splitPath(joinPath(inner, language, root), root)).toEqual({ language, path: inner });
    }),
  );
});

test('a relative root stays relative', () => {
  expect(joinPath('/about/', 'zh', '../../')).toBe('../../zh/about/');
  expect(joinPath('/', 'en', './')).toBe('./');
});
