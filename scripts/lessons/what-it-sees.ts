import { resultOf, type ClassMap } from '../../content/experiments/what-it-sees/result.ts';
import seen from '../../src/lib/state/recordings/seen.json' with { type: 'json' };

/** The two most probable classes' maps, of the recording of all samples. */
export function record() {
  const { maps, picture } = seen.images.find((image) => image.picture === 'brandenburg-gate')!;
  const classMap = ({ label, probability, bias, logit, map }: (typeof maps)[number]): ClassMap => ({
    label,
    probability,
    map: { height: 7, width: 7, values: map, head: { bias, logit } },
  });
  return {
    result: resultOf(picture, [classMap(maps[0]), classMap(maps[1])]),
    command: `${seen.command} ${picture}`,
    recorded: seen.recorded.slice(0, 10),
    backend: seen.backend,
  };
}
