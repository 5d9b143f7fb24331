/** The map's own words: moving in it, what it shows by size and colour, repeated blocks, other networks. */
export const map = {
  view: {
    window: 'Map: plus and minus zoom, arrow keys move it',
    rule: 'Ctrl or ⌘ with the wheel, two fingers, or + and − zoom; drag, or the wheel where there is more, moves the map. A double click goes inside.',
    ruleTouch: 'Two fingers zoom and move the map, one scrolls the page.',
    level: 'Level',
    levels: { network: 'Network', blocks: 'Blocks', operations: 'Operations' },
    scale: 'Size',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fit: 'Show the whole level',
    path: 'Where the chosen node is',
    goTo: (name: string) => `Go to ${name}`,
    announce: (level: string) => `Map: ${level}`,
    unknownPlace: (name: string, model: string) =>
      `“${name}” in this page’s address is no part of ${model}; the whole map is shown.`,
  },
  figures: {
    choice: 'Size and shade',
    names: {
      none: 'nothing',
      params: 'parameters',
      macs: 'multiply-adds',
      activations: 'activation bytes',
      time: 'measured time',
      ratio: '‖F‖ / ‖x‖',
      divergence: 'change from the unmodified network',
    },
    /** What is counted or measured, and how. */
    does: {
      none: 'Choose what bars and shades on the map stand for.',
      params:
        'Numbers stored: weights, biases, and the four vectors of a batch norm, two of which are moving statistics.',
      macs: 'Multiply-adds of convolutions and dense layers for one picture; norms, ReLUs and sums are not counted.',
      activations:
        'Bytes of the values that all operations hand on, 4 for each number, as if none were fused.',
      time: 'Milliseconds on this device, the median of the passes. What runs fused with another operation is in its time.',
      ratio:
        'How large the branch’s part of the sum is next to the shortcut’s, by L2 norm. Of a stage: the mean of its blocks.',
      divergence:
        '‖a − b‖ / ‖b‖: a is what leaves the unit now, b what leaves that place of the unmodified network on the same picture. Of a stage: its last block.',
    },
    fromGraph: 'follows from the architecture alone',
    kinds: { sections: 'Stages', units: 'Blocks', nodes: 'Operations' },
    least: (value: string, of: string) => `least ${value} (${of})`,
    most: (value: string, of: string) => `most ${value} (${of})`,
    zero: '0',
    total: (value: string) => `${value} in all`,
    measure: 'Measure',
    measureAgain: 'Measure again',
    measuring: (percent: string) => `Measuring: ${percent}`,
    cancel: 'Cancel',
    passes: (count: number) => `median of ${count} passes`,
    needsPass: 'Can be measured once the pass has come to its end.',
    needsEdits: 'Nothing is changed in the network: make an intervention to see where it diverges.',
    pending: (done: number, all: number) => `measured in ${done} of ${all}`,
    ended: (name: string) => `Map: ${name} is shown`,
    showDivergence: 'Show where it diverges',
    table: { caption: 'The figures on the map', unit: 'unit', value: 'value' },
    runningOnly: 'Measured only in the network that runs, ResNet-50.',
  },
  repeats: {
    title: 'Built alike',
    none: 'No two neighbouring blocks are built alike.',
    compare: (id: string, count: number) => `Compare ${id}: ${count} blocks that are built alike`,
    short: (id: string, count: number) => `${id} ×${count}`,
    caption: (id: string) => `${id}: the same operations and shapes, each with its own weights`,
    block: 'block',
    shape: 'output',
    parameters: 'parameters',
    macs: 'multiply-adds',
    clipped: 'clipped',
    time: 'time',
    close: 'Close the comparison',
    missing: '–',
  },
  model: {
    choice: 'Architecture',
    running: (name: string) => `${name} (runs here)`,
    drawnOnly: (name: string) =>
      `${name} is drawn and costed only: its weights are not here. Picture and answer are ResNet-50’s, whose pass is kept.`,
    back: 'Back to ResNet-50',
    inspector: 'What is known of a node of a network that is drawn only',
    noMaps:
      'No maps: nothing runs in this network here. Shapes, costs and receptive fields follow from its architecture.',
  },
};
