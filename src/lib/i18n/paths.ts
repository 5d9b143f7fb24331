import type { Language } from './languages.ts';

/**
 * Splits a pathname into the site's root, the language and the path in it.
 * @param root pathname of the site's root, with its trailing slash: '/' or '/some/base/'
 */
export function splitPath(pathname: string, root: string): { language: Language; path: string } {
  const rest = pathname.startsWith(root) ? pathname.slice(root.length) : '';
  if (rest === 'zh' || rest.startsWith('zh/')) return { language: 'zh', path: `/${rest.slice(3)}` };
  return { language: 'en', path: `/${rest}` };
}

/**
 * A link to a page in a language.
 * @param path from the site's root, with a trailing slash: '/', '/explore/', '/about/?a=b#c'
 * @param root the site's root, absolute ('/base/') or relative ('../'), with its trailing slash
 */
export function joinPath(path: string, language: Language, root: string): string {
  return `${root}${language === 'en' ? '' : `${language}/`}${path.slice(1)}`;
}
