import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** Kit hashes the inline scripts that it writes itself; those of the template are hashed here. */
const template = readFileSync(new URL('src/app.html', import.meta.url), 'utf8');
/** @type {`sha256-${string}`[]} */
const templateScripts = [...template.matchAll(/<script>([^]*?)<\/script>/g)].map(
  ([, script]) => `sha256-${createHash('sha256').update(script).digest('base64')}`,
);

/** @type {import('@sveltejs/kit').Config} */
export default {
  // Lessons are Svelte by the time that Svelte sees them (scripts/vite/lessons).
  extensions: ['.svelte', '.svx'],
  preprocess: vitePreprocess(),
  compilerOptions: {
    // Runes for our own files only: packages choose for themselves.
    runes: ({ filename }) => (filename.split(/[/\\]/).includes('node_modules') ? undefined : true),
  },
  kit: {
    adapter: adapter({ fallback: '404.html' }),
    // A request for each component’s few lines of style holds up the first paint on a telephone.
    inlineStyleThreshold: 4096,
    // src/routes/+layout.svelte does it: Kit would wait for an event that is over when its script is put in place.
    serviceWorker: { register: false },
    paths: { base: process.env.BASE_PATH ?? '', relative: true },
    prerender: { handleHttpError: 'fail', handleMissingId: 'fail' },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        'script-src': ['self', 'wasm-unsafe-eval', ...templateScripts],
        'style-src': ['self'],
        'style-src-attr': ['unsafe-inline'],
        'img-src': ['self', 'blob:', 'data:'],
        'worker-src': ['self', 'blob:'],
        'connect-src': ['self'],
        'object-src': ['none'],
        'base-uri': ['self'],
      },
    },
  },
};
