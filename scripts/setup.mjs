// What a fresh clone lacks, for start and test alike. Runs before any package is there: Node's own modules only.
import { checkNode } from './setup/node.mjs';
import { installPackages } from './setup/install.mjs';
import { prepareWeights } from './setup/weights.mjs';

/** Quick when nothing is missing. */
export async function setUp() {
  checkNode();
  await installPackages();
  await prepareWeights();
}
