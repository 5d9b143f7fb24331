import { formatNumber } from '../format.ts';

const count = (value: number) => formatNumber(value, 'en');

/** A block's sum taken apart, and the figures of all blocks. */
export const addition = {
  strip: {
    title: 'How much each block changes what passes',
    figure: 'Figure',
    figures: { ratio: '‖F‖ / ‖x‖', cosine: 'cos(x, F)', clipped: 'clipped by the last ReLU' },
    does: {
      ratio: 'How large the branch’s part of the sum is next to the shortcut’s, by L2 norm.',
      cosine: 'Whether F points where x points: 1 along it, 0 across it, −1 against it.',
      clipped: 'Share of the values of x + F that are negative and become zero.',
    },
    reference: 'as large as x',
    list: (figure: string) =>
      `${figure} by block; arrow keys walk from block to block, Enter chooses the sum`,
    bar: (block: string, value: string) => `Block ${block}: ${value}`,
    cut: 'cut',
    cutLabel: 'no value, the shortcut is cut',
    removed: 'removed',
    pending: 'not measured yet',
    empty: 'A bar for each block will stand here once the pass has come to the end.',
    measuring: (done: number, all: number) => `measuring … ${done} of ${all}`,
    ended: (figure: string) => `${figure}: all blocks measured`,
    gap: ' ',
    summary: {
      extremes: (largest: string, high: string, smallest: string, low: string) =>
        `Largest in block ${largest} (${high}), smallest in ${smallest} (${low}).`,
      aboveOne: (blocks: number, all: number) =>
        blocks === 0
          ? `In none of ${all} blocks is F larger than x.`
          : `F is larger than x in ${blocks} of ${all} blocks.`,
    },
    table: { caption: 'Figures of the sum, block by block', block: 'block' },
  },
  parts: {
    title: (block: string) => `The addition in block ${block}`,
    empty: (block: string) =>
      `x, F(x), their sum and its ReLU will appear here once block ${block} has been computed.`,
    names: {
      shortcut: { sign: 'x', name: 'the shortcut' },
      branch: { sign: 'F(x)', name: 'the residual branch' },
      sum: { sign: 'x + F(x)', name: 'the sum' },
      output: { sign: 'ReLU(x + F(x))', name: 'the block’s output' },
    },
    missing: { shortcut: 'the shortcut is cut', branch: 'the branch is removed' },
    identity: (input: string) => `The shortcut is the identity: x is ${input}, unchanged.`,
    projection: (input: string, end: string) =>
      `The shortcut is a projection: x is not ${input} itself but ${end}, its 1 × 1 convolution and batch norm.`,
    cut: 'The shortcut is cut: the sum is F(x) alone. The network was trained with it.',
    removed: 'The branch is removed: the sum is x alone.',
    chips: { ratio: '‖F‖ / ‖x‖', cosine: 'cos(x, F)', clipped: 'clipped' },
    chipTitle: 'Over all channels and places of the block',
    channel: 'Channel',
    ofChannels: (channels: number) => `of ${count(channels)}`,
    previous: 'Previous channel',
    next: 'Next channel',
    map: (sign: string, channel: number, height: number, width: number) =>
      `${sign}: channel ${channel}, ${height} × ${width}. Arrow keys move the place in all four maps.`,
    mapRole: 'map',
    scale: 'One scale for all four maps',
    place: (row: number, column: number) => `row ${row}, column ${column}`,
    relu: 'ReLU',
    announce: (place: string, x: string, f: string, sum: string, output: string) =>
      `${place}: x ${x} plus F ${f} is ${sum}; after the ReLU ${output}`,
    none: 'none',
    summary: (channel: number, positive: string, clipped: string) =>
      `Channel ${channel}: F adds at ${positive} of the places and subtracts elsewhere; ${clipped} of the sums are negative and become zero.`,
    table: {
      caption: (block: string, channel: number) =>
        `The sum in block ${block}, channel ${channel}, place by place`,
      place: 'row, column',
    },
  },
};
