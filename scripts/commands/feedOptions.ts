/** Ways of giving a picture to the network, as options of the command line. */
import { AtlasError } from '../../src/lib/model/errors.ts';
import {
  asTrained,
  levelsByName,
  usualFog,
  type Feed,
  type Fog,
  type Levels,
  type LevelsName,
  type PerChannel,
  type Warp,
} from '../../src/lib/model/feeding.ts';
import { readChoice, readNumber, readWhole } from './numbers.ts';

export const feedOptions = {
  levels: { type: 'string' },
  order: { type: 'string' },
  scale: { type: 'string' },
  mean: { type: 'string' },
  deviation: { type: 'string' },
  fit: { type: 'string' },
  cut: { type: 'string' },
  shorter: { type: 'string' },
  corner: { type: 'string' },
  flip: { type: 'boolean' },
  zoom: { type: 'string' },
  shear: { type: 'string' },
  turn: { type: 'string' },
  shift: { type: 'string' },
  fog: { type: 'string' },
  distances: { type: 'string' },
  light: { type: 'string' },
} as const;

export const feedUsage = `[--levels ${Object.keys(levelsByName).join('|')}] [--order bgr|rgb] [--scale 1|1/255] [--mean on|off|B,G,R] [--deviation B,G,R] [--fit crop|squeeze] [--cut LEFT,TOP,SIDE] [--shorter 256 [--corner LEFT,TOP]] [--flip] [--zoom 1.2] [--shear DEGREES] [--turn DEGREES] [--shift RIGHT,DOWN] [--fog METRES [--distances NEAR,FAR] [--light 0…255]]`;

export type FeedValues = Partial<Record<Exclude<keyof typeof feedOptions, 'flip'>, string>> & {
  readonly flip?: boolean;
};

/** @throws AtlasError invalidValue */
export function readFeed(values: FeedValues): Feed {
  const levels = readLevels(values);
  const warp = readWarp(values);
  const fog = readFog(values);
  const side = { least: 224, most: 2048 };
  const corner = values.corner === undefined ? undefined : numbersOf('--corner', values.corner, 2, 0, 2048);
  const cut = values.cut === undefined ? undefined : numbersOf('--cut', values.cut, 3, 0, 16384);
  return {
    ...(values.fit !== undefined && { fit: readChoice('--fit', values.fit, ['crop', 'squeeze'] as const) }),
    ...(cut && { cut: { turn: 0, left: cut[0], top: cut[1], side: cut[2] } }),
    ...(values.shorter !== undefined && { shorter: readWhole('--shorter', values.shorter, side) }),
    ...(corner && { corner: { left: corner[0], top: corner[1] } }),
    ...(warp && { warp }),
    ...(fog && { fog }),
    ...(levels && { levels }),
  };
}

function readLevels({ levels, order, scale, mean, deviation }: FeedValues): Levels | null {
  if ([levels, order, scale, mean, deviation].every((value) => value === undefined)) return null;
  const names = Object.keys(levelsByName) as LevelsName[];
  const named: Levels =
    levels === undefined ? asTrained : levelsByName[readChoice('--levels', levels, names)];
  return {
    order: order === undefined ? named.order : readChoice('--order', order, ['bgr', 'rgb']),
    scale: scale === undefined ? named.scale : readScale(scale),
    means: mean === undefined ? named.means : readMeans(mean),
    deviations: deviation === undefined ? named.deviations : triple('--deviation', deviation, 1e-6),
  };
}

function readScale(value: string): number {
  const fraction = /^1\/(\d+(?:\.\d+)?)$/.exec(value);
  if (fraction && Number(fraction[1]) > 0) return 1 / Number(fraction[1]);
  return readNumber('--scale', value, { least: 0, most: 1000 });
}

function readMeans(value: string): PerChannel {
  if (value === 'on') return asTrained.means;
  return value === 'off' ? [0, 0, 0] : triple('--mean', value, -1000);
}

function readWarp({ flip, zoom, shear, turn, shift }: FeedValues): Warp | null {
  const degrees = { least: -180, most: 180 };
  const moved = shift === undefined ? undefined : numbersOf('--shift', shift, 2, -1, 1);
  const warp: Warp = {
    ...(flip && { flip }),
    ...(zoom !== undefined && { zoom: readNumber('--zoom', zoom, { least: 0.1, most: 10 }) }),
    ...(shear !== undefined && { shear: readNumber('--shear', shear, { least: -80, most: 80 }) }),
    ...(turn !== undefined && { turn: readNumber('--turn', turn, degrees) }),
    ...(moved && { right: moved[0], down: moved[1] }),
  };
  return Object.keys(warp).length > 0 ? warp : null;
}

function readFog({ fog, distances, light }: FeedValues): Fog | null {
  if (fog === undefined) return null;
  const within = distances === undefined ? null : numbersOf('--distances', distances, 2, 0, 1e6);
  return {
    ...usualFog,
    visibility: readNumber('--fog', fog, { least: 1, most: 1e6 }),
    ...(within && { near: within[0], far: within[1] }),
    ...(light !== undefined && { light: readNumber('--light', light, { least: 0, most: 255 }) }),
  };
}

function triple(option: string, value: string, least: number): PerChannel {
  const [first, second, third] = numbersOf(option, value, 3, least, 1000);
  return [first, second, third];
}

function numbersOf(option: string, value: string, count: number, least: number, most: number): number[] {
  const parts = value.split(',');
  if (parts.length === count) return parts.map((part) => readNumber(option, part.trim(), { least, most }));
  throw new AtlasError('invalidValue', { option, value, expected: `${count} numbers with commas` });
}
