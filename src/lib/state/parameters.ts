/**
 * State that lives in the URL: a table of named, typed parameters that parses and serialises. Unknown keys are
 * ignored; a value that cannot be read falls back to the default and is reported.
 */

/** One parameter's type: how its values are written, and the value when it is absent. */
export interface Parameter<T> {
  readonly fallback: T;
  /** `undefined` for a text that is no value of this type. */
  parse(text: string): T | undefined;
  format(value: T): string;
  /** Of a text that is read in part: what had to be left out, '' for nothing. */
  leftOut?(text: string): string;
}

export type ParameterTable = Readonly<Record<string, Parameter<unknown>>>;

export type StateOf<P extends ParameterTable> = {
  readonly [K in keyof P]: P[K] extends Parameter<infer T> ? T : never;
};

/** A value in a URL that is none of its parameter's. */
export interface Rejected {
  readonly name: string;
  readonly text: string;
  /** What is used instead, as it would be written. */
  readonly fallback: string;
}

/** One of a fixed set of words. */
export function oneOf<const T extends string>(values: readonly T[], fallback: NoInfer<T>): Parameter<T> {
  return {
    fallback,
    parse: (text) => values.find((value) => value === text),
    format: (value) => value,
  };
}

function parseWhole(text: string, least: number, most: number): number | undefined {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  return value >= least && value <= most ? value : undefined;
}

/** A whole number from `least` to `most`. */
export function wholeNumber(least: number, most: number, fallback: number): Parameter<number> {
  return { fallback, parse: (text) => parseWhole(text, least, most), format: String };
}

/** A number from `least` to `most`, written with at most two decimals. */
export function hundredths(least: number, most: number, fallback: number): Parameter<number> {
  return {
    fallback,
    parse: (text) => {
      const value = /^\d{1,4}(\.\d{1,2})?$/.test(text) ? Number(text) : NaN;
      return value >= least && value <= most ? value : undefined;
    },
    format: String,
  };
}

/** A number from `least` to `most`, written in full or with a power of ten: '0.05', '1e-4'. */
export function decimal(least: number, most: number, fallback: number): Parameter<number> {
  return {
    fallback,
    parse: (text) => {
      const value = /^\d{1,7}(\.\d{1,10})?(e-?\d{1,2})?$/.test(text) ? Number(text) : NaN;
      return value >= least && value <= most ? value : undefined;
    },
    format: String,
  };
}

/** What the members of a list are, and how many there may be. */
export interface ListOf<T> {
  /** `undefined` for a text that is none. */
  parse(text: string): T | undefined;
  /** Without commas; the same for equal ones alone. */
  format(one: T): string;
  readonly most: number;
  readonly mayBeEmpty: boolean;
}

/** A list of different members, with commas between them; what is none, or too many, is left out and reported. */
export function listParameter<T>(of: ListOf<T>, fallback: readonly T[]): Parameter<readonly T[]> {
  function read(text: string): { members: readonly T[]; refused: readonly string[] } {
    const members = new Map<string, T>();
    const refused: string[] = [];
    for (const part of text === '' ? [] : text.slice(0, 1000).split(',')) {
      const one = of.parse(part);
      const key = one === undefined ? '' : of.format(one);
      if (one !== undefined && !members.has(key) && members.size < of.most) members.set(key, one);
      else refused.push(part.slice(0, 60));
    }
    return { members: [...members.values()], refused };
  }
  return {
    fallback,
    parse: (text) => {
      const { members } = read(text);
      return members.length > 0 || (text === '' && of.mayBeEmpty) ? members : undefined;
    },
    format: (members) => members.map(of.format).join(','),
    leftOut: (text) => read(text).refused.join(','),
  };
}

/** A whole number from `least` to `most`, or none. */
export function wholeNumberOrNone(least: number, most: number): Parameter<number | null> {
  return {
    fallback: null,
    parse: (text) => parseWhole(text, least, most),
    format: (value) => (value === null ? '' : String(value)),
  };
}

/** The state that a URL's query asks for, and the values in it that could not be used. */
export function parseState<P extends ParameterTable>(
  table: P,
  search: string,
): { state: StateOf<P>; rejected: Rejected[] } {
  const query = new URLSearchParams(search);
  const rejected: Rejected[] = [];
  const entries = Object.entries(table).map(([name, parameter]) => {
    const text = query.get(name);
    const value = text === null ? parameter.fallback : parameter.parse(text);
    if (value !== undefined) {
      const leftOut = text === null ? '' : (parameter.leftOut?.(text) ?? '');
      if (leftOut) rejected.push({ name, text: leftOut, fallback: parameter.format(value) });
      return [name, value];
    }
    rejected.push({ name, text: text ?? '', fallback: parameter.format(parameter.fallback) });
    return [name, parameter.fallback];
  });
  return { state: Object.fromEntries(entries) as StateOf<P>, rejected };
}

/** A state as a query ('' or '?…'), in the table's order; what has its default value is left out. */
export function serialiseState<P extends ParameterTable>(table: P, state: StateOf<P>): string {
  const query = new URLSearchParams();
  for (const [name, parameter] of Object.entries(table)) {
    const text = parameter.format(state[name]);
    if (text !== parameter.format(parameter.fallback)) query.set(name, text);
  }
  // A comma and a colon need no escaping in a query, and links stay readable.
  return query.size > 0 ? `?${String(query).replaceAll('%2C', ',').replaceAll('%3A', ':')}` : '';
}
