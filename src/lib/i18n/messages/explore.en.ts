import { formatBytes, formatMilliseconds, formatNumber } from '../format.ts';

const count = (value: number) => formatNumber(value, 'en');
const bytes = (value: number) => formatBytes(value, 'en');

export const explore = {
  title: 'Explore',
  description:
    'ResNet-50 as a map to walk through, with your own picture flowing through it: every layer, every channel, computed in your browser.',
  heading: 'ResNet-50',
  totals: (parameters: string, macs: string, blocks: number) =>
    `${parameters} parameters · ${macs} multiply-adds · ${blocks} residual blocks`,

  picture: {
    title: 'Picture',
    samples: 'Sample pictures',
    open: 'Open…',
    hint: 'Or drop or paste one. It never leaves this device.',
    opening: (name: string) => `Opening ${name} …`,
    pasted: 'pasted picture',
    asSeen: (width: number, height: number) =>
      `${count(width)} × ${count(height)} pixels; the network sees this square at 224 × 224.`,
    willBeCropped: 'The network sees the middle square, at 224 × 224 pixels.',
    alt: (name: string) => `${name}: the square that the network sees`,
    drop: 'Drop the picture to run the network on it',
  },

  prediction: {
    title: 'What it says',
    empty: 'The five most probable of 1000 classes will stand here once the pass has come to the end.',
    list: 'The five most probable classes',
    announce: (name: string, percent: string) => `Most probable: ${name}, ${percent}`,
  },

  engine: {
    title: 'What computes',
    choice: 'Backend',
    backends: {
      auto: 'Choose for me',
      webgpu: 'WebGPU',
      webgl: 'WebGL 2',
      wasm: 'WebAssembly',
      cpu: 'JavaScript',
    },
    waiting: 'not started yet',
    starting: 'starting …',
    computing: (unit: string) => `computing ${unit} …`,
    waitingFor: (unit: string) => `waiting for the weights of ${unit} …`,
    idle: 'ready',
    failed: 'stopped',
    weights: (precision: string) => `${precision} weights`,
    milliseconds: (value: number) => formatMilliseconds(value, 'en'),
    software: 'software renderer',
    halfPrecision: 'half precision',
    features: (simd: boolean, threads: number) =>
      `${simd ? 'SIMD' : 'no SIMD'}, ${count(threads)} thread${threads === 1 ? '' : 's'}`,
    passedOver: 'Passed over',
    reasons: {
      absent: 'this browser does not offer it here',
      software: 'drawn by the processor in place of a graphics card, slower than WebAssembly',
      notStarted: 'did not start',
      wrongResult: 'gives a wrong result for a convolution whose result is known',
      failed: 'stopped with an error',
    },
    memory: (size: number, tensors: number) => `${bytes(size)} in ${count(tensors)} tensors`,
    restarted: {
      contextLost:
        'The graphics driver dropped the connection. The network was started again with the same picture.',
      workerCrashed: 'The network’s worker stopped. It was started again with the same picture.',
    },
  },

  map: {
    label: 'The network: stages, blocks, operations',
    help: 'Arrow keys walk through the network; Enter chooses; the right arrow opens a block.',
    legend: {
      residual: 'residual branch F',
      identity: 'identity shortcut',
      projection: 'projection shortcut',
    },
    sections: { input: 'picture', stem: 'stem', head: 'head' },
    stage: (number: string) => `conv${number}_x`,
    units: { input: 'Picture', stem: 'Stem', head: 'Head' },
    block: (id: string) => `Block ${id}`,
    /** The same within a sentence. */
    inText: {
      input: 'the picture',
      stem: 'the stem',
      head: 'the head',
      block: (id: string) => `block ${id}`,
    },
    times: (blocks: number) => `${blocks} blocks`,
    identity: 'x, unchanged',
    /** What a screen reader is told of a unit, after its name and shape. */
    state: {
      absent: 'weights not here yet',
      arriving: (received: number, all: number) =>
        `${bytes(received)} of ${bytes(all)} of its weights are here`,
      present: 'weights here, not computed yet',
      stale: 'shows the picture before',
      computed: (milliseconds: number) => `computed in ${formatMilliseconds(milliseconds, 'en')}`,
    },
    weights: {
      idle: (total: string) => `Weights: ${total}, fetched block by block once the page runs`,
      arriving: (received: number, all: number) => `Weights: ${bytes(received)} of ${bytes(all)}`,
      complete: (all: number) => `All weights are here (${bytes(all)})`,
      cached: (all: number) => `All weights are here (${bytes(all)}, kept from an earlier visit)`,
      now: (unit: string, received: number, all: number) => `${unit}: ${bytes(received)} of ${bytes(all)}`,
      label: 'Weights fetched',
    },
  },

  inspector: {
    title: 'Inspector',
    place: {
      residual: (block: string) => `block ${block}, on the residual branch F`,
      shortcut: (block: string) => `block ${block}, on the projection shortcut`,
      sum: (block: string) => `block ${block}, where F and x meet`,
      output: (block: string) => `block ${block}, its output`,
      stem: 'in the stem',
      head: 'in the head',
      input: 'what goes in',
    },
    facts: {
      out: 'out',
      parameters: 'parameters',
      macs: 'multiply-adds',
      field: 'receptive field',
      wholePicture: 'the whole picture',
      jump: 'jump',
      fieldTitle:
        'Side of the square of input pixels that one value can depend on, and how far the squares of two neighbours lie apart',
    },
    statistics: {
      title: 'Over all values',
      mean: 'mean',
      std: 'std. dev.',
      min: 'minimum',
      max: 'maximum',
      zeros: 'zero',
    },
    maps: {
      all: (channels: number) => `all ${count(channels)}`,
      empty: (what: string, unit: string) => `${what} will appear here once ${unit} has been computed.`,
      emptyMaps: (channels: number, height: number, width: number) =>
        `${count(channels)} maps of ${height} × ${width}`,
      emptyValues: (length: number) => `${count(length)} values`,
      grid: (channels: number) =>
        channels === 1
          ? 'One map'
          : `${count(channels)} maps, one per channel; arrow keys walk from map to map`,
      sort: 'Sorted by',
      sorts: {
        index: 'index',
        mean: 'mean',
        max: 'maximum',
        std: 'variance',
        zeros: 'share of zeros',
        gradient: 'gradient',
      },
      valueSorts: { index: 'index', value: 'value' },
      scale: 'Colours',
      scales: { shared: 'one scale', channel: 'one per channel' },
      /** Ends of the legend where every channel has its own. */
      ownMinimum: '− its largest',
      ownMaximum: 'its largest',
      strip: 'All values, by index',
      list: 'Values, as bars',
    },
    channel: {
      short: (channel: number) => `no. ${channel}`,
      name: (channel: number) => `Channel ${channel}`,
      colours: ['blue', 'green', 'red'],
      label: (channel: number, mean: string, zeros: string) =>
        `Channel ${channel}: mean ${mean}, ${zeros} exactly zero`,
    },
    summary: {
      /** Between sentences. */
      gap: ' ',
      maps: (
        channels: number,
        height: number,
        width: number,
        mean: string,
        std: string,
        low: string,
        high: string,
      ) =>
        `${count(channels)} maps of ${height} × ${width}. Mean ${mean}, standard deviation ${std}, from ${low} to ${high}.`,
      values: (length: number, mean: string, std: string, low: string, high: string) =>
        `${count(length)} values. Mean ${mean}, standard deviation ${std}, from ${low} to ${high}.`,
      zeros: (percent: string) => `${percent} of the values are exactly zero.`,
      strongest: (channel: string, value: string) => `Largest mean: ${channel}, ${value}.`,
      largest: (name: string, value: string) => `Largest: ${name}, ${value}.`,
    },
    table: {
      caption: (node: string) => `${node}, channel by channel`,
      captionValues: (node: string) => `${node}, value by value`,
      channel: 'channel',
      index: 'index',
      name: 'name',
      value: 'value',
      rows: (first: number, last: number, all: number) => `${count(first)}–${count(last)} of ${count(all)}`,
      previous: 'Previous rows',
      next: 'Next rows',
    },
    feature: (index: number) => `feature ${index}`,
    jumpHere: (node: string) => `See ${node}`,
  },

  errors: { retry: 'Try again', dismiss: 'Dismiss' },
  address: (name: string, text: string, fallback: string) =>
    `“${text}” in this page’s address is no value for “${name}”; ${fallback ? `“${fallback}”` : 'none'} is used.`,
};
