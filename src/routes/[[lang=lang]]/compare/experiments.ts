import type { training } from '$lib/i18n/messages/training.en.ts';

export type ExperimentName = keyof typeof training.experiments;

/** The pages, in order (race, depths, landscape, inside): one is listed once it exists. The first is the page itself. */
export const experiments: readonly {
  readonly path: `/compare/${string}`;
  readonly name: ExperimentName;
}[] = [
  { path: '/compare/', name: 'race' },
  { path: '/compare/depths/', name: 'depths' },
  { path: '/compare/landscape/', name: 'landscape' },
  { path: '/compare/inside/', name: 'inside' },
];
