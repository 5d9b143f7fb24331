/** Figures and tables that the reader takes along. */
export const exporting = {
  menu: (what: string) => `Export: ${what}`,
  figure: 'Figure',
  numbers: 'Numbers (CSV)',
  svg: 'SVG',
  png: 'PNG, 2×',
  tables: {
    probabilities: 'All 1000 classes',
    statistics: 'Statistics of all channels',
    map: (channel: number) => `Channel ${channel}, all values`,
    vector: 'All values',
    residuals: 'Figures of all blocks',
    addition: (channel: number) => `Channel ${channel}: x, F, x + F, ReLU`,
    attribution: (name: string) => `All values for “${name}”`,
    differences: 'Differences of all channels',
    pair: 'The channel shown: A, B, A − B',
    costs: 'Shapes and costs of all operations',
  },
  saved: (name: string) => `Saved: ${name}`,
  failed: 'The file could not be made. Try again.',
  caption: {
    picture: (name: string) => `picture: ${name}`,
    crop: (left: number, top: number, side: number, turn: number) =>
      `square of ${side} px at ${left}, ${top}${turn === 0 ? '' : `, turned by ${turn}°`}`,
    notComputed: 'nothing computed',
    underWay: 'a pass is under way: some parts still show the one before',
    trained: 'as it was trained',
    interventions: (chips: string) => `interventions: ${chips}`,
  },
  description: (title: string, caption: string) => `${title}. ${caption}. Made by ResNet Atlas.`,
};
