import { dirname, relative, resolve, sep } from 'node:path';

const library = resolve(import.meta.dirname, '../../src/lib');

/** Folder or file under src/lib (longest first) → the part's name. What stands in none of them may be imported by all. */
const partByPath = Object.entries({
  'model/architecture/': 'architecture',
  'model/weights/': 'weights',
  'model/engine/': 'engine',
  'model/training/': 'training',
  'model/export/': 'export',
  'model/worker.ts': 'worker',
  'model/client.ts': 'client',
  'viz/': 'viz',
  'state/': 'state',
  'export/': 'files',
  'lesson/': 'lesson',
  'ui/': 'ui',
  'i18n/': 'i18n',
});

/** Part → what it may import besides itself. */
const allowed = {
  architecture: [],
  weights: ['architecture'],
  export: ['architecture'],
  engine: ['architecture', 'weights', 'tfjs'],
  training: ['architecture', 'weights', 'engine', 'tfjs'],
  worker: ['architecture', 'weights', 'engine', 'training', 'export'],
  // `new Worker(new URL('./worker.ts', …))` is no import: the client's imports are types only.
  client: [],
  files: ['architecture', 'viz'],
  i18n: [],
  ui: ['i18n'],
  viz: ['architecture', 'ui', 'i18n'],
  state: ['client', 'architecture', 'weights', 'viz', 'export', 'ui', 'i18n'],
  lesson: ['state', 'viz', 'architecture', 'ui', 'i18n'],
  routes: ['architecture', 'weights', 'export', 'client', 'files', 'viz', 'state', 'lesson', 'ui', 'i18n'],
};

function partOfFile(path) {
  const inLibrary = relative(library, path).split(sep).join('/');
  if (/^\.\.\/(routes|\.\.\/content)\//.test(inLibrary)) return 'routes';
  return partByPath.find(([prefix]) => inLibrary.startsWith(prefix))?.[1];
}

function partOfImport(specifier, importer) {
  // The address of a file is no import of its code.
  if (specifier.endsWith('?url')) return undefined;
  if (specifier.startsWith('@tensorflow/')) return 'tfjs';
  if (specifier.startsWith('$lib/')) return partOfFile(resolve(library, specifier.slice('$lib/'.length)));
  if (specifier.startsWith('.')) return partOfFile(resolve(dirname(importer), specifier));
  return undefined;
}

/** Imports go one way (docs/architecture.md): each part of src/lib reaches only those below it, tests reach all. */
export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: { wrongWay: '{{from}} must not import {{to}} (docs/architecture.md).' },
  },
  create(context) {
    const from = partOfFile(context.filename);
    if (!from || /\.test\.ts$/.test(context.filename)) return {};
    const check = (node) => {
      const source = node.source?.value;
      if (typeof source !== 'string') return;
      const to = partOfImport(source, context.filename);
      if (to && to !== from && !allowed[from].includes(to)) {
        context.report({ node, messageId: 'wrongWay', data: { from, to } });
      }
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};
