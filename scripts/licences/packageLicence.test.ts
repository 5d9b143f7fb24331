import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { licenceOf, packageFolderOf } from './packageLicence.ts';

test.each([
  ['/x/node_modules/d3-scale/src/log.js', '/x/node_modules/d3-scale'],
  ['/x/node_modules/@noble/hashes/sha2.js?v=1', '/x/node_modules/@noble/hashes'],
  ['/x/node_modules/a/node_modules/b/index.js', '/x/node_modules/a/node_modules/b'],
  ['C:\\x\\node_modules\\d3\\index.js', 'C:/x/node_modules/d3'],
  ['/x/src/lib/model/client.ts', undefined],
  ['\0virtual:thing', undefined],
])('%s belongs to %s', (id, folder) => {
  expect(packageFolderOf(id)).toBe(folder);
});

function folder(about: object, files: Record<string, string>): string {
  const path = mkdtempSync(join(tmpdir(), 'licence-'));
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'package.json'), JSON.stringify({ name: 'p', version: '1.2.3', ...about }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return path;
}

describe('a package’s licence', () => {
  test('is its file', () => {
    const path = folder({ license: 'ISC' }, { 'LICENSE.md': 'Copyright P' });
    expect(licenceOf(path, [])).toEqual({
      name: 'p',
      version: '1.2.3',
      licence: 'ISC',
      url: 'https://www.npmjs.com/package/p',
      text: 'Copyright P',
    });
  });

  test('is, without a file, each notice of the modules used once, and the standard text', () => {
    const notice = '/**\n * @license\n * Copyright 2017 P\n */\n';
    const path = folder(
      { license: 'Apache-2.0' },
      { 'a.js': notice, 'b.js': notice, 'c.js': '/* an unrelated remark */' },
    );
    const { text } = licenceOf(
      path,
      ['a.js', 'b.js', 'c.js'].map((file) => join(path, file)),
    );
    expect(text.match(/Copyright 2017 P/g)).toHaveLength(1);
    expect(text).toContain('TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION');
    expect(text).not.toContain('unrelated remark');
  });

  test('is told by its text where package.json is silent', () => {
    const path = folder({}, { LICENSE: 'MIT License\n\nPermission is hereby granted, free of charge' });
    expect(licenceOf(path, []).licence).toBe('MIT');
  });

  test('must be there', () => {
    expect(() => licenceOf(folder({ license: 'MIT' }, {}), [])).toThrow(/without a licence/);
  });
});
