/** A shape or an attribute does not fit. Thrown by the rules of a kind, which do not know the node's id. */
export class ShapeProblem extends Error {
  override readonly name = 'ShapeProblem';
}

/** A list of nodes that is no network: a mistake in the program that made it, not in what a reader did. */
export class MalformedGraph extends Error {
  override readonly name = 'MalformedGraph';
  constructor(
    readonly node: string,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(`node '${node}': ${reason}`, options);
  }
}

/** Passes a whole number of at least `least`; throws `ShapeProblem` for anything else. */
export function whole(name: string, value: number, least: number): number {
  if (!Number.isSafeInteger(value) || value < least) {
    throw new ShapeProblem(`${name} must be a whole number of at least ${least}, got ${value}`);
  }
  return value;
}
