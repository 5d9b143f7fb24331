/** A lesson's tags as Svelte markup. */
import type { Language } from '../../../src/lib/i18n/languages.ts';
import { placeIn } from '../../../src/lib/lesson/place.ts';
import { originOf, writtenValue } from '../../../src/lib/lesson/values/written.ts';
import { LessonError } from './failure.ts';
import type { Part, Used } from './lesson.ts';
import { escapeAttribute, escapeText, expression } from './markup.ts';
import type { Material } from './material.ts';
import type { Piece, Tag } from './pieces.ts';

type TagPiece = Piece & Tag;

/** The file in `$lib/lesson/components` of each component that is one when compiled. */
const componentFiles: Readonly<Record<string, string>> = {
  Predict: 'Predict',
  Live: 'Live',
  Happened: 'Happened',
  Questions: 'Questions',
  Misconception: 'Misconception',
  Program: 'Program',
  Term: 'Term',
  Chart: 'RecordedChart',
};

const attributeNames: Readonly<Record<string, readonly string[]>> = {
  Misconception: ['claim'],
  Program: ['of'],
  Chart: ['of'],
  Value: ['of'],
  Term: ['id'],
  Cite: ['of', 'at', 'bare'],
};

/** With a closing tag; all others end in `/>`. */
const paired: readonly string[] = ['Live', 'Misconception'];

export interface Rendered {
  readonly html: string;
  readonly part?: Part;
}

export interface Environment {
  readonly file: string;
  readonly language: Language;
  readonly material: Material;
  readonly colour: (text: string, language: string) => string;
}

/** Turns tags into markup, and keeps account of what they refer to. */
export class Components {
  readonly used = {
    values: [] as Used[],
    charts: [] as Used[],
    programs: [] as Used[],
    cites: [] as Used[],
    terms: [] as Used[],
  };
  /** Ids of sources in order of citing. */
  readonly cited = new Set<string>();
  readonly sequence: string[] = [];
  readonly imports = new Map<string, string>();
  readonly #open: TagPiece[] = [];

  constructor(private readonly environment: Environment) {}

  fail(piece: Pick<Piece, 'line'>, sentence: string): never {
    throw new LessonError(this.environment.file, piece.line, sentence);
  }

  /** @param inBrackets the tag stands in brackets already */
  render(tag: TagPiece, inBrackets: boolean): Rendered {
    this.#check(tag);
    const file = componentFiles[tag.name];
    if (file) this.imports.set(file, `$lib/lesson/components/${file}.svelte`);
    switch (tag.name) {
      case 'Value':
        return this.#value(tag);
      case 'Cite':
        return this.#cite(tag, inBrackets);
      case 'Term':
        return this.#term(tag);
      case 'Program':
        return this.#program(tag);
      case 'Chart':
        return this.#chart(tag);
      default:
        return this.#plain(tag);
    }
  }

  /** What is open at the end of the text, or of a paragraph, and should be closed. */
  checkClosed(name?: string): void {
    const left = this.#open.at(-1);
    if (left && (!name || left.name === name)) this.fail(left, `<${left.name}> is not closed.`);
  }

  #check(tag: TagPiece): void {
    const names = attributeNames[tag.name] ?? [];
    for (const name of Object.keys(tag.attributes))
      if (!names.includes(name)) this.fail(tag, `<${tag.name}> has no attribute "${name}".`);
    if (tag.form === 'empty') {
      if (paired.includes(tag.name)) this.fail(tag, `<${tag.name}> needs a closing tag.`);
      return;
    }
    if (!paired.includes(tag.name) && tag.name !== 'Term')
      this.fail(tag, `<${tag.name} /> ends in "/>" and holds nothing.`);
    if (tag.form === 'open') this.#open.push(tag);
    else if (this.#open.pop()?.name !== tag.name) this.fail(tag, `</${tag.name}> closes nothing.`);
  }

