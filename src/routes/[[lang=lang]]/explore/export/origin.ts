/** Where what is seen comes from: in words for a caption, and short for a file name. */
import { formatDate } from '$lib/i18n/format.ts';
import type { Language } from '$lib/i18n/index.ts';
import { explore } from '$lib/i18n/messages/explore.ts';
import { exporting } from '$lib/i18n/messages/export.ts';
import { interventions } from '$lib/i18n/messages/interventions.ts';
import { shell } from '$lib/i18n/messages/shell.ts';
import { formatEdits } from '$lib/state/edits.ts';
import type { ExplorePage } from '$lib/state/explorePage.svelte.ts';
import { samples } from '$lib/state/samples.ts';

/** Network and picture, interventions, what computed it and when, and the address of the page. */
export function captionOf(view: ExplorePage, language: Language, address: string, date: string): string[] {
  const words = exporting[language].caption;
  const { engine, heading } = explore[language];
  const { picture, backend, report, rewrites, running, run, finishedRun } = view.explorer;
  const isFinished = !running && finishedRun === run;
  const chips = rewrites.map((rewrite) => interventions[language].chip(rewrite));
  const cut = picture?.report.cut;
  const sample = samples.find(({ id }) => id === picture?.source.sample);
  return [
    [
      `${heading}, ${chips.length > 0 ? words.interventions(chips.join('; ')) : words.trained}`,
      ...(picture ? [words.picture(sample?.title[language] ?? picture.source.name)] : []),
      ...(cut ? [words.crop(cut.left, cut.top, cut.side, cut.turn)] : []),
    ].join(' · '),
    [
      ...(backend && report
        ? [
            shell[language].provenance.live,
            engine.backends[backend.backend],
            engine.weights(report.precision),
          ]
        : [words.notComputed]),
      ...(report && !isFinished ? [words.underWay] : []),
      formatDate(date, language),
    ].join(' · '),
    address,
  ];
}

/** The parts of a file name that say of what network and picture something is. */
export function nameParts(view: ExplorePage): (string | null)[] {
  const { picture, rewrites } = view.explorer;
  const name = picture && (picture.source.sample ?? picture.source.name.replace(/\.[^.]*$/, ''));
  return [view.network.facts.model, name, formatEdits(rewrites) || null];
}
