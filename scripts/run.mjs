// Runs a TypeScript entry of this project in Node (Node 20 strips no types): node scripts/run.mjs FILE [ARGUMENTS…]
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const [entry, ...rest] = process.argv.slice(2);

// tsconfig.json extends a file that SvelteKit generates, and the transform reads it.
if (!existsSync(join(root, '.svelte-kit/tsconfig.json'))) {
  const kit = join(root, 'node_modules/@sveltejs/kit/svelte-kit.js');
  execFileSync(process.execPath, [kit, 'sync'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}

const server = await createServer({
  root,
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  optimizeDeps: { noDiscovery: true, include: [] },
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  resolve: { alias: { $lib: resolve(root, 'src/lib') } },
});
try {
  const module = await server.ssrLoadModule(resolve(root, entry));
  process.exitCode = (await module.main(rest)) ?? 0;
} finally {
  await server.close();
}
