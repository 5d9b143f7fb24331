/**
 * A lesson as Svelte source. Markdown is parsed and written by mdsvex; formulas, code, values, citations and links are
 * put into it here, so that the page has nothing left to work out.
 */
import { compile } from 'mdsvex';
import type { Language } from '../../../src/lib/i18n/languages.ts';
import { colouring } from './colour.ts';
import { Components, type Environment } from './components.ts';
import { partFrontmatter } from './frontmatter.ts';
import type { Source } from '../../../src/lib/lesson/sources.ts';
import type { CompiledLesson } from './lesson.ts';
import type { Material } from './material.ts';
import { minutesOf } from './minutes.ts';
import { takePieces } from './pieces.ts';
import { Tree, type TreeNode } from './tree.ts';

export interface LessonFile {
  readonly id: string;
  readonly language: Language;
  readonly source: string;
}

export const fileOf = ({ id, language }: Pick<LessonFile, 'id' | 'language'>): string =>
  `content/${language}/${id}.svx`;

/** What the course's page shows of a lesson, without compiling it. */
export function courseEntryOf(lesson: LessonFile) {
  const file = fileOf(lesson);
  const { frontmatter, body, line } = partFrontmatter(lesson.source, file);
  return { ...frontmatter, minutes: minutesOf(takePieces(body, line, file), lesson.language) };
}

function script(components: Components, metadata: object, hasFormula: boolean): string {
  const imports = [...components.imports].map(([name, path]) =>
    name === 'localise' ? `import { localise } from '${path}';` : `import ${name} from '${path}';`,
  );
  if (hasFormula) imports.push(`import 'katex/dist/katex.min.css';`);
  const json = JSON.stringify(metadata).replaceAll('</', '<\\/');
  return [
    `<script module>\nexport const metadata = ${json};\n</script>`,
    `<script>\n${imports.join('\n')}\n</script>`,
  ].join('\n');
}

/** As it stands in the list of sources. */
const reference = ({ authors, title, where, year }: Source): string =>
  [`${authors}: ${title}`, /\b(?:19|20)\d\d\b/.test(where) ? where : `${where}, ${year}`]
    .map((part) => part.replace(/\.$/, ''))
    .join('. ') + '.';

export async function compileLesson(lesson: LessonFile, material: Material): Promise<CompiledLesson> {
  const file = fileOf(lesson);
  const { id, language } = lesson;
  const { frontmatter, body, line } = partFrontmatter(lesson.source, file);
  const marked = takePieces(body, line, file);
  const environment: Environment = { file, language, material, colour: await colouring() };
  const components = new Components(environment);
  const tree = new Tree(environment, marked, components);
  const written = await compile(marked.text, {
    filename: file,
    smartypants: false,
    highlight: false as never,
    remarkPlugins: [(() => (root: TreeNode) => tree.go(root)) as never],
  });
  const metadata = {
    ...frontmatter,
    minutes: minutesOf(marked, language),
    headings: tree.headings,
    sources: [...components.cited].map((source) => ({
      id: source,
      text: reference(material.sources[source]),
      url: material.sources[source].url,
    })),
    terms: [...new Set(components.used.terms.map(({ name }) => name))],
  };
  const hasFormula = marked.pieces.some(({ kind }) => kind === 'formula' || kind === 'display');
  return {
    file,
    id,
    language,
    code: `${script(components, metadata, hasFormula)}\n\n${written!.code}`,
    metadata,
    components: components.sequence,
    ...components.used,
    links: tree.links,
    blocks: tree.blocks,
  };
}
