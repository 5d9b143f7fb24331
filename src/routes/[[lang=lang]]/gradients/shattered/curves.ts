/** The curves of the page as they are drawn and named. */
import type { shattered } from '$lib/i18n/messages/shattered.en.ts';
import type { CurveReport } from '$lib/model/protocol/shattered.ts';
import type { CurveId, ShatteredSettings } from '$lib/state/gradients/shatteredSettings.ts';
import type { Cell, Table } from '$lib/export/table.ts';
import { dashes, markers, type ChartSeries } from '$lib/ui/chart/series.ts';

export interface ShownCurve {
  readonly id: CurveId;
  readonly name: string;
  /** Norm, biases, β: what the name does not say. */
  readonly details: string;
  readonly style: Required<Pick<ChartSeries, 'colour' | 'dash' | 'marker'>>;
  readonly report: CurveReport | undefined;
}

export function nameOf(id: CurveId, { net, layers }: ShatteredSettings, t: typeof shattered): string {
  return id === 'own' ? t.curves.own(t.controls.nets[net], layers) : t.curves.names[id];
}

export function detailsOf(
  id: CurveId,
  { net, norm, bias, beta }: ShatteredSettings,
  { curves }: typeof shattered,
  number: (value: number) => string,
): string {
  if (id !== 'own') return curves.details[id];
  return curves.ownDetails(curves.norms[norm], curves.biases[bias], net === 'plain' ? null : number(beta));
}

/** How the curve in this place is drawn, in every figure. */
export const styleOf = (index: number): ShownCurve['style'] => ({
  colour: `var(--series-${(index % 6) + 1})`,
  dash: dashes[index % dashes.length],
  marker: markers[index % markers.length],
});

/** The input of a sample. */
export const inputAt = (index: number, count: number): number => -2 + (4 * index) / (count - 1);

/** The path of a curve in a box of 100 × 100, zero in its middle; '' where it has no finite value other than zero. */
export function curvePath(values: ArrayLike<number>): string {
  const all = Array.from(values);
  const most = all.reduce(
    (largest, value) => (Number.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest),
    0,
  );
  if (most === 0) return '';
  let begins = true;
  return all
    .map((value, i) => {
      if (!Number.isFinite(value)) {
        begins = true;
        return '';
      }
      const command = begins ? 'M' : 'L';
      begins = false;
      return `${command}${((100 * i) / (all.length - 1)).toFixed(2)} ${(50 - (48 * value) / most).toFixed(2)}`;
    })
    .join('');
}

/** A column for each curve, a row for each input. */
export function curvesTable(curves: readonly ShownCurve[]): Table {
  const there = curves.filter(({ report }) => report);
  const count = there.at(0)?.report!.values.length ?? 0;
  return {
    columns: ['x', ...there.map(({ id }) => id)],
    rows: Array.from({ length: count }, (_, i): Cell[] => [
      inputAt(i, count),
      ...there.map(({ report }) => report!.values[i]),
    ]),
  };
}

/** A column for each curve, a row for each lag. */
export function lagsTable(curves: readonly ShownCurve[]): Table {
  const there = curves.filter(({ report }) => report);
  return {
    columns: ['lag', ...there.map(({ id }) => id)],
    rows: (there.at(0)?.report!.autocorrelation ?? []).map((_, lag): Cell[] => [
      lag,
      ...there.map(({ report }) => report!.autocorrelation[lag]),
    ]),
  };
}
