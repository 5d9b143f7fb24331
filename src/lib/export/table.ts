/** Tables as CSV files: what a spreadsheet or a program reads without being told anything. */
import { csvFormatRows } from 'd3';

export type Cell = string | number | null;

export interface Table {
  /** Names of the columns with their units: 'receptive_field_px'. The same in both languages: programs read them. */
  readonly columns: readonly string[];
  /** Each as long as `columns`; null where there is no value. */
  readonly rows: readonly (readonly Cell[])[];
}

/** A table of a panel, made when it is saved. */
export interface PanelTable {
  /** For the file's name. */
  readonly id: string;
  /** For the menu. */
  readonly text: string;
  readonly table: () => Table;
}

/**
 * A number so that nothing is lost and nothing made up: the shortest decimal that is read back as the same value, in
 * float32 for what the network computed, else in float64.
 */
export function numberText(value: number): string {
  if (Number.isInteger(value) || !Number.isFinite(value) || Math.fround(value) !== value)
    return String(value);
  for (let digits = 1; digits < 9; digits++) {
    const text = value.toPrecision(digits);
    if (Math.fround(Number(text)) === value) return String(Number(text));
  }
  return String(Number(value.toPrecision(9)));
}

/** A table as CSV (RFC 4180) with one row of names. */
export function csvOf({ columns, rows }: Table): string {
  const text = (cell: Cell) => (cell === null ? '' : typeof cell === 'number' ? numberText(cell) : cell);
  return `${csvFormatRows([[...columns], ...rows.map((row) => row.map(text))])}\n`;
}
