import type { Language } from '$lib/i18n/languages.ts';
import { find, passages, type Passage } from './courseSearch.ts';

/** Looks through lessons and glossary. The index is fetched once it is asked for, and kept. */
export class CourseSearch {
  query = $state('');
  status = $state<'idle' | 'loading' | 'ready' | 'failed'>('idle');
  #all = $state.raw<Readonly<Record<Language, readonly Passage[]>> | null>(null);

  /** In a language; null while there is nothing to look in. */
  readonly found = (language: Language) => this.#all && find(this.query, this.#all[language], language);

  async open(): Promise<void> {
    if (this.status === 'loading' || this.status === 'ready') return;
    this.status = 'loading';
    try {
      const [{ search }, { course }, { glossary }] = await Promise.all([
        import('virtual:lessons/search'),
        import('virtual:lessons/course'),
        import('./glossary/index.ts'),
      ]);
      const of = (language: Language) => passages(search[language], course[language], glossary, language);
      this.#all = { en: of('en'), zh: of('zh') };
      this.status = 'ready';
    } catch {
      this.status = 'failed';
    }
  }
}
