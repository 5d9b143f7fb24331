/** A reader's own ResNet-50, fine-tuned perhaps, from a tfjs layers-model. */
import { statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AtlasError } from '../../src/lib/model/errors.ts';
import type { Manifest } from '../../src/lib/model/weights/manifest.ts';
import { readModelFolder } from './modelFolder.ts';
import type { Report } from '../npmPackage.ts';
import { writeServedFolder } from './prepare.ts';

/** What is wrong with what the reader gave, in one sentence. */
export class UnreadableModel extends Error {
  override readonly name = 'UnreadableModel';
}

/**
 * @param from a folder with model.json, its shards and perhaps labels.json; or the path of its model.json
 * @param name of the new folder; the default is the name of the model's
 * @param parent where the new folder goes
 * @throws UnreadableModel
 */
export async function importModel(
  from: string,
  name: string | undefined,
  parent: string,
  report: Report,
): Promise<{ name: string; manifest: Manifest }> {
  const folder = basename(from) === 'model.json' ? dirname(from) : from;
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UnreadableModel(`There is no folder ${folder}.`);
  }
  const checked = checkedName(name ?? basename(folder));
  try {
    report(`Reading ${folder} …`);
    const model = await readModelFolder(folder);
    report('Writing the weights, a shard per block …');
    const source = { name: checked, licence: 'not stated' };
    const manifest = await writeServedFolder(join(parent, checked), model, source);
    const [height, width] = model.pictureSize.map((side) => side ?? 224);
    if (height !== 224 || width !== 224) {
      report(
        `Note: this model was made for pictures of ${height} × ${width} pixels; here it is given 224 × 224.`,
      );
    }
    return { name: checked, manifest };
  } catch (error) {
    if (!(error instanceof AtlasError)) throw error;
    const sentence = `${folder} cannot be read as a tfjs layers-model of Keras’ ResNet-50: ${problem(error)}.`;
    throw new UnreadableModel(sentence, { cause: error });
  }
}

function problem(error: AtlasError): string {
  if (isCode(error, 'weightsManifest')) return `in ${error.details.file}, ${error.details.reason}`;
  if (isCode(error, 'weightsMissing')) return `${error.details.file} is missing`;
  if (isCode(error, 'weightsLength')) {
    return `its shards have ${error.details.actual} bytes, and model.json lists ${error.details.expected}`;
  }
  return error.message;
}

function isCode<C extends AtlasError['code']>(error: AtlasError, code: C): error is AtlasError<C> {
  return error.code === code;
}

/** Goes into a path and a URL. */
function checkedName(name: string): string {
  // On Windows and macOS a folder has one name in any case.
  if (name.toLowerCase() === 'resnet50') {
    throw new UnreadableModel(
      `The name ${name} belongs to the published weights: choose another with --name NAME.`,
    );
  }
  if (!/^[a-z0-9][a-z0-9_-]{0,39}$/i.test(name)) {
    throw new UnreadableModel(
      `“${name}” cannot be the name of a folder of weights: give one of letters, digits, - and _ with --name NAME.`,
    );
  }
  return name;
}
