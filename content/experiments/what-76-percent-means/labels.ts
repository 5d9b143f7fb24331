/** Photographs with a class, and whether that class is what they show or only the nearest of the thousand. */
import { photographs } from '../../../src/lib/state/photographs.ts';

export const labelled = photographs.flatMap(({ id, file, thumbnail, title, imagenetIndex }) =>
  imagenetIndex === null ? [] : [{ id, file, thumbnail, title, label: imagenetIndex }],
);

/**
 * None of the thousand classes is what these show: another kind is the nearest, or several would do as well. Decided by
 * looking at the pictures and at the names of the classes, not at the answers.
 */
export const nearestOnly: ReadonlySet<string> = new Set([
  // Tabby, tiger cat or Egyptian cat: not to be told from the coat.
  'chelsea-cat',
  'kitten',
  'cat-yarn',
  // A tawny owl; a Sally Lightfoot crab; a saltwater crocodile; a grey kangaroo; a white farm duck; a sheep without horns.
  'owl',
  'crab',
  'crocodile',
  'kangaroo',
  'duck',
  'sheep',
  // A dahlia, called daisy.
  'flower',
  // A pavilion, a wall along a ridge, a gate, an aqueduct, a rocket.
  'china-palace',
  'great-wall',
  'brandenburg-gate',
  'aqueduct-bridge',
  'rocket',
]);
