/** What was recorded of all photographs, given in many ways, counted. */
import recording from '../src/lib/state/recordings/feeding.json' with { type: 'json' };

export const { command, recorded, likeness, inputStd } = recording;

export type WayName = keyof (typeof recording.pictures)[number]['answers'];

export const pictures = recording.pictures.map(({ picture, class: label, answers }) => ({
  picture,
  label,
  answers: answers as Readonly<Record<WayName, readonly (readonly number[])[]>>,
}));

/** The most probable class of each photograph, and its probability. */
export const topOf = (way: WayName) =>
  pictures.map(({ answers }) => ({ index: answers[way][0][0], probability: answers[way][0][1] }));

/** Photographs whose answer is the one that they get when given as in training. */
export const keptOf = (way: WayName): number => {
  const right = topOf('asTrained');
  return topOf(way).filter(({ index }, i) => index === right[i].index).length;
};

/** Of each photograph that has a label, whether the first answer is that. */
export const rightIn = (way: WayName): boolean[] =>
  pictures.flatMap(({ label, answers }) => (label === null ? [] : [answers[way][0][0] === label]));
