/** Programs coloured when the site is built: a class for each kind of token, no styles in the markup. */
import { createHighlighterCore, type HighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import python from 'shiki/langs/python.mjs';
import typescript from 'shiki/langs/typescript.mjs';
import { escapeText } from './markup.ts';

type TokenClass = 'comment' | 'string' | 'keyword' | 'number' | 'plain';

/** The class of a scope of the grammar: the longest that begins like it. */
const classes: readonly (readonly [string, TokenClass])[] = [
  ['comment', 'comment'],
  ['punctuation.definition.comment', 'comment'],
  ['string', 'string'],
  ['punctuation.definition.string', 'string'],
  ['constant.numeric', 'number'],
  ['constant.language', 'keyword'],
  ['keyword.control', 'keyword'],
  ['keyword.operator.logical', 'keyword'],
  ['keyword.operator.expression', 'keyword'],
  ['keyword.operator.new', 'keyword'],
  ['storage', 'keyword'],
];

function classOf(scopes: readonly string[]): TokenClass {
  for (const scope of [...scopes].reverse()) {
    const found = classes.find(([begin]) => scope.startsWith(begin));
    if (found) return found[1];
    if (scope.startsWith('meta.embedded') || scope.startsWith('meta.fstring')) return 'plain';
  }
  return 'plain';
}

let highlighter: Promise<HighlighterCore> | undefined;

/** Names of languages as they stand behind a fence, and shiki's. */
const languages: Readonly<Record<string, string>> = {
  python: 'python',
  py: 'python',
  pytorch: 'python',
  keras: 'python',
  typescript: 'typescript',
  ts: 'typescript',
  js: 'typescript',
};

/** Colours a program as HTML; in a language that is not known, plain. */
export async function colouring(): Promise<(text: string, language: string) => string> {
  highlighter ??= createHighlighterCore({
    themes: [{ name: 'none', type: 'light', settings: [], colors: {} }],
    langs: [python, typescript],
    engine: createJavaScriptRegexEngine(),
  });
  const { codeToTokensBase } = await highlighter;
  const colour = (text: string, name: string) => {
    const language = languages[name];
    if (!language) return escapeText(text);
    const lines = codeToTokensBase(text, { lang: language, theme: 'none', includeExplanation: 'scopeName' });
    return lines
      .map((tokens) =>
        tokens
          .flatMap(({ explanation = [] }) => explanation)
          .map(({ content, scopes }) => ({
            content: escapeText(content),
            kind: classOf(scopes.map(({ scopeName }) => scopeName)),
          }))
          .reduce<{ content: string; kind: TokenClass }[]>((merged, token) => {
            const last = merged.at(-1);
            if (last && (last.kind === token.kind || token.content.trim() === '')) last.content += token.content;
            else merged.push({ ...token });
            return merged;
          }, [])
          .map(({ content, kind }) => (kind === 'plain' ? content : `<span class="${kind}">${content}</span>`))
          .join(''),
      )
      .join('\n');
  };
  const known = new Map<string, string>();
  return (text, language) => {
    const key = `${language}\n${text}`;
    let html = known.get(key);
    if (html === undefined) known.set(key, (html = colour(text, language)));
    return html;
  };
}
