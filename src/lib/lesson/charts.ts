/** Charts in the text of lessons: recorded and published figures, made at build time (content/charts). */
import type { Language } from '../i18n/languages.ts';
import type { ChartSeries, HorizontalAxis, Reference, VerticalAxis } from '../ui/chart/series.ts';

/** What `$lib/ui/chart/Chart.svelte` draws, as plain data. */
export interface RecordedChart {
  /** What the chart shows and says, for those who do not see it. */
  readonly description: string;
  readonly x: HorizontalAxis;
  readonly y: VerticalAxis;
  readonly series: readonly ChartSeries[];
  readonly references?: readonly Reference[];
  readonly provenance: {
    readonly kind: 'recorded' | 'published';
    /** Command and date, or source and protocol. */
    readonly text: string;
    /** Id of the source (`$lib/lesson/sources.ts`) of a published one. */
    readonly source?: string;
  };
}

export type Charts = Readonly<Record<string, (language: Language) => RecordedChart>>;
