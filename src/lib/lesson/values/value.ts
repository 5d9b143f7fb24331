/** Numbers in the text of lessons: each knows where it comes from and how it is written. Made at build time. */
import type { Language } from '../../i18n/languages.ts';

/** The same in both languages (a command, a formula), or one for each. */
export type Words = string | Readonly<Record<Language, string>>;

/** How a number is written; without any of these, as many digits as it takes. */
export interface NumberStyle {
  /** Behind the number: '%', 'MB', or a word in both languages. */
  readonly unit?: Words;
  /** Digits behind the decimal point, no more and no fewer. */
  readonly digits?: number;
  /** Significant digits. */
  readonly significant?: number;
  /** The number is a share of one: 0.9987 → '99.9 %'; `digits` says how many behind the point. */
  readonly percent?: boolean;
  /** Over many decades: 0.0000094 → '9.4 × 10⁻⁶'. */
  readonly scientific?: boolean;
  /** The number counts bytes: 51300000 → '51.3 MB'. */
  readonly bytes?: boolean;
  /** Without marks between thousands, as of a year. */
  readonly plain?: boolean;
  /** '+' before a positive number. */
  readonly sign?: boolean;
}

export type ValueKind = 'computed' | 'recorded' | 'published' | 'mathematics';

export interface Value {
  readonly kind: ValueKind;
  readonly value: number;
  /** How it was computed, the command that repeats it, the place in the source, the formula. */
  readonly from: Words;
  /** Id of the source of a published one. */
  readonly source?: string;
  readonly style: NumberStyle;
}

export type Values = Readonly<Record<string, Value>>;

/** Computed when the site is built, from this program's own graphs and functions. */
export const computed = (value: number, from: Words, style: NumberStyle = {}): Value => ({
  kind: 'computed',
  value,
  from,
  style,
});

/** From a run of this program. @param command that prints the same number */
export const recorded = (value: number, command: Words, style: NumberStyle = {}): Value => ({
  kind: 'recorded',
  value,
  from: command,
  style,
});

/** @param source id in sources.ts @param place table, figure or section, and the protocol: 'Table 2, 10-crop, top-1 error' */
export const published = (value: number, source: string, place: Words, style: NumberStyle = {}): Value => ({
  kind: 'published',
  value,
  from: place,
  source,
  style,
});

/** True by mathematics alone: 'ln 8'. */
export const mathematics = (value: number, formula: Words, style: NumberStyle = {}): Value => ({
  kind: 'mathematics',
  value,
  from: formula,
  style,
});
