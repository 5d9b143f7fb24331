/** Programs coloured when the site is built: a class for each kind of token, no styles in the markup. */
import { createHighlighterCore, type HighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import python from 'shiki/langs/python.mjs';
import typescript from 'shiki/langs/typescript.mjs';
import { escapeText } from './markup.ts';

/** Kind of token → the grammar's scopes. 'plain' takes back what stands inside of others, as a value in a string. */
const scopes = {
  comment: ['comment', 'punctuation.definition.comment'],
  string: ['string', 'punctuation.definition.string'],
  keyword: [
    'keyword.control',
    'keyword.operator.logical.python',
    'keyword.operator.expression',
    'keyword.operator.new',
    'storage',
    'constant.language',
    'string storage.type',
  ],
  number: ['constant.numeric'],
  plain: [
    'meta.fstring constant.character.format',
    'meta.fstring meta.embedded',
    'storage.type.function.arrow',
  ],
} as const;
const kinds = Object.keys(scopes) as (keyof typeof scopes)[];
const colourOf = (index: number) => `#00000${index + 1}`;

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

let highlighter: Promise<HighlighterCore> | undefined;

/** Colours a program as HTML; in a language that is not known, plain. */
export async function colouring(): Promise<(text: string, language: string) => string> {
  highlighter ??= createHighlighterCore({
    themes: [
      {
        name: 'kinds',
        type: 'light',
        fg: '#000000',
        bg: '#ffffff',
        settings: kinds.map((kind, index) => ({
          scope: [...scopes[kind]],
          settings: { foreground: colourOf(index) },
        })),
      },
    ],
    langs: [python, typescript],
    engine: createJavaScriptRegexEngine(),
  });
  const { codeToTokensBase } = await highlighter;
  return (text, name) => {
    const language = languages[name];
    if (!language) return escapeText(text);
    // Without a limit of time: on a busy machine it would leave the rest of a line uncoloured.
    const lines = codeToTokensBase(text, { lang: language, theme: 'kinds', tokenizeTimeLimit: 0 });
    return lines
      .map((tokens) =>
        tokens
          .map(({ content, color }) => {
            const kind = kinds.find((_, index) => colourOf(index) === color) ?? 'plain';
            return kind === 'plain'
              ? escapeText(content)
              : `<span class="${kind}">${escapeText(content)}</span>`;
          })
          .join(''),
      )
      .join('\n');
  };
}
