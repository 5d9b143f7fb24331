import { formatNumber } from '../format.ts';

const count = (value: number) => formatNumber(value, 'en');

/** The chosen node's value, A, beside another, B. */
export const compare = {
  title: 'Compare',
  with: 'Compare with',
  kinds: {
    none: 'nothing',
    picture: 'another picture',
    own: 'a picture of mine',
    unmodified: 'the network without interventions',
    node: 'another node',
  },
  hint: 'Puts the value of the chosen node beside another: for another picture, in the network without interventions, or of another node.',
  sample: 'Picture',
  node: 'Node',
  sameShape: (shape: string) => `Same shape, ${shape}`,
  otherShapes: 'Other shapes',
  open: 'Choose a file…',
  computing: 'Computing the other side …',
  waiting: 'The other side comes once the pass has ended.',
  impossible: {
    chooseFile: 'Choose a picture; it never leaves this device and is not in the link.',
    noInterventions: 'There are no interventions now: both sides would be the same.',
    nodeMissing: 'That node is not in the other network, so there is nothing to compare with.',
  },
  sides: {
    changed: 'with interventions',
    trained: 'as trained',
  },
  difference: 'difference',
  /** What a number stands for where it stands alone. */
  figures: {
    relative: '‖A\u00a0−\u00a0B‖ / ‖B‖',
    cosine: 'cos(A, B)',
    distance: '‖A\u00a0−\u00a0B‖',
    title: 'Over all channels and places, by L2 norm',
  },
  none: 'none',
  pictureAlt: (name: string) => `${name}: the square that the network sees`,
  topFive: 'The five most probable classes on either side',
  listOf: (side: string) => `The five most probable classes: ${side}`,
  otherShape: (a: string, b: string) =>
    `The shapes differ, ${a} and ${b}: the two stand side by side, and there is no difference to draw.`,
  noMaps: 'One of them has no height and width, so there are no maps to put beside each other.',
  map: (name: string, channel: number, height: number, width: number) =>
    `${name}: channel ${channel}, ${height} × ${width}. Arrow keys move the place in all maps.`,
  mapRole: 'map',
  place: (row: number, column: number) => `row ${row}, column ${column}`,
  announcePlace: (place: string, a: string, b: string, difference: string) =>
    `${place}: A ${a}, B ${b}, difference ${difference}`,
  scale: 'One scale for A and B',
  differenceScale: 'A − B: its own scale, as far below zero as above',
  allScale: 'A − B: one scale for all channels',
  channels: {
    title: 'A − B, channel by channel',
    sort: 'Sorted by',
    sorts: {
      distance: 'distance ‖A\u00a0−\u00a0B‖',
      relative: 'relative distance',
      cosine: 'cosine, least first',
      index: 'index',
    },
    grid: (channels: number) =>
      `${count(channels)} differences, one per channel; arrow keys walk from map to map`,
    label: (channel: number, distance: string, relative: string) =>
      `Channel ${channel}: distance ${distance}, relative ${relative}`,
  },
  summary: {
    whole: (relative: string, cosine: string) =>
      `By L2 norm the difference is ${relative} times B; the cosine of A and B is ${cosine}.`,
    same: 'A and B are equal in every value.',
    most: (names: readonly string[]) => `Most different: ${names.join('; ')}.`,
    channel: (channel: number, distance: string) => `channel ${channel} (‖A\u00a0−\u00a0B‖ ${distance})`,
    value: (name: string, a: string, b: string) => `${name} (${a} and ${b})`,
    place: (channel: number, above: string, below: string) =>
      `Channel ${channel}: A is above B at ${above} of the places and below it at ${below}.`,
    gap: ' ',
  },
  announce: (a: string, b: string, summary: string) => `Compared ${a} with ${b}. ${summary}`,
  values: { strip: 'A − B, by index', bars: 'A − B, largest first' },
  table: {
    channels: (node: string) => `${node} compared, channel by channel`,
    places: (channel: number) => `Channel ${channel} compared, place by place`,
    values: (node: string) => `${node} compared, value by value`,
    side: (node: string, channel: number) => `${node}, channel ${channel}, place by place`,
    value: 'value',
    channel: 'channel',
    place: 'row, column',
    index: 'index',
    name: 'name',
    meanOf: (side: string) => `mean of ${side}`,
  },
};
