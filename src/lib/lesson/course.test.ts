/** All lessons that are written: both languages alike, and all that they refer to there. */
import { compile } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';
import type { CompiledLesson, Used } from '../../../scripts/vite/lessons/lesson.ts';
import { lessonIds } from './course.ts';
import { languages, type Language } from '../i18n/languages.ts';
import { lesson, material, texts, written } from './testing/lessons.ts';
import { unaccountedNumbers } from './testing/numbers.ts';
import { wrongInLink } from './testing/pages.ts';
import { englishIn } from './testing/words.ts';
import { originOf } from './values/written.ts';

const names = (used: readonly Used[]) => used.map(({ name }) => name);
const sorted = (used: readonly Used[]) => names(used).sort();

/** What both languages have in common; within a sentence, order is the language's own. */
const structure = ({
  components,
  metadata,
  values,
  cites,
  terms,
  links,
  programs,
  charts,
}: CompiledLesson) => ({
  components,
  headings: metadata.headings.map(({ id, level }) => `${level} ${id}`),
  values: sorted(values),
  cites: sorted(cites),
  terms: sorted(terms),
  links: sorted(links),
  programs: names(programs),
  charts: names(charts),
});

const anchorsOf = (language: Language) => async (id: string) => {
  if (!written.includes(id)) return null;
  const { metadata } = await lesson(language, id);
  return [
    ...metadata.headings.map((heading) => heading.id),
    ...metadata.sources.map((source) => `source-${source.id}`),
    'questions',
    'sources',
  ];
};

it('the course is whole, in both languages', () => {
  expect([...written].sort()).toEqual([...lessonIds].sort());
});

describe.each(texts)('%s %s', (language, id) => {
  it('is Svelte without a warning', async () => {
    const { code, file } = await lesson(language, id);
    const { warnings } = compile(code, { filename: file, runes: true });
    expect(warnings.map(({ message }) => message)).toEqual([]);
  });

  it('has what every lesson has, in its order', async () => {
    const { components } = await lesson(language, id);
    const order = ['Predict', 'Live', 'Happened', 'Questions'];
    expect(components.filter((name) => order.includes(name))).toEqual(order);
    expect(components.filter((name) => name.startsWith('Program')).length).toBeGreaterThan(0);
    expect(components.filter((name) => name === 'Misconception').length).toBeGreaterThan(0);
  });

  it('takes ten to twenty-five minutes', async () => {
    const { metadata } = await lesson(language, id);
    expect(metadata.minutes).toBeGreaterThanOrEqual(10);
    expect(metadata.minutes).toBeLessThanOrEqual(25);
  });

  it('leaves no Markdown and no formula unread', async () => {
    const { blocks } = await lesson(language, id);
    const unread = blocks
      .map(({ line, parts }) => ({
        line,
        text: parts.map((part) => (part.kind === 'text' ? part.text : '')).join(''),
      }))
      .filter(({ text }) => /\$|\]\(|\*\*|^#|`|\{#|<\w/.test(text.replace(/\*(?=\s|$)/g, '')));
    expect(unread).toEqual([]);
  });

  it('says where every number comes from', async () => {
    const { blocks, file } = await lesson(language, id);
    const found = blocks.flatMap((block) =>
      unaccountedNumbers(block).map((sentence) => `${file}:${block.line}: ${sentence}`),
    );
    expect(found).toEqual([]);
  });

  it('links to what is there', async () => {
    const { links, file, metadata } = await lesson(language, id);
    const wrong = await Promise.all(
      links.map(async ({ name, line }) => {
        if (name.startsWith('http')) return [];
        const url = name.startsWith('#') ? `/lessons/${id}/${name}` : name;
        return (await wrongInLink(url, anchorsOf(language))).map((what) => `${file}:${line}: ${what}`);
      }),
    );
    expect(wrong.flat()).toEqual([]);
    expect(metadata.sources.length).toBeGreaterThan(0);
  });
});

describe.each(written)('%s', (id) => {
  it('is built alike in both languages', async () => {
    const [english, chinese] = await Promise.all(languages.map((language) => lesson(language, id)));
    expect(structure(chinese)).toEqual(structure(english));
  });
});

it('all of content/values, charts and code is used', async () => {
  const all = await Promise.all(texts.map(([language, id]) => lesson(language, id)));
  const used = new Set(
    all.flatMap(({ values, charts, programs }) => names([...values, ...charts, ...programs])),
  );
  const shared = ['resnet50', 'family', 'facts'];
  const inFiles = (files: Readonly<Record<string, object>>) =>
    Object.entries(files)
      .filter(([file]) => !shared.includes(file) && written.includes(file))
      .flatMap(([file, entries]) => Object.keys(entries).map((name) => `${file}.${name}`));
  const programs = Object.keys(material.programs).filter((name) => written.includes(name.split('/')[0]));
  const defined = [...inFiles(material.values), ...inFiles(material.charts), ...programs];
  expect(defined.filter((name) => !used.has(name))).toEqual([]);
});

describe('what lessons draw on', () => {
  it('origins of values are told in the language', () => {
    const wrong = Object.entries(material.values).flatMap(([file, values]) =>
      Object.entries(values).flatMap(([name, value]) => {
        if (value.kind === 'recorded' && typeof value.from === 'string') return [];
        if (typeof value.from === 'string' && value.from.startsWith('npm ')) return [];
        const words = englishIn(originOf(value, 'zh', ''));
        return words.length > 0 ? [`${file}.${name}: ${words.join(' ')}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('charts are small, finite where they are drawn, and named in the language', () => {
    for (const [file, charts] of Object.entries(material.charts))
      for (const [name, chart] of Object.entries(charts))
        for (const language of languages) {
          const { description, x, y, series, provenance } = chart(language);
          const of = `${file}.${name} ${language}`;
          const texts = [description, x.label, y.label, ...series.map((one) => one.name), provenance.text];
          expect(
            texts.filter((text) => text.trim() === ''),
            of,
          ).toEqual([]);
          if (language === 'zh') expect(description, of).toMatch(/\p{Script=Han}/u);
          expect(Math.max(...series.map(({ points }) => points.length)), of).toBeLessThanOrEqual(120);
        }
  });
});
