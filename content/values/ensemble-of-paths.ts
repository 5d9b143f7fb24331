import { buildModel } from '../../src/lib/model/architecture/families.ts';
import { pathCounts, shareOfPaths } from '../../src/lib/model/architecture/paths.ts';
import { meanOf } from '../../src/lib/model/statistics.ts';
import { baseOf, effectsOf, removalCurve } from '../../src/lib/state/gradients/lesionFigures.ts';
import { lesionRecording } from '../../src/lib/state/gradients/lesionRecording.ts';
import { pathsRecording } from '../../src/lib/state/gradients/pathsRecording.ts';
import refinement from '../../src/lib/state/recordings/refinement.json' with { type: 'json' };
import small from '../../src/lib/state/recordings/small-lesions.json' with { type: 'json' };
import { lengthFigures, lossPerBranch, meanLength } from '../../src/lib/viz/pathFigures.ts';
import { computed, mathematics, recorded, type Values } from '../../src/lib/lesson/values/value.ts';

const sixteen = pathCounts(buildModel('resnet50'));
/** ResNet-110 of the paper on CIFAR-10. */
const fiftyFour = pathCounts(buildModel('cifar-resnet-110'));

const figures = lengthFigures(pathsRecording.report);
const shares = figures.map(({ share }) => share!);
const between = (from: number, to: number) =>
  shares.slice(from, to + 1).reduce((sum, share) => sum + share, 0);
const eight = figures[8];
const paths = pathsRecording.command;

const blocks = lesionRecording.images.map((image) => image.blocks);
const kept = effectsOf(blocks, 'kept').map(({ mean }) => mean);
const keptOf = (id: string) => kept[pathIndex(id)];
const removals = removalCurve(
  lesionRecording.images.map((image) => image.removals),
  lesionRecording.removals,
  'kept',
);
const swaps = effectsOf(
  lesionRecording.images.map((image) => image.swaps),
  'kept',
).map(({ mean }) => mean);
const lesions = lesionRecording.command;

const ids = Object.keys(refinement.runs['1']['red-panda'].blocks);
function pathIndex(id: string) {
  return ids.indexOf(id);
}

/** mean, std, bias, cosine, cosine at the sum, ratio: as `state/gradients/refinementRecording.ts` reads them. */
const refined = Object.values(refinement.runs['1']) as readonly {
  blocks: Readonly<Record<string, readonly number[]>>;
  exits: readonly { top: readonly (readonly number[])[] }[];
}[];
const over = (block: string, column: number) =>
  meanOf(refined.map((picture) => picture.blocks[block][column]));
const [refine] = refinement.commands;

export const values: Values = {
  paths: mathematics(2 ** 16, '2¹⁶'),
  lost: mathematics(2 ** 15, '2¹⁵'),
  most: mathematics(sixteen[8], 'C(16, 8)'),
  middle: mathematics(
    shareOfPaths(sixteen, 5, 11),
    {
      en: 'binomial coefficients of 16, lengths 5 to 11',
      zh: '16 的二项式系数，长度 5 到 11',
    },
    {
      percent: true,
      digits: 1,
    },
  ),
  effective: mathematics(
    shareOfPaths(fiftyFour, 5, 17),
    {
      en: 'binomial coefficients of 54, lengths 5 to 17',
      zh: '54 的二项式系数，长度 5 到 17',
    },
    {
      percent: true,
      digits: 2,
    },
  ),
  blocks110: computed(fiftyFour.length - 1, {
    en: 'blocks in the graph of the network',
    zh: '该网络计算图中的块数',
  }),

  short: recorded(between(3, 9), paths, { percent: true, digits: 0 }),
  shortOfPaths: mathematics(
    shareOfPaths(sixteen, 3, 9),
    {
      en: 'binomial coefficients of 16, lengths 3 to 9',
      zh: '16 的二项式系数，长度 3 到 9',
    },
    {
      percent: true,
      digits: 0,
    },
  ),
  meanLength: recorded(meanLength(shares), paths, { digits: 1 }),
  lossPerBranch: recorded(lossPerBranch(figures), paths, { digits: 1 }),
  long: recorded(between(10, 16), paths, { percent: true, digits: 1 }),
  longEstimate: recorded(
    figures.slice(10).reduce((sum, { estimate }) => sum + estimate!, 0),
    paths,
    { percent: true, digits: 0 },
  ),
  excess: recorded((eight.paths * eight.single!.mean) / eight.together!, paths, { digits: 0 }),
  unrelated: recorded((Math.sqrt(eight.paths) * eight.single!.rootMeanSquare) / eight.together!, paths, {
    digits: 2,
  }),

  base: recorded(baseOf(blocks), lesions, { percent: true, digits: 0 }),
  keptAll: recorded(meanOf(kept), lesions, { percent: true, digits: 0 }),
  kept2b: recorded(keptOf('2b') * blocks.length, lesions),
  kept5c: recorded(keptOf('5c') * blocks.length, lesions),
  plainBest: recorded(Math.max(...Object.values(small.networks.plain.blocks)), small.command, {
    percent: true,
    digits: 0,
  }),
  kept2: recorded(removals[2].mean, lesions, { percent: true, digits: 0 }),
  kept4: recorded(removals[4].mean, lesions, { percent: true, digits: 0 }),
  kept8: recorded(removals[8].mean, lesions, { percent: true, digits: 0 }),
  swapped: recorded(meanOf(swaps), lesions, { percent: true, digits: 0 }),

  error4a: recorded(over('4a', 1), refine, { digits: 2 }),
  error4e: recorded(over('4e', 1), refine, { digits: 2 }),
  ratio5c: recorded(over('5c', 5), refine, { digits: 2 }),
  ratio2c: recorded(over('2c', 5), refine, { digits: 2 }),
  cosine5c: recorded(over('5c', 3), refine, { digits: 2 }),
  early: recorded(refined.filter(({ exits }) => exits[0].top[0][0] === exits[2].top[0][0]).length, refine),
};
