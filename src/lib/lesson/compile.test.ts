import { compile } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';
import { compileLesson, courseEntryOf } from '../../../scripts/vite/lessons/compile.ts';
import { textOf } from '../../../scripts/vite/lessons/lesson.ts';
import type { Material } from '../../../scripts/vite/lessons/material.ts';
import { searchEntries } from '../../../scripts/vite/lessons/search.ts';
import type { Language } from '../i18n/languages.ts';
import { computed, mathematics, published } from './values/value.ts';

const words = (term: string) => ({ term, definition: `What ${term} {is} "called".` });

const material: Material = {
  values: {
    own: {
      weights: computed(25557032, { en: 'sum over the graph', zh: '图上求和' }),
      error: published(28.54, 'he2015', 'Table 2, 10-crop, top-1 error', { unit: '%', digits: 2 }),
      chance: mathematics(Math.log(8), 'ln 8', { digits: 3 }),
      broken: computed(NaN, 'nothing'),
    },
  },
  charts: {
    own: {
      loss: (language) => ({
        description: language === 'en' ? 'Loss {falls}' : '损失下降',
        x: { label: 'x' },
        y: { label: 'y', kind: 'linear' },
        series: [{ id: 'a', name: 'A', colour: 'red', points: [{ x: 0, y: NaN }] }],
        provenance: { kind: 'published', text: 'Fig. 1', source: 'he2016' },
      }),
    },
  },
  programs: {
    'own/block': [
      { name: 'block.pytorch.py', framework: 'pytorch', text: 'import torch  # {it}' },
      { name: 'block.keras.py', framework: 'keras', text: 'import keras' },
    ],
  },
  glossary: { shortcut: { en: words('shortcut'), zh: words('捷径') } },
  sources: Object.fromEntries(
    ['he2015', 'he2016'].map((id) => [
      id,
      {
        cite: `He et al. ${id.slice(2)}`,
        authors: 'He, K. et al.',
        title: 'Deep residual learning',
        year: Number(id.slice(2)),
        where: 'CVPR',
        url: 'https://example.org',
      },
    ]),
  ),
  lessons: ['why-depth'],
};

const top = '---\ntitle: A title\nquestion: "Why: so?"\ndescription: Of it.\n---\n';

const compiled = (body: string, language: Language = 'en') =>
  compileLesson({ id: 'why-depth', language, source: `${top}\n${body}\n` }, material);

/** The markup alone. */
async function markup(body: string, language: Language = 'en'): Promise<string> {
  const { code } = await compiled(body, language);
  const { warnings } = compile(code, { filename: 'lesson.svelte', runes: true });
  expect(warnings).toEqual([]);
  return code.slice(code.lastIndexOf('</script>') + '</script>'.length).trim();
}

describe('text', () => {
  it('is Markdown, in which nothing is an expression or a tag', async () => {
    expect(await markup('A *b* **c** {d} & 1 < 2, `{e}<f>` and "quotes".')).toBe(
      '<p>A <em>b</em> <strong>c</strong> &#123;d&#125; &amp; 1 &lt; 2, <code translate="no">&#123;e&#125;&lt;f&gt;</code> and "quotes".</p>',
    );
  });

  it('in Chinese a line break in the file is no space', async () => {
    expect(await markup('第一行，\n第二行 A\nB。', 'zh')).toBe('<p>第一行，第二行 A\nB。</p>');
  });

  it('headings have anchors: their own, or made of English words', async () => {
    expect(await markup("## What isn't *lost*? (1)")).toBe(
      '<h2 id="what-isnt-lost-1"><a class="anchor" href="#what-isnt-lost-1">What isn\'t <em>lost</em>? (1)</a></h2>',
    );
    const { metadata } = await compiled('## 丢了什么 {#lost}\n\n### 再说 {#again}', 'zh');
    expect(metadata.headings).toEqual([
      { id: 'lost', text: '丢了什么', level: 2 },
      { id: 'again', text: '再说', level: 3 },
    ]);
  });

  it('links keep the language; to a lesson that is not written yet there is none', async () => {
    expect(
      await markup('[the map](/explore/?node=conv1&sort=mean) [it](https://a.org/?b&c) [here](#there)'),
    ).toBe(
      '<p><a href={localise("/explore/?node=conv1&sort=mean")}>the map</a> <a href="https://a.org/?b&amp;c" rel="external">it</a> <a href="#there">here</a></p>',
    );
    expect(await markup('[this](/lessons/why-depth/) and [*fog*](/lessons/fog/#a)')).toBe(
      '<p><a href={localise("/lessons/why-depth/")}>this</a> and <em>fog</em></p>',
    );
  });

  it('tables scroll by themselves', async () => {
    const html = await markup(
      '| $\\lvert a \\rvert$ | $|b|$ |\n|---|--:|\n| 1 | <Value of="own.chance" /> |',
    );
    expect(html).toMatch(/<div class="scroll" tabindex="0" role="group" aria-label="Table">\s*<table>/);
    expect(html.match(/<t[hd][ >]/g)).toHaveLength(4);
  });

  it('formulas are typeset, in a line and on lines of their own, also in a list', async () => {
    const html = await markup(
      'With $x_1 + y_2$ it *is*\n\n$$\na_{1} < b\n$$\n\n- one\n\n  $$ c_d $$\n\n- two',
    );
    expect(html.match(/<math/g)).toHaveLength(3);
    expect(html.match(/<div class="maths"/g)).toHaveLength(2);
    expect(html).toMatch(/<li>\s*<p>one<\/p>[^]*<div class="maths"[^]*<\/li>/);
    expect(html).toContain('it <em>is</em>');
  });

  it('code is coloured by classes', async () => {
    const html = await markup('```python\nimport torch  # {it}\n```\n\n```\n<plain>\n```');
    expect(html).toContain(
      '<span class="keyword">import</span> torch  <span class="comment"># &#123;it&#125;</span>',
    );
    expect(html).toContain('<code>&lt;plain&gt;</code>');
    expect(html).not.toContain('style=');
  });
});

