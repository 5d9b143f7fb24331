import { formatNumber } from '../format.ts';

const count = (value: number) => formatNumber(value, 'en');
const range = (name: string, first: number, last: number) =>
  first === last ? `${name} ${first}` : `${name}s ${first}–${last}`;

/** A channel large, and one number of it taken apart. */
export const audit = {
  map: {
    label: (channel: string, height: number, width: number) =>
      `${channel}, ${height} × ${width} cells over the picture. Arrow keys walk from cell to cell, Enter takes the cell’s number apart.`,
    role: 'map of cells',
    hint: 'Point at a cell to see what it rests on; click it to see the sum that made it.',
    claim:
      'The broken line is the smallest box round all pixels that the windows of the layers lead to, borders and padding counted exactly.',
    blend: 'Map over picture',
    noPlace: 'Paths of different scale meet here: this map has no one place on the picture.',
    measured:
      'Drawn now: how much each pixel moves this number (|∂number/∂pixel|, the largest of three colours).',
    table: { caption: (channel: string) => `${channel}, cell by cell`, place: 'row, column', value: 'value' },
  },
  place: (row: number, column: number) => `row ${row}, column ${column}`,
  cell: {
    back: 'One layer back',
    same: (nodes: string) => `the same place in ${nodes}`,
    and: ' and in ',
    window: (
      rows: readonly [number, number],
      columns: readonly [number, number],
      node: string,
      channels: number,
    ) =>
      `${range('row', ...rows)}, ${range('column', ...columns)} of ${node}${channels === 1 ? '' : `, all ${count(channels)} channels`}`,
    windowOfOne: (rows: readonly [number, number], columns: readonly [number, number], node: string) =>
      `${range('row', ...rows)}, ${range('column', ...columns)} of ${node}, the same channel`,
    padding: (positions: number, all: number) =>
      `; ${positions} of the window’s ${all} positions are padding`,
    onPadding: 'nothing: this cell is a zero of the padding',
    beginning: 'nothing: this is the picture as it goes in',
    onPicture: 'On the picture',
    pixels: (rows: readonly [number, number], columns: readonly [number, number]) =>
      `${range('row', ...rows)}, ${range('column', ...columns)}`,
    noPixels: 'no pixel',
    whole: 'the whole picture',
    /** After the pixels. */
    unclipped: (side: number) => ` (${count(side)} × ${count(side)} pixels where no border cuts it)`,
    gaps: (percent: string) =>
      ` It is the smallest box round what can be reached; ${percent} of the pixels in it can, the others are jumped over.`,
    take: 'Show the sum',
    announce: (place: string, value: string, box: string) => `${place}: ${value}. On the picture: ${box}.`,
  },
  histogram: {
    title: (channel: string) => `Values of ${channel}`,
    scale: 'Counts',
    scales: { linear: 'linear', logarithmic: 'logarithmic' },
    summary: (cells: number, bins: number, from: string, to: string, most: string) =>
      `${count(cells)} cells in ${bins} bins from ${from} to ${to}; ${most} of them in the fullest.`,
    table: { caption: 'Cells by value', from: 'from', to: 'up to', count: 'cells' },
  },
  largest: {
    title: 'Largest cells',
    button: (rank: number, row: number, column: number, value: string) =>
      `Number ${rank}: row ${row}, column ${column}, ${value}. Take it apart`,
  },
  gradient: {
    column: '‖∂logit‖',
    of: (name: string) =>
      `by ‖∂logit/∂channel‖: how strongly the channel moves the score of “${name}”, the most probable class`,
    pending: 'The gradient is being computed; until then by mean.',
    failed: 'No gradient: sorted by mean.',
  },
  sum: {
    title: 'How this number was made',
    close: 'Close',
    backTo: (node: string, place: string) => `Back to ${node}, ${place}`,
    at: (row: number, column: number, channel: string) => `row ${row}, column ${column}, ${channel}`,
    channel: (channel: number) => `channel ${channel}`,
    feature: (index: number) => `feature ${index}`,
    pending: 'Taking it apart …',
    waiting: 'This will be taken apart once the pass has come to the end.',
    asRead: 'A number of the picture itself, as the network gets it: nothing is computed before it.',
    picture: (colour: string, byte: number, mean: string, value: string) =>
      `Here it begins. The pixel’s ${colour} is ${byte} of 255; the mean ${colour} of the training pictures, ${mean}, is taken off: ${byte} − ${mean} = ${value}.`,
    does: {
      conv: (terms: number, positions: number) =>
        positions === 1
          ? `The sum of ${count(terms)} products, value × weight, one for each channel, plus the bias.`
          : `The sum of ${count(terms)} products, value × weight, from ${positions} places and all channels, plus the bias.`,
      padding: (positions: number) =>
        `${positions} more ${positions === 1 ? 'place' : 'places'} of the window ${positions === 1 ? 'lies' : 'lie'} on the padding and add${positions === 1 ? 's' : ''} nothing.`,
      batchNorm: 'The value × γ/√(σ² + ε), plus β − μ·γ/√(σ² + ε).',
      relu: 'The value where it is positive, else zero.',
      add: 'What the paths bring, added.',
      addOne: 'One path is left: its value passes.',
      maxPool: (terms: number) => `The largest of ${terms} values; the others count for nothing.`,
      globalAvgPool: (terms: number) => `The mean of ${terms} values: each × 1/${terms}, added.`,
      dense: (terms: number) => `The sum of ${count(terms)} products, feature × weight, plus the bias.`,
      softmax: (terms: number) =>
        `e to the power of its logit, as a share of the ${count(terms)} such powers. Listed: every class and its share.`,
      scale: (factor: string) => `The value × ${factor}.`,
      kept: 'Another channel is muted; this one passes as it is.',
      muted: 'This channel is muted: the value × 0.',
      passed: 'The value, handed on.',
      zero: 'A zero that was put here.',
    },
    engine: 'computed by the engine',
    again: 'added up again, term by term',
    difference: 'difference',
    allowed: 'allowed: 10⁻⁵ · Σ|terms|',
    within: 'within it',
    beyond: 'more than allowed',
    inMap: (value: string) =>
      `In the map above: ${value}. There, batch norm was folded into the convolution; the rounding differs.`,
    bias: 'bias',
    shift: 'β − μ·γ/√(σ² + ε)',
    terms: {
      title: (terms: number) => (terms === 1 ? 'The one term' : `All ${count(terms)} terms, largest first`),
      label: 'Terms; arrow keys walk from term to term, Enter goes to where the value comes from',
      term: (rank: number, place: string, product: string) =>
        `Term ${rank}: ${place}, adds ${product}. Go to it`,
      share: (percent: string) => `Σ ${percent}`,
      shareTitle: 'This term and all above it, as a share of Σ|terms|',
      summary: (half: number, most: number, all: number) =>
        half === all
          ? ''
          : `${count(half)} of ${count(all)} terms hold half of Σ|terms|, ${count(most)} hold 90 %.`,
      positive: (sum: string, terms: number, negative: string, others: number) =>
        `${count(terms)} push up, ${sum} in all; ${count(others)} push down, ${negative} in all.`,
      zero: (terms: number) => (terms > 0 ? `${count(terms)} are exactly zero.` : ''),
      passes: 'passes',
      ofClass: (logit: string) => `logit ${logit}`,
    },
    places: {
      title: 'What each place of the window adds',
      summary: (row: number, column: number, value: string) =>
        `Most comes from row ${row}, column ${column}: ${value}.`,
      table: { caption: 'Sum of the products by place', place: 'row, column', sum: 'adds' },
    },
    table: {
      caption: (unit: string) => `Terms of ${unit}`,
      rank: 'rank',
      node: 'node',
      place: 'row, column',
      channel: 'channel',
      value: 'value',
      factor: 'weight',
      product: 'product',
    },
    announce: (unit: string, value: string, terms: number) =>
      `${unit} is ${value}, made of ${count(terms)} ${terms === 1 ? 'term' : 'terms'}.`,
  },
  field: {
    measure: 'Measure which pixels it rests on',
    measuring: 'Walking back through the network …',
    close: 'Hide the measurement',
    hide: 'Show the map again',
    nothing:
      'Nothing flows back from here to the picture: a ReLU on the way is shut, or the number is a constant.',
    figures: (inside: string, used: string) =>
      `${inside} of |∂number/∂pixel| lies in the box of pixels that it can depend on; ${used} of the box moves the number at all.`,
    effective: (percent: string, side: number, box: string) =>
      `${percent} of it lies within ${side} × ${side} pixels round its centre; the box has ${box}.`,
    note: 'By gradient, for this picture: the effect of a small change, the largest of the three colours.',
    table: {
      caption: (side: number) => `|∂number/∂pixel|, mean of squares of ${side} × ${side} pixels`,
      pixels: 'pixels',
      mean: 'mean',
    },
    done: 'Measured.',
  },
  entry: {
    choose: (name: string, value: string) => `${name}, ${value}. Take it apart`,
    hint: 'Choose a value to see the sum that made it.',
  },
};
