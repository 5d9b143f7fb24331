/** What lessons draw on beside their text. Loaded anew when a file of it changes (see plugin.ts). */
import type { Charts } from '../../../src/lib/lesson/charts.ts';
import type { Panel as ColouredPanel } from '../../../src/lib/lesson/program.ts';
import { glossary } from '../../../src/lib/lesson/glossary/index.ts';
import { sources, type Source } from '../../../src/lib/lesson/sources.ts';
import type { Values } from '../../../src/lib/lesson/values/value.ts';

export interface GlossaryWords {
  readonly term: string;
  readonly definition: string;
}

/** One file of a program, before it is coloured. */
export type Panel = Omit<ColouredPanel, 'html'>;

export interface Material {
  readonly values: Readonly<Record<string, Values>>;
  readonly charts: Readonly<Record<string, Charts>>;
  /** 'residual-block/block' → its files, PyTorch first. */
  readonly programs: Readonly<Record<string, readonly Panel[]>>;
  readonly glossary: Readonly<Record<string, { readonly en: GlossaryWords; readonly zh: GlossaryWords }>>;
  readonly sources: Readonly<Record<string, Source>>;
  /** Ids of the lessons that are written in both languages: a link to another one is not made yet. */
  readonly lessons: readonly string[];
}

/** By the name of the file without its ending. */
function byName<T>(...modules: readonly Readonly<Record<string, T>>[]): Record<string, T> {
  const entries = modules.flatMap((some) => Object.entries(some));
  return Object.fromEntries(entries.map(([path, module]) => [/([^/]+)\.ts$/.exec(path)![1], module]));
}

const frameworks = ['pytorch', 'keras', 'python', 'typescript'] as const;

function frameworkOf(name: string): Panel['framework'] {
  if (name.endsWith('.ts')) return 'typescript';
  return frameworks.find((framework) => name.endsWith(`.${framework}.py`)) ?? 'python';
}

function programsOf(files: Readonly<Record<string, string>>): Record<string, Panel[]> {
  const programs: Record<string, Panel[]> = {};
  for (const [path, text] of Object.entries(files)) {
    const [, id, name] = /\/code\/(.*?\/([^/]+))$/.exec(path)!;
    const panel = { name, framework: frameworkOf(name), text: text.trimEnd() };
    (programs[id.slice(0, id.length - name.length) + name.split('.')[0]] ??= []).push(panel);
  }
  const place = ({ framework }: Panel) => frameworks.indexOf(framework);
  for (const panels of Object.values(programs)) panels.sort((a, b) => place(a) - place(b));
  return programs;
}

function inBothLanguages(paths: readonly string[]): string[] {
  const ids = paths.map((path) => /([^/]+)\.svx$/.exec(path)![1]);
  return ids.filter((id, index) => ids.indexOf(id) < index);
}

export const material: Material = {
  values: byName(
    import.meta.glob<Values>('../../../content/values/*.ts', { eager: true, import: 'values' }),
    import.meta.glob<Values>('../../../src/lib/lesson/values/{resnet50,family,facts}.ts', {
      eager: true,
      import: 'values',
    }),
  ),
  charts: byName(import.meta.glob<Charts>('../../../content/charts/*.ts', { eager: true, import: 'charts' })),
  programs: programsOf(
    import.meta.glob<string>('../../../content/code/*/*.{py,ts}', {
      eager: true,
      query: '?raw',
      import: 'default',
    }),
  ),
  glossary,
  sources,
  lessons: inBothLanguages(Object.keys(import.meta.glob('../../../content/*/*.svx'))),
};
