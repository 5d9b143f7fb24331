/** Test errors on CIFAR-10 in % by number of layers: He et al. 2015. */
export const publishedErrors = {
  /** Table 6. */
  residual: { 20: 8.75, 32: 7.51, 44: 7.17, 56: 6.97, 110: 6.43 },
  /** Read off the curves of figure 6: the paper prints no numbers. */
  plain: { 20: 9.5, 32: 10, 44: 12, 56: 13.5 },
} as const;

export const publishedDepths = Object.keys(publishedErrors.residual).map(Number);
