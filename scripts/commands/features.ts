import { basename } from 'node:path';
import { feeding } from '../../src/lib/model/engine/feeding.ts';
import { AtlasError } from '../../src/lib/model/errors.ts';
import {
  confusionMatrix,
  leaveOneOut,
  rightOf,
  scalings,
  type Example,
} from '../../src/lib/state/transfer/nearestMean.ts';
import { decodeFile } from '../decode.ts';
import { readArguments, readSession, somePictures } from './arguments.ts';
import { readWhole } from './numbers.ts';
import { table } from './table.ts';

export const usage =
  'features IMAGE… [--node avg_pool] [--groups 4,4,5] [--precision float16|float32 | --weights DIR] [--json]';

/**
 * A node's value for each picture: what a new classifier is trained on. With `--groups`, so many pictures of each class,
 * in order: the answers of the nearest class mean, each picture left out once.
 */
export async function run(args: string[]) {
  const { values, positionals } = readArguments('features', args, {
    node: { type: 'string' },
    groups: { type: 'string' },
    precision: { type: 'string' },
    weights: { type: 'string' },
  });
  const paths = somePictures('features', positionals);
  const labels = values.groups === undefined ? null : readGroups(values.groups, paths.length);
  const node = values.node ?? 'avg_pool';
  const pictures = await Promise.all(paths.map((path) => decodeFile(path)));
  const { session, backend } = await readSession(values);
  const images = [];
  for (const [at, path] of paths.entries()) {
    const [{ value }] = await feeding(session, { pixels: pictures[at], feeds: [{}], node });
    images.push({ image: basename(path), features: [...value!] });
  }
  session.dispose();
  const { graph, precision } = session;
  const nearestMean =
    labels &&
    nearestMeans(
      images.map(({ features }, i) => ({ label: labels[i], features })),
      labels,
    );
  const result = {
    model: graph.name,
    backend: backend.backend,
    weights: precision,
    node,
    ...(nearestMean && { nearestMean }),
    images,
  };
  const rows = images.map(({ image, features }, i) => [
    image,
    features.length,
    features.reduce((least, x) => Math.min(least, x)),
    features.reduce((most, x) => Math.max(most, x)),
    features.filter((x) => x === 0).length,
    ...(nearestMean ? [`${labels[i] + 1}`, `${nearestMean.raw.answers[i] + 1}`] : []),
  ]);
  const head = [
    'picture',
    'numbers',
    'least',
    'largest',
    'zeros',
    ...(nearestMean ? ['class', 'answer'] : []),
  ];
  const counts = Object.entries(nearestMean ?? {}).map(
    ([scaling, { right }]) => `nearest class mean, ${scaling}: ${right} of ${images.length}`,
  );
  return { result, text: () => [table(head, rows), ...counts].join('\n') };
}

const nearestMeans = (examples: readonly Example[], labels: readonly number[]) => {
  const classes = Math.max(...labels) + 1;
  const by = (scaling: (typeof scalings)[number]) => {
    const answers = leaveOneOut(examples, classes, scaling);
    const matrix = confusionMatrix(labels, answers, classes);
    return { right: rightOf(matrix), answers, matrix };
  };
  return { raw: by('raw'), unit: by('unit'), standardised: by('standardised') };
};

/** The class of each picture, from the classes' sizes. @throws AtlasError invalidValue */
function readGroups(value: string, pictures: number): number[] {
  const sizes = value
    .split(',')
    .map((size) => readWhole('--groups', size.trim(), { least: 2, most: 10_000 }));
  const labels = sizes.flatMap((size, label) => new Array<number>(size).fill(label));
  if (sizes.length > 1 && labels.length === pictures) return labels;
  throw new AtlasError('invalidValue', {
    option: '--groups',
    value,
    expected: `sizes of two or more classes that add up to the ${pictures} pictures`,
  });
}
