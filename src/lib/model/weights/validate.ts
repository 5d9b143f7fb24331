/** Small checks for data that came over the network or from a reader's disk. */

/** What is wrong, for an AtlasError's `reason`. */
export class Invalid extends Error {
  override readonly name = 'Invalid';
}

export type Fields = Readonly<Record<string, unknown>>;

/** A value as it may stand in a message: short, on one line. */
export function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

export function object(value: unknown, what: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Invalid(`${what} is not an object`);
  }
  return value as Fields;
}

export function array(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Invalid(`${what} is not a list`);
  return value;
}

export function string(value: unknown, what: string, pattern = /^[^\0]{1,500}$/): string {
  if (typeof value !== 'string' || !pattern.test(value)) throw new Invalid(`${what} is ${quoted(value)}`);
  return value;
}

export function integer(value: unknown, what: string, least: number, most: number): number {
  if (!Number.isInteger(value) || (value as number) < least || (value as number) > most) {
    throw new Invalid(`${what} is ${quoted(value)}`);
  }
  return value as number;
}

export function oneOf<T>(value: unknown, what: string, options: readonly T[]): T {
  if (!options.includes(value as T)) throw new Invalid(`${what} is ${quoted(value)}`);
  return value as T;
}

export const sameShape = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((side, axis) => side === b[axis]);
