/** The course in Vite: lessons (content/LANGUAGE/ID.svx) become Svelte components; `virtual:lessons/…` lists them. */
import { join, relative, sep } from 'node:path';
import { runnerImport, type Plugin } from 'vite';
import { languages, type Language } from '../../../src/lib/i18n/languages.ts';
import type { CompiledLesson } from './lesson.ts';
import type { LessonFile } from './compile.ts';
import { readLesson, writtenLessons } from './files.ts';
import type { Material } from './material.ts';

const lessonFile = /[\\/]content[\\/](en|zh)[\\/]([\w-]+)\.svx$/;
const virtual = /^virtual:lessons\/(?:course|search\/(en|zh))$/;

interface Loaded {
  readonly material: Material;
  /** Files that it was made of, from the root. */
  readonly files: ReadonlySet<string>;
}

/** What lessons draw on, and the lessons compiled from it; both until a file changes. */
class Workshop {
  #loaded: Promise<Loaded> | undefined;
  readonly #compiled = new Map<string, Promise<CompiledLesson>>();

  constructor(readonly root: string) {}

  /** Vite gives up on a module after a minute, which a busy machine may take for all that waits before it. */
  async #load(attempts = 3): Promise<Loaded> {
    try {
      return await this.#import();
    } catch (error) {
      if (attempts === 1 || !/timed out/.test(String(error))) throw error;
      return this.#load(attempts - 1);
    }
  }

  async #import(): Promise<Loaded> {
    const { module, dependencies } = await runnerImport<{ material: Material }>(
      join(import.meta.dirname, 'material.ts'),
      {
        root: this.root,
        configFile: false,
        logLevel: 'error',
        resolve: { alias: { $lib: join(this.root, 'src/lib') } },
      },
    );
    return { material: module.material, files: new Set(dependencies) };
  }

  load(): Promise<Loaded> {
    return (this.#loaded ??= this.#load());
  }

  /** Whether lessons may read otherwise after this file (from the root) has changed, come or gone. */
  async forget(file: string, isNew: boolean): Promise<boolean> {
    const isMaterial = /^content\/(values|charts|code)\//.test(file) || isNew;
    const loaded = await this.#loaded?.catch(() => null);
    if (!isMaterial && loaded !== null && !loaded?.files.has(file)) return false;
    this.#loaded = undefined;
    this.#compiled.clear();
    return true;
  }

  async compile(lesson: LessonFile): Promise<CompiledLesson> {
    const key = [lesson.language, lesson.id, lesson.source].join('\n');
    let compiled = this.#compiled.get(key);
    if (!compiled) {
      const start = async () => {
        const [{ compileLesson }, { material }] = await Promise.all([import('./compile.ts'), this.load()]);
        return compileLesson(lesson, material);
      };
      this.#compiled.set(key, (compiled = start()));
    }
    return compiled;
  }

  #lessonsIn(language: Language): LessonFile[] {
    return writtenLessons(this.root).map((id) => readLesson(this.root, id, language));
  }

  /** Source of `virtual:lessons/course`. */
  async course(): Promise<string> {
    const { courseEntryOf } = await import('./compile.ts');
    const lists = languages.map((language) => [
      language,
      Object.fromEntries(this.#lessonsIn(language).map((lesson) => [lesson.id, courseEntryOf(lesson)])),
    ]);
    return `export const course = ${JSON.stringify(Object.fromEntries(lists))};`;
  }

  /** Source of `virtual:lessons/search/LANGUAGE`. */
  async search(language: Language): Promise<string> {
    const { searchEntries } = await import('./search.ts');
    const lessons = await Promise.all(this.#lessonsIn(language).map((lesson) => this.compile(lesson)));
    return `export const search = ${JSON.stringify(lessons.flatMap(searchEntries))};`;
  }
}

/** SvelteKit builds for server and browser with one configuration each: the second finds the first one's work. */
const inBuild = ((globalThis as { lessonsInBuild?: Map<string, Workshop> }).lessonsInBuild ??= new Map());

function workshopOf(root: string, isBuild: boolean): Workshop {
  const known = isBuild ? inBuild.get(root) : undefined;
  const workshop = known ?? new Workshop(root);
  if (isBuild) inBuild.set(root, workshop);
  return workshop;
}

export function lessons(): Plugin {
  let workshop: Workshop;
  let isBuild = false;
  return {
    name: 'lessons',
    enforce: 'pre',
    configResolved({ root, command }) {
      isBuild = command === 'build';
      workshop = workshopOf(root, isBuild);
    },
    /** In a build before thousands of modules wait for the same processor. */
    async buildStart() {
      if (isBuild) await workshop.load();
    },
    resolveId: { filter: { id: virtual }, handler: (id) => `\0${id}` },
    load: {
      filter: { id: /^\0virtual:lessons\// },
      handler(id) {
        const language = virtual.exec(id.slice(1))![1];
        return language ? workshop.search(language as Language) : workshop.course();
      },
    },
    transform: {
      filter: { id: lessonFile },
      async handler(source, path) {
        const [, language, id] = lessonFile.exec(path)!;
        try {
          const { code } = await workshop.compile({ id, language: language as Language, source });
          return { code, map: null };
        } catch (error) {
          // By name: the class may be that of the configuration which compiled the lesson first.
          if ((error as Error).name === 'LessonError')
            this.error({ message: (error as Error).message, id: path, stack: '' });
          throw error;
        }
      },
    },
    async hotUpdate({ type, file, modules }) {
      const path = relative(workshop.root, file).split(sep).join('/');
      const isLesson = lessonFile.test(file);
      const isList = isLesson && type !== 'update';
      const hasForgotten = await workshop.forget(path, isList);
      if (!isLesson && !hasForgotten) return;
      const others = [...this.environment.moduleGraph.idToModuleMap.values()].filter(
        ({ id }) => id && (id.startsWith('\0virtual:lessons/') || (hasForgotten && lessonFile.test(id))),
      );
      return [...new Set([...modules, ...others])];
    },
  };
}