  #attribute(tag: TagPiece, name: string): string {
    return tag.attributes[name] || this.fail(tag, `<${tag.name}> needs ${name}="…".`);
  }

  /** 'FILE.NAME' in values or charts. */
  #find<T>(tag: TagPiece, folder: string, files: Readonly<Record<string, Readonly<Record<string, T>>>>): T {
    const of = this.#attribute(tag, 'of');
    const [, file, name] =
      /^([^.]+)\.(.+)$/.exec(of) ?? this.fail(tag, `"${of}" is not of the form FILE.NAME.`);
    if (!Object.hasOwn(files, file)) this.fail(tag, `there is no content/${folder}/${file}.ts for "${of}".`);
    if (!Object.hasOwn(files[file], name)) this.fail(tag, `content/${folder}/${file}.ts has no "${name}".`);
    return files[file][name];
  }

  #source(tag: TagPiece, id: string): { readonly cite: string } {
    const { sources } = this.environment.material;
    if (!Object.hasOwn(sources, id)) this.fail(tag, `src/lib/lesson/sources.ts has no "${id}".`);
    this.cited.add(id);
    const { cite } = sources[id];
    return {
      cite:
        this.environment.language === 'zh' ? cite.replace(/ et al\.?/, ' 等人').replace(' and ', '、') : cite,
    };
  }

  #value(tag: TagPiece): Rendered {
    const { language, material } = this.environment;
    const value = this.#find(tag, 'values', material.values);
    this.used.values.push({ name: tag.attributes.of, line: tag.line });
    if (!Number.isFinite(value.value))
      this.fail(tag, `"${tag.attributes.of}" is ${value.value}, which is no number.`);
    const text = writtenValue(value, language);
    const { cite } = value.source ? this.#source(tag, value.source) : { cite: undefined };
    const title = escapeAttribute(originOf(value, language, cite));
    const shown = escapeText(text);
    const html = value.source
      ? `<a class="value published" href="#source-${value.source}" title="${title}">${shown}</a>`
      : `<data class="value ${value.kind}" value="${value.value}" title="${title}">${shown}</data>`;
    return { html, part: { kind: 'value', text } };
  }

  #cite(tag: TagPiece, inBrackets: boolean): Rendered {
    const { language } = this.environment;
    const id = this.#attribute(tag, 'of');
    const { cite } = this.#source(tag, id);
    this.used.cites.push({ name: id, line: tag.line });
    const place = tag.attributes.at ? placeIn(tag.attributes.at, language) : '';
    const text = place ? cite + (language === 'zh' ? '，' : ', ') + place : cite;
    const [before, after] =
      inBrackets || 'bare' in tag.attributes ? ['', ''] : language === 'zh' ? '（）' : '()';
    return {
      html: `${before}<a class="cite" href="#source-${id}">${escapeText(text)}</a>${after}`,
      part: { kind: 'cite', text: before + text + after },
    };
  }

  #term(tag: TagPiece): Rendered {
    if (tag.form === 'close') return { html: '</Term>' };
    const { language, material } = this.environment;
    const id = this.#attribute(tag, 'id');
    if (!Object.hasOwn(material.glossary, id)) this.fail(tag, `the glossary has no "${id}".`);
    this.used.terms.push({ name: id, line: tag.line });
    this.imports.set('localise', '$lib/i18n/index.ts');
    const { term, definition } = material.glossary[id][language];
    const start = `<Term definition="${escapeAttribute(definition)}" href={localise('/lessons/glossary/#${id}')}>`;
    return tag.form === 'open'
      ? { html: start }
      : { html: `${start}${escapeText(term)}</Term>`, part: { kind: 'text', text: term } };
  }

  #program(tag: TagPiece): Rendered {
    const { material, colour } = this.environment;
    const of = this.#attribute(tag, 'of');
    if (!Object.hasOwn(material.programs, of)) this.fail(tag, `there is no content/code/${of}.*.`);
    this.used.programs.push({ name: of, line: tag.line });
    this.sequence.push(`Program ${of}`);
    const panels = material.programs[of].map((panel) => ({
      ...panel,
      html: colour(panel.text, panel.framework),
    }));
    return { html: `<Program panels={${expression(panels)}} />` };
  }

  #chart(tag: TagPiece): Rendered {
    const { language, material } = this.environment;
    const chart = this.#find(tag, 'charts', material.charts)(language);
    this.used.charts.push({ name: tag.attributes.of, line: tag.line });
    this.sequence.push(`Chart ${tag.attributes.of}`);
    if (chart.provenance.source) this.#source(tag, chart.provenance.source);
    return { html: `<RecordedChart chart={${expression(chart)}} />` };
  }

  #plain(tag: TagPiece): Rendered {
    this.sequence.push(tag.form === 'close' ? `/${tag.name}` : tag.name);
    if (tag.form === 'close') return { html: `</${tag.name}>` };
    const claim =
      tag.name === 'Misconception' ? ` claim="${escapeAttribute(this.#attribute(tag, 'claim'))}"` : '';
    return { html: `<${tag.name}${claim}${tag.form === 'empty' ? ' /' : ''}>` };
  }
}
