/** The ways of giving a picture to the network that the lesson compares. */
import { levelsByName, type Feed, type LevelsName } from '../../../src/lib/model/feeding.ts';

export const warpNames = [
  'mirrored',
  'larger',
  'smaller',
  'sheared',
  'turned',
  'moved',
  'corner',
  'squeezed',
] as const;
export type WarpName = (typeof warpNames)[number];

export const levelsNames = Object.keys(levelsByName) as LevelsName[];

/** Levels otherwise, the square as everywhere. */
export const levelFeeds: readonly Feed[] = levelsNames.map((name) =>
  name === 'asTrained' ? {} : { levels: levelsByName[name] },
);

/** 0.2 of a radian. */
export const shearDegrees = 11.46;

const warps: Readonly<Record<WarpName, Feed>> = {
  mirrored: { warp: { flip: true } },
  larger: { warp: { zoom: 1.2 } },
  smaller: { warp: { zoom: 0.8 } },
  sheared: { warp: { shear: shearDegrees } },
  turned: { warp: { turn: 15 } },
  moved: { warp: { right: 0.1, down: 0.1 } },
  // The upper left three quarters of the middle square's side.
  corner: { shorter: 299, corner: { left: 0, top: 0 } },
  squeezed: { fit: 'squeeze' },
};

/** The square otherwise, the levels as in training. */
export const warpFeeds: readonly Feed[] = warpNames.map((name) => warps[name]);
