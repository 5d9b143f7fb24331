import { levels } from '../../content/experiments/backbone/result.ts';
import seen from '../../src/lib/state/recordings/seen.json' with { type: 'json' };
import { buildModel } from '../../src/lib/model/architecture/families.ts';
import { inferShapes } from '../../src/lib/model/architecture/shapes.ts';

/** Of the recording of all samples. */
export function record() {
  const shapes = inferShapes(buildModel('resnet50'));
  const image = seen.images.find(({ picture }) => picture === 'red-panda')!;
  return {
    result: {
      picture: image.picture,
      levels: image.levels.map((figures, i) => ({
        name: levels[i].name,
        shape: shapes.get(levels[i].node),
        ...figures,
      })),
    },
    command: `${seen.command} ${image.picture}`,
    recorded: seen.recorded.slice(0, 10),
    backend: seen.backend,
  };
}
