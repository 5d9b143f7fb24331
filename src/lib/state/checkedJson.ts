/** Reads JSON that somebody else may have written: each value is checked for what it is to be. */

/** Something in a file is not what it should be; `where` is its place: 'lanes[0].runs[1].loss'. */
export class Misfit extends Error {
  constructor(readonly where: string) {
    super(where);
  }
}

/** A value and its place in the file. */
export class Part {
  constructor(
    readonly value: unknown,
    readonly where = '',
  ) {}

  /** A member of an object, be it there or not. @throws Misfit if this is no object */
  get(name: string): Part {
    const { value, where } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Misfit(where);
    const own = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
    return new Part(own, where === '' ? name : `${where}.${name}`);
  }

  /** @throws Misfit if this is no array, or has another number of entries */
  list(length?: number): Part[] {
    const { value, where } = this;
    if (!Array.isArray(value) || (length !== undefined && value.length !== length)) throw new Misfit(where);
    return value.map((one: unknown, i) => new Part(one, `${where}[${i}]`));
  }

  text(): string {
    if (typeof this.value !== 'string') throw new Misfit(this.where);
    return this.value;
  }

  /** A whole number that is not negative. */
  count(): number {
    if (!Number.isSafeInteger(this.value) || (this.value as number) < 0) throw new Misfit(this.where);
    return this.value as number;
  }

  /** A number; what JSON has no number for is a text: 'NaN', 'Infinity', '-Infinity'. */
  number(): number {
    const { value, where } = this;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    if (value === 'NaN' || value === 'Infinity' || value === '-Infinity') return Number(value);
    throw new Misfit(where);
  }

  numbers(length?: number): number[] {
    return this.list(length).map((one) => one.number());
  }
}
