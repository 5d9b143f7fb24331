/** Numbers in JSON, which has none for what is not finite. */

/** A number, or its name. `Number` reads both. */
export type Stored = number | 'NaN' | 'Infinity' | '-Infinity';

/** @param digits that are kept; all of them when absent */
export const storable = (value: number, digits?: number): Stored => {
  if (!Number.isFinite(value)) return String(value) as Stored;
  return digits === undefined ? value : Number(value.toPrecision(digits));
};
