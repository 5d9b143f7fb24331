import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { licenceOf, packageFolderOf, type PackageLicence } from './packageLicence.ts';

/** SvelteKit empties this folder before each build. */
export const bundledLicencesFile = '.svelte-kit/output/bundled-licences.json';

/** Shipped as an asset, so in no bundle's list of modules. */
const assets = ['node_modules/@fontsource-variable/inter'];

/**
 * Keeps the licence of every package of which the browser gets code: exactly those in the bundles, whatever
 * they were bundled through. The page and its workers are bundled apart; their lists are united in one file.
 * @param bundle 'client' leaves out what only the server's bundle contains
 */
export function bundledPackages(bundle: 'client' | 'worker'): Plugin {
  return {
    name: `bundled-packages:${bundle}`,
    apply: 'build',
    generateBundle(_options, output) {
      if (bundle === 'client' && this.environment.name !== 'client') return;
      const found = readBundledLicences();
      const modules = new Map<string, string[]>(assets.map((folder) => [folder, []]));
      for (const chunk of Object.values(output)) {
        if (chunk.type !== 'chunk') continue;
        for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
          const folder = renderedLength > 0 ? packageFolderOf(id) : undefined;
          if (folder) modules.set(folder, [...(modules.get(folder) ?? []), id]);
        }
      }
      for (const [folder, ids] of modules) {
        const licence = licenceOf(folder, ids);
        found.set(`${licence.name}@${licence.version}`, licence);
      }
      mkdirSync(dirname(bundledLicencesFile), { recursive: true });
      writeFileSync(bundledLicencesFile, JSON.stringify([...found.values()]));
    },
  };
}

/** What the builds so far have kept; empty in development, where nothing is bundled. */
export function readBundledLicences(root = process.cwd()): Map<string, PackageLicence> {
  const file = join(root, bundledLicencesFile);
  const licences: PackageLicence[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  return new Map(licences.map((licence) => [`${licence.name}@${licence.version}`, licence]));
}
