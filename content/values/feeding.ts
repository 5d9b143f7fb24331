import { computed, recorded, type Values } from '../../src/lib/lesson/values/value.ts';
import { inferShapes } from '../../src/lib/model/architecture/shapes.ts';
import { buildModel } from '../../src/lib/model/architecture/families.ts';
import {
  command,
  inputStd,
  keptOf,
  likeness,
  pictures,
  topOf,
  type WayName,
} from '../../scripts/feedingRecording.ts';
import { meanOf } from '../../src/lib/model/statistics.ts';
import lesson from '../recorded/feeding.json' with { type: 'json' };

const [side, , channels] = inferShapes(buildModel('resnet50')).get('input')!;
const nematode = 111;
const divided = topOf('divided');
const of = (options: string) => `${command} ${options}`.trim();
const kept = (way: WayName, options: string) => recorded(keptOf(way), of(options));
const levels = (name: string) => of(`--levels ${name}`);

export const values: Values = {
  numbers: computed(side * side * channels, '224 × 224 × 3'),
  photographs: recorded(pictures.length, of('')),
  trainedTop: recorded(
    lesson.result.levels.asTrained.probability,
    'npm run -s atlas -- predict static/samples/chelsea-cat.jpg',
    { percent: true, digits: 0 },
  ),
  stdTrained: recorded(inputStd.asTrained, of('--json'), { digits: 0 }),
  stdDivided: recorded(inputStd.divided, levels('divided --json'), { digits: 2 }),
  nematodes: recorded(divided.filter(({ index }) => index === nematode).length, levels('divided')),
  nematodeTop: recorded(meanOf(divided.map(({ probability }) => probability)), levels('divided'), {
    percent: true,
    digits: 0,
  }),
  likenessTrained: recorded(likeness.asTrained, 'node scripts/run.mjs scripts/recordFeeding.ts', {
    digits: 2,
  }),
  likenessDivided: recorded(likeness.divided, 'node scripts/run.mjs scripts/recordFeeding.ts', { digits: 3 }),
  blackClasses: recorded(
    new Set(topOf('dividedThenPrepared').map(({ index }) => index)).size,
    levels('dividedThenPrepared'),
  ),
  keptNotReversed: kept('notReversed', '--levels notReversed'),
  keptMeans: kept('meansKept', '--levels meansKept'),
  lostMirrored: recorded(pictures.length - keptOf('mirrored'), of('--flip')),
  keptSqueezed: kept('squeezed', '--fit squeeze'),
  changed256: recorded(pictures.length - keptOf('shorter256'), of('--shorter 256')),
};
