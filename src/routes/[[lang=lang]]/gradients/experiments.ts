import type { gradients } from '$lib/i18n/messages/gradients.en.ts';

export type ExperimentName = keyof typeof gradients.experiments;

/** The experiments, in order: one is listed once its page exists. The first is the page itself. */
export const experiments: readonly {
  readonly path: `/gradients/${string}`;
  readonly name: ExperimentName;
}[] = [
  { path: '/gradients/', name: 'trained' },
  { path: '/gradients/initialisation/', name: 'initialisation' },
  { path: '/gradients/lesions/', name: 'lesions' },
  { path: '/gradients/paths/', name: 'paths' },
  { path: '/gradients/shattered/', name: 'shattered' },
  { path: '/gradients/refinement/', name: 'refinement' },
  { path: '/gradients/identity/', name: 'identity' },
];
