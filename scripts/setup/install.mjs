import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../weights/stamp.mjs';
import { findNpm } from './npm.mjs';
import { report, runNode, StepFailed } from './step.mjs';

const stampFile = join(root, 'node_modules/.resnet-atlas-stamp');

/** What the installed packages depend on; some of them are built for a platform. */
function stamp() {
  const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex'); // prettier-ignore
  const [nodeMajor] = process.versions.node.split('.');
  return JSON.stringify({ lock, platform: process.platform, architecture: process.arch, nodeMajor });
}

/** `npm ci`, unless what it would install is there. Removes what it finds, so a broken installation is mended. */
export async function installPackages() {
  if (readStamp() === stamp()) return;
  report('Installing packages (npm ci, a minute or less) …');
  const code = await runNode(findNpm(), ['ci', '--no-audit', '--no-fund']);
  if (code !== 0) {
    throw new StepFailed(
      'Installing packages',
      `npm ci ended with code ${code} (its own message is above).`,
      'Check the network and the registry (npm config get registry), then run this again.',
    );
  }
  writeFileSync(stampFile, stamp());
}

function readStamp() {
  try {
    return readFileSync(stampFile, 'utf8');
  } catch {
    return undefined;
  }
}
