import {
  parseState,
  serialiseState,
  type ParameterTable,
  type Rejected,
  type StateOf,
} from './parameters.ts';

/** A page's state as it stands in its URL. Every change is written back. */
export class Address<P extends ParameterTable> {
  readonly defaults: StateOf<P>;
  state: StateOf<P>;
  /** Values in the URL that could not be used. */
  rejected = $state.raw<readonly Rejected[]>([]);

  readonly #table: P;
  readonly #write: (query: string) => void;

  /** @param write puts a query into the page's URL, in place of the one before */
  constructor(table: P, write: (query: string) => void) {
    this.#table = table;
    this.#write = write;
    this.defaults = parseState(table, '').state;
    this.state = $state.raw(this.defaults);
  }

  read(query: string): void {
    const { state, rejected } = parseState(this.#table, query);
    this.state = state;
    this.rejected = rejected;
  }

  /** Takes the default in place of a value that does not fit the others, and reports it. */
  drop(name: keyof P & string): void {
    const { format } = this.#table[name];
    const text = format(this.state[name]);
    this.rejected = [...this.rejected, { name, text, fallback: format(this.defaults[name]) }];
    this.state = { ...this.state, [name]: this.defaults[name] };
  }

  update(change: Partial<StateOf<P>>): void {
    this.state = { ...this.state, ...change };
    this.rejected = this.rejected.filter(({ name }) => !(name in change));
    this.#write(serialiseState(this.#table, this.state));
  }
}
