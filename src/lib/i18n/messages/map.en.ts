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
  repeats: {
    title: 'Built alike',
    compare: (id: string, count: number) => `Compare ${id}: ${count} blocks that are built alike`,
  },
};
