/** `npm run weights`: prepares ResNet-50's weights, or those of another model of the same architecture. */
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { errorSentence } from '../src/lib/i18n/errorSentence.ts';
import { formatBytes, formatNumber } from '../src/lib/i18n/format.ts';
import { AtlasError } from '../src/lib/model/errors.ts';
import type { Manifest } from '../src/lib/model/weights/manifest.ts';
import { importModel, UnreadableModel } from './weights/importModel.ts';
import { repairWeights } from './weights/repair.ts';
import { root } from './weights/stamp.mjs';

const usage = `Usage: npm run weights [-- --from DIR [--name NAME]]

  Without options: fetches, checks and writes ResNet-50's published weights to static/weights/resnet50,
  and repairs what is damaged or missing there.

  --from DIR   does the same for another tfjs layers-model of Keras' ResNet-50: a folder with model.json, its
               shards and, if you like, labels.json (a list of class names); any number of classes
  --name NAME  of the folder in static/weights (default: the name of DIR)`;

const weightsFolder = join(root, 'static/weights');

const report = (line: string) => void process.stderr.write(`${line}\n`);

/** @returns the exit code: 0, or 2 after one sentence on standard error. */
export async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'string') {
    report(`${options} See npm run weights -- --help.`);
    return 2;
  }
  try {
    if (options.help) console.log(usage);
    else if (options.from === undefined) console.log(summary('resnet50', await repairWeights(report)));
    else {
      // npm changes to the project's folder; the path is meant from where the reader stands.
      const from = resolve(process.env.INIT_CWD ?? process.cwd(), options.from);
      const { name, manifest } = await importModel(from, options.name, weightsFolder, report);
      console.log(summary(name, manifest));
    }
    return 0;
  } catch (error) {
    if (error instanceof UnreadableModel) report(error.message);
    else if (error instanceof AtlasError) report(errorSentence('en', error));
    else throw error;
    return 2;
  }
}

/** The options, or a sentence that tells what is wrong with them. */
function readOptions(args: string[]) {
  const options = {
    from: { type: 'string' },
    name: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    const { values } = parseArgs({ args, options });
    if (values.name !== undefined && values.from === undefined) return '--name needs --from DIR.';
    return values;
  } catch (error) {
    return `${(error as Error).message.split('. ')[0].replace(/\.?$/, '.')}`;
  }
}

function summary(name: string, { classes, bytes, shards }: Manifest): string {
  const path = relative(root, join(weightsFolder, name));
  return `${path}: ${formatNumber(classes, 'en')} classes, ${shards.length} shards, ${formatBytes(bytes, 'en')}`;
}