describe('numbers and sources', () => {
  it('a value says where it comes from', async () => {
    expect(await markup('<Value of="own.weights" />')).toBe(
      '<p><data class="value computed" value="25557032" title="Computed: sum over the graph">25,557,032</data></p>',
    );
    expect(await markup('<Value of="own.error" />', 'zh')).toBe(
      '<p><a class="value published" href="#source-he2015" title="已发表：He 等人 2015，表 2，十裁剪，top-1 错误率">28.54\u202f%</a></p>',
    );
    expect(await markup('<Value of="own.chance" />')).toContain('title="By mathematics: ln 8">2.079</data>');
  });

  it('a citation has brackets, once', async () => {
    const link = '<a class="cite" href="#source-he2015">He et al. 2015, Table 2</a>';
    expect(await markup('So <Cite of="he2015" at="Table 2" />.')).toBe(`<p>So (${link}).</p>`);
    expect(await markup('So (see <Cite of="he2015" at="Table 2" />).')).toBe(`<p>So (see ${link}).</p>`);
    expect(await markup('<Cite of="he2015" at="Table 2" bare /> says so.')).toBe(`<p>${link} says so.</p>`);
    expect(await markup('如此 <Cite of="he2015" at="Fig. 1" />。', 'zh')).toBe(
      '<p>如此（<a class="cite" href="#source-he2015">He 等人 2015，图 1</a>）。</p>',
    );
  });

  it('sources are listed in the order of citing, those of charts too', async () => {
    const { metadata } = await compiled(
      '<Chart of="own.loss" />\n\n<Value of="own.error" /> <Cite of="he2016" />',
    );
    expect(metadata.sources.map(({ id }) => id)).toEqual(['he2016', 'he2015']);
    expect(metadata.sources[0].text).toBe('He, K. et al.: Deep residual learning. CVPR, 2016.');
  });
});

describe('components', () => {
  it('are imported where they are used', async () => {
    const { code } = await compiled('<Predict />');
    expect(code).toContain("import Predict from '$lib/lesson/components/Predict.svelte';");
    expect(code).not.toContain('Live');
    expect(code).not.toContain('localise');
  });

  it('terms have the word and definition of the glossary', async () => {
    const start = `<Term definition="What shortcut &#123;is&#125; &quot;called&quot;." href={localise('/lessons/glossary/#shortcut')}>`;
    expect(await markup('A <Term id="shortcut" />.')).toBe(`<p>A ${start}shortcut</Term>.</p>`);
    expect(await markup('A <Term id="shortcut">*skip*</Term>.')).toBe(
      `<p>A ${start}<em>skip</em></Term>.</p>`,
    );
  });

  it('hold Markdown', async () => {
    const html = await markup(
      '<Misconception claim="It is {so}.">\n\nNo, $x$.\n\n</Misconception>\n<Live>\n- a\n</Live>',
    );
    expect(html).toMatch(/^<Misconception claim="It is &#123;so&#125;.">\n<p>No, /);
    expect(html).toMatch(/<Live>\n<ul>\n<li>a<\/li>\n<\/ul>\n<\/Live>$/);
  });

  it('programs and charts are plain data', async () => {
    const html = await markup('<Program of="own/block" />\n\n<Chart of="own.loss" />');
    expect(html).toContain('"name":"block.pytorch.py","framework":"pytorch","text":"import torch  # {it}"');
    expect(html).toContain('<RecordedChart chart={{"description":"Loss {falls}"');
    expect(html).toContain('"points":[{"x":0,"y":NaN}]');
  });
});

