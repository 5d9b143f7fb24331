import { sveltekit } from '@sveltejs/kit/vite';
import type { Connect, Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { katexFonts } from './scripts/vite/katexFonts.ts';
import { lessons } from './scripts/vite/lessons/plugin.ts';
import { staticIcons } from './scripts/vite/staticIcons.ts';
import { threadedWasm } from './scripts/vite/threadedWasm.ts';
import { bundledPackages } from './scripts/licences/bundledPackages.ts';

/**
 * Cross-origin isolation, which wasm threads need. SvelteKit's preview ignores `preview.headers`,
 * so both servers get the headers from here.
 */
function crossOriginIsolation(): Plugin {
  const isolate: Connect.NextHandleFunction = (_request, response, next) => {
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    next();
  };
  return {
    name: 'cross-origin-isolation',
    configureServer: (server) => void server.middlewares.use(isolate),
    configurePreviewServer: (server) => void server.middlewares.use(isolate),
  };
}

const tensorPackages = ['core', 'backend-cpu', 'backend-wasm', 'backend-webgl', 'backend-webgpu'].map(
  (part) => `@tensorflow/tfjs-${part}`,
);

/** Used in the worker only, where the dev server does not look ahead. */
const inWorker = [
  '@noble/hashes/sha2.js',
  '@noble/hashes/utils.js',
  ...['bmp', 'gif', 'heif', 'jpg', 'png', 'webp'].map((format) => `image-size/types/${format}`),
];

/**
 * Modules that are always, or nearly always, fetched together are one file: a request costs more than most of them.
 * A share is a page, a lesson, or what one of them imports when it is asked for. A group takes what its modules import
 * with it, unless a group of higher priority has it already.
 */
const chunkGroups = [
  {
    name: 'framework',
    test: /node_modules\/(?:svelte|@sveltejs\/kit|esm-env|clsx|devalue|@lucide\/svelte\/dist\/(?!icons\/))|preload-helper/,
    minShareCount: 20,
    priority: 5,
  },
  {
    name: 'site',
    test: /src\/lib\/(?:i18n\/(?:index|languages|paths|format|messages\/shell)|ui\/(?:PageHead|Provenance|theme)|model\/errors|state\/(?:progressFile|checkedJson))\./,
    priority: 4,
  },
  { name: 'icons', test: /@lucide\/svelte\/dist\/icons\//, minShareCount: 3, priority: 3 },
  { name: 'figures', test: /node_modules\/d3-(?:array|path)\//, minShareCount: 20, priority: 3 },
  { name: 'chart', test: /src\/lib\/ui\/chart\//, minShareCount: 20, priority: 2 },
  {
    name: 'lesson',
    test: /src\/lib\/(?:lesson\/|i18n\/messages\/lesson|state\/lessonProgress|ui\/(?:ScrollBox|TabGroup))/,
    minShareCount: 20,
    priority: 1,
  },
];

const chunks = (): Plugin => ({
  name: 'chunks',
  applyToEnvironment: ({ name }) => name === 'client',
  outputOptions: (options) => ({ ...options, codeSplitting: { groups: chunkGroups } }),
});

export default defineConfig({
  plugins: [
    chunks(),
    crossOriginIsolation(),
    katexFonts(),
    lessons(),
    staticIcons(),
    sveltekit(),
    bundledPackages('client'),
  ],
  // Without this the dev server discovers them in mid-run and reloads the page.
  optimizeDeps: { include: [...tensorPackages, ...inWorker] },
  worker: {
    format: 'es',
    plugins: () => [threadedWasm(), bundledPackages('worker')],
    // Licence comments are 90 kB of the WebGL chunk; they are collected on the licences page instead.
    rolldownOptions: { output: { comments: { legal: false } } },
  },
  build: {
    target: 'es2022',
    // A font in a data: URL is against the content security policy.
    assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined),
  },
  test: {
    expect: { requireAssertions: true },
    // The default leaves one processor free: half of the two that a small machine has.
    maxWorkers: '100%',
    reporters: ['default', ['json', { outputFile: '.cache/reports/vitest.json' }]],
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          setupFiles: ['src/lib/testing/setup.ts'],
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'bench/**/*.test.ts', 'content/**/*.test.ts'],
          exclude: ['src/**/*.browser.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
