/** Text as Svelte markup: nothing in it is a tag or an expression. */

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '{': '&#123;',
  '}': '&#125;',
  '`': '&#96;',
};

export const escapeText = (text: string): string => text.replace(/[&<>{}`]/g, (one) => entities[one]);

export const escapeAttribute = (text: string): string => text.replace(/[&<>"{}`]/g, (one) => entities[one]);

/** HTML from elsewhere, as it stands; only what Svelte would read as an expression is written otherwise. */
export const escapeBraces = (html: string): string => html.replace(/[{}`]/g, (one) => entities[one]);

/** Plain data as an expression in markup. JSON has no NaN and no infinity; charts do. */
export function expression(data: unknown): string {
  if (typeof data === 'number')
    return Number.isNaN(data)
      ? 'NaN'
      : Number.isFinite(data)
        ? String(data)
        : data > 0
          ? 'Infinity'
          : '-Infinity';
  if (Array.isArray(data)) return `[${data.map(expression).join(',')}]`;
  if (data !== null && typeof data === 'object')
    return `{${Object.entries(data)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => `${JSON.stringify(key)}:${expression(value)}`)
      .join(',')}}`;
  return JSON.stringify(data).replaceAll('</', '<\\/');
}
