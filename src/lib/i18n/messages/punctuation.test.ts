import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.zh.ts'));

test.each(files)('%s: next to a Chinese character stands Chinese punctuation', (file) => {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  expect(text.match(/\p{Script=Han}[,:;?!()]|[,:;?!()]\p{Script=Han}/gu) ?? []).toEqual([]);
});