it('a lesson tells its title, its time and its parts', async () => {
  const body = `One two three.\n\n## Part {#part}\n\nBody with <Term id="shortcut" />${' word'.repeat(380)}.\n\n<Live>\n\nx\n\n</Live>`;
  const lesson = await compiled(body);
  expect(lesson.metadata).toMatchObject({
    title: 'A title',
    question: 'Why: so?',
    minutes: 5,
    terms: ['shortcut'],
  });
  expect(courseEntryOf({ id: 'why-depth', language: 'en', source: `${top}\n${body}` })).toEqual({
    title: 'A title',
    question: 'Why: so?',
    description: 'Of it.',
    minutes: 5,
  });
  const [first, part] = searchEntries(lesson);
  expect(first).toEqual({ lesson: 'why-depth', anchor: '', heading: 'A title', text: 'One two three.' });
  expect(part.text).toMatch(/^Body with shortcut word/);
  expect(lesson.blocks.map(({ line, parts }) => [line, textOf(parts).slice(0, 9)])).toEqual([
    [7, 'One two t'],
    [9, 'Part'],
    [11, 'Body with'],
    [15, 'x'],
  ]);
});

describe('what is wrong is told with file and line', () => {
  it.each([
    ['a\n\n<Value of="own.none" />', 9, 'has no "none"'],
    ['<Value of="other.weights" />', 7, 'there is no content/values/other.ts'],
    ['<Value of="own.broken" />', 7, 'no number'],
    ['<Cite of="nobody" />', 7, 'has no "nobody"'],
    ['<Term id="nothing" />', 7, 'the glossary has no "nothing"'],
    ['<Chart of="own.none" />', 7, 'content/charts/own.ts has no "none"'],
    ['<Program of="own/none" />', 7, 'there is no content/code/own/none'],
    ['a\nb <Live> c', 8, 'a line of its own'],
    ['<Live>\n\nx', 7, '<Live> is not closed'],
    ['x\n\n</Live>', 9, '</Live> closes nothing'],
    ['<div>\n\n</div>', 7, '<div> is none of the components'],
    ['a\n\n$$\n\\frac{1\n$$', 9, 'KaTeX cannot read'],
    ['$\\nothing$', 7, 'KaTeX cannot read'],
    ['# Title', 7, 'a heading of the page'],
    ['## Same\n\n## Same', 9, 'two headings'],
    ['## Sources', 7, "one of the page's own"],
    ['![a](/b.png)', 7, 'no pictures'],
    ['[a](b)', 7, 'begins neither with'],
    ['<Value of="own.weights">', 7, 'ends in "/>"'],
    ['<Value id="own.weights" />', 7, 'has no attribute "id"'],
    ['<Term id="shortcut">a', 7, '<Term> is not closed'],
    ['## A <Cite of="he2015" />', 7, 'can hold no other'],
  ])('%j', async (body, line, sentence) => {
    const wrong = await compiled(body).then(
      () => 'nothing',
      (error: Error) => error.message,
    );
    expect(wrong).toContain(sentence);
    expect(wrong).toMatch(new RegExp(`^content/en/why-depth\\.svx:${line}: `));
  });

  it('a Chinese heading without an anchor, a top that is not there or not complete', async () => {
    await expect(compiled('## 标题', 'zh')).rejects.toThrow(
      'zh/why-depth.svx:7: the heading "标题" needs the anchor',
    );
    const source = (text: string) =>
      compileLesson({ id: 'why-depth', language: 'en', source: text }, material);
    await expect(source('Text')).rejects.toThrow('why-depth.svx:1: the file begins with ---');
    await expect(source('---\ntitle: A\n---\n')).rejects.toThrow('question is missing');
    await expect(source('---\nauthor: A\n---\n')).rejects.toThrow('why-depth.svx:2: "author: A" is none of');
  });
});
