interface Sample {
  readonly id: string;
  readonly file: string;
  readonly thumbnail: string;
  readonly title: Readonly<Record<'en' | 'zh', string>>;
  readonly author: string;
  readonly licence: string;
  readonly licenceUrl: string;
  readonly source: string;
  readonly changes: Readonly<Record<'en' | 'zh', string>>;
  readonly note?: Readonly<Record<'en' | 'zh', string>>;
}
const files = import.meta.glob<readonly Sample[]>('$lib/state/samples.ts', {
  eager: true,
  import: 'samples',
});
export const samples: readonly Sample[] = Object.values(files)[0] ?? [];
