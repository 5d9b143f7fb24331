/** The site's languages. No dependency on SvelteKit: the command line uses this too. */
export const languages = ['en', 'zh'] as const;

export type Language = (typeof languages)[number];

/** What `lang` and `hreflang` say (BCP 47). */
export const languageTags: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-Hans' };

/** Each language's own name, as the switch shows it. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', zh: '中文' };

/** One page's messages. English is the type; a Chinese message that is missing is a type error. */
export type Messages<M> = Readonly<Record<Language, M>>;
