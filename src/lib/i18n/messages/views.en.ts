/** The views below the map. */
export const views = {
  label: 'Views of the pass',
  sums: 'What blocks add',
  attribution: 'What it looked at',
  compare: 'Compare',
};
