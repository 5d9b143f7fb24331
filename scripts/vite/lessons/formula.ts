/** Formulas typeset when the site is built: no KaTeX in the page. */
import katex from 'katex';
import type { Language } from '../../../src/lib/i18n/languages.ts';
import { escapeBraces } from './markup.ts';

const names: Readonly<Record<Language, string>> = { en: 'Formula', zh: '公式' };

function typeset(tex: string, displayMode: boolean): string {
  return escapeBraces(
    katex.renderToString(tex, { output: 'htmlAndMathml', displayMode, throwOnError: true, strict: 'error' }),
  );
}

export const inlineFormula = (tex: string): string => `<span class="formula">${typeset(tex, false)}</span>`;

/** On a line of its own, which scrolls where it is wider than the page. */
export const displayFormula = (tex: string, language: Language): string =>
  `<!-- svelte-ignore a11y_no_noninteractive_tabindex -->\n` +
  `<div class="maths" tabindex="0" role="group" aria-label="${names[language]}">${typeset(tex, true)}</div>`;
