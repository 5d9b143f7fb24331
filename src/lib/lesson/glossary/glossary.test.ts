import { describe, expect, test } from 'vitest';
import { glossary, themes } from './index.ts';

const languages = ['en', 'zh'] as const;
const ids = Object.keys(glossary);

test('no id stands in two themes', () => {
  expect(Object.values(themes).flatMap((theme) => Object.keys(theme))).toHaveLength(ids.length);
});

describe.each(Object.entries(glossary))('%s', (id, entry) => {
  test('has an id that can be an anchor, and finished sentences in both languages', () => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(entry.en.definition).toMatch(/^[A-Z0-9].*[.]$/);
    expect(entry.zh.definition).toMatch(/[\u4e00-\u9fff].*。$/);
    expect(entry.zh.definition).not.toMatch(/[\u4e00-\u9fff][,;:?!()]|[,;:?!()][\u4e00-\u9fff]/);
    expect(entry.zh.definition).not.toMatch(/[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]/);
  });
  test('is not defined by itself alone', () => {
    for (const language of languages) {
      const { term, definition } = entry[language];
      expect(definition.toLowerCase().startsWith(term.toLowerCase() + ' is')).toBe(false);
    }
  });
});

test.each(languages)('no two entries have the same name (%s)', (language) => {
  const names = ids.flatMap((id) => {
    const { term, also = [] } = glossary[id][language];
    return [term, ...also].map((name) => name.toLowerCase());
  });
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

test.each(Object.entries(themes))('%s is in alphabetical order', (_, theme) => {
  expect(Object.keys(theme)).toEqual(Object.keys(theme).toSorted());
});
