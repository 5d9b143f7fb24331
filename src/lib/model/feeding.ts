/** How a picture becomes the network's input, as it was in training or otherwise. Arithmetic alone: page and engine. */
import { meansBGR } from './architecture/imageNet.ts';
import type { PictureCut } from './pictureCut.ts';

export type ChannelOrder = 'bgr' | 'rgb';

/** One number for each of the input's three channels, in the input's order. */
export type PerChannel = readonly [number, number, number];

/** From levels of 0 … 255 to the network's input: (level · scale − mean) / deviation. */
export interface Levels {
  readonly order: ChannelOrder;
  readonly scale: number;
  readonly means: PerChannel;
  readonly deviations: PerChannel;
}

const none: PerChannel = [0, 0, 0];
const ones: PerChannel = [1, 1, 1];

/** He's release and what was ported from it: blue, green, red, means subtracted, nothing divided. */
export const asTrained: Levels = { order: 'bgr', scale: 1, means: meansBGR, deviations: ones };

/** Ways of preprocessing that are met with; only the first fits these weights. */
export const levelsByName = {
  asTrained,
  /** Red where blue was in training; the means stay where they were. */
  notReversed: { ...asTrained, order: 'rgb' },
  meansKept: { ...asTrained, means: none },
  /** Division by 255 and nothing else, as `rescale=1./255` does it. */
  divided: { order: 'rgb', scale: 1 / 255, means: none, deviations: ones },
  /** Divided first, then prepared as in training. */
  dividedThenPrepared: { ...asTrained, scale: 1 / 255 },
  /** From −1 to 1: for Keras' ResNet50V2. */
  signed: { order: 'rgb', scale: 1 / 127.5, means: ones, deviations: ones },
  /** For torchvision's weights. */
  torchvision: {
    order: 'rgb',
    scale: 1 / 255,
    means: [0.485, 0.456, 0.406],
    deviations: [0.229, 0.224, 0.225],
  },
} as const satisfies Record<string, Levels>;

export type LevelsName = keyof typeof levelsByName;

/**
 * A map of the square onto itself: enlarged from its middle, then sheared, then turned, then mirrored, then moved.
 * What comes in from outside repeats the border. What is absent is not done.
 */
export interface Warp {
  /** Above 1: larger. */
  readonly zoom?: number;
  /** In degrees: horizontal lines stay, vertical ones lean, their upper ends to the right. */
  readonly shear?: number;
  /** In degrees, clockwise. */
  readonly turn?: number;
  /** Left and right change places. */
  readonly flip?: boolean;
  /** In shares of the side. */
  readonly right?: number;
  readonly down?: number;
}

/** Fog between the camera and what it sees. Distances in metres; they are assumed, a picture does not hold them. */
export interface Fog {
  /** Where a black target's contrast against the sky has fallen to the threshold, in metres. */
  readonly visibility: number;
  /** Distance of the lowest row, and of the highest. */
  readonly near: number;
  readonly far: number;
  /** Level of the fog's own light, 0 … 255. */
  readonly light: number;
}

/** A street scene: what stands at the lower edge is near, what stands at the upper edge a block or two away. */
export const usualFog: Omit<Fog, 'visibility'> = { near: 5, far: 200, light: 220 };

/** Of the contrast that an eye can just tell: the usual 2 % (the WMO's optical range has 5 %). */
export const contrastThreshold = 0.02;

/** β, per metre, of a visibility V: V = −ln ε / β (Koschmieder 1924). */
export const extinctionOf = (visibility: number, threshold = contrastThreshold): number =>
  -Math.log(threshold) / visibility;

/** Share of a thing's light that arrives, e^(−βd). @param height 0: the lowest row, 1: the highest */
export const transmission = ({ visibility, near, far }: Fog, height: number): number =>
  Math.exp(-extinctionOf(visibility) * (near + (far - near) * height));

/** The square that the network gets; what is absent is as everywhere on this site. */
export interface Feed {
  /** 'squeeze': the whole picture, its sides made equal; 'crop', as in training: the largest square in the middle. */
  readonly fit?: 'crop' | 'squeeze';
  /** A square of the picture in place of that in the middle. */
  readonly cut?: PictureCut;
  /**
   * The shorter side is resized to so many pixels, at least the input's; of the square in the middle, so large, the
   * network gets the part whose upper left corner is here, in pixels; the middle when absent.
   */
  readonly shorter?: number;
  readonly corner?: { readonly left: number; readonly top: number };
  readonly warp?: Warp;
  /** Put over what the warp has given. */
  readonly fog?: Fog;
  /** As trained when absent. */
  readonly levels?: Levels;
}

/** Four corners and the middle of the square of 256 pixels, each also mirrored: the ten crops of the papers. */
export const tenCrops: readonly Feed[] = [
  [0, 0],
  [32, 0],
  [0, 32],
  [32, 32],
  [16, 16],
].flatMap(([left, top]) => {
  const feed: Feed = { shorter: 256, corner: { left, top } };
  return [feed, { ...feed, warp: { flip: true } }];
});
