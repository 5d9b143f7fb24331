export const chart = {
  table: 'All values',
  slider: (axis: string) => `Position on the axis “${axis}”`,
  spoken: (axis: string, place: string, values: readonly string[]) =>
    `${axis} ${place}: ${values.join('; ')}`,
  notPositive: 'zero or less',
  infinite: '∞',
  notANumber: 'NaN',
  missing: '–',
  between: (value: string, low: string, high: string) => `${value} (${low} to ${high})`,
  beyond:
    '∞ and NaN (“not a number”) are what was computed: numbers grew beyond what 32 bits hold (3.4 × 10³⁸), and from ∞ − ∞ or 0 · ∞ on nothing is left to show.',
  zero: 'A logarithmic axis has no zero: such values stand at its lower edge.',
};
