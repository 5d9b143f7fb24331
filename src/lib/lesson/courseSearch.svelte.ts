import type { Language } from '$lib/i18n/languages.ts';
import { find, passages, type Passage } from './courseSearch.ts';

const indices = {
  en: () => import('virtual:lessons/search/en'),
  zh: () => import('virtual:lessons/search/zh'),
} as const satisfies Record<Language, unknown>;

/** Looks through lessons and glossary. A language's index is fetched once it is asked for, and kept. */
export class CourseSearch {
  query = $state('');
  status = $state<'idle' | 'loading' | 'ready' | 'failed'>('idle');
  #all = $state.raw<Readonly<Partial<Record<Language, readonly Passage[]>>>>({});

  /** In a language; null while there is nothing to look in. */
  readonly found = (language: Language) => {
    const all = this.#all[language];
    return all ? find(this.query, all, language) : null;
  };

  async open(language: Language): Promise<void> {
    if (this.status === 'loading' || this.#all[language]) return;
    this.status = 'loading';
    try {
      const [{ search }, { course }, { glossary }] = await Promise.all([
        indices[language](),
        import('virtual:lessons/course'),
        import('./glossary/index.ts'),
      ]);
      this.#all = { ...this.#all, [language]: passages(search, course[language], glossary, language) };
      this.status = 'ready';
    } catch {
      this.status = 'failed';
    }
  }
}
