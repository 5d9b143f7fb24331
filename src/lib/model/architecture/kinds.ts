/**
 * The rules of each kind of node: which shape it gives, which weights it has, what it costs and what it sees.
 * An open registry: a module that brings a new kind declares its attributes (see `KindAttributes`) and calls
 * `registerKind`; the kind can then be drawn and costed, whether or not an engine can run it.
 */
import { builtInKinds } from './builtInKinds.ts';
import type { Kind, KindAttributes, NodeOf, Shape } from './graph.ts';
import type { Window } from './window.ts';

export type Attributes<K extends Kind> = Readonly<KindAttributes[K]>;

export interface KindRules<K extends Kind> {
  /** How many inputs a node of this kind may have. */
  readonly inputs: { readonly least: number; readonly most: number };

  /** The shape of its value. Throws `ShapeProblem` for shapes or attributes that do not fit. */
  shape(attributes: Attributes<K>, inputs: readonly Shape[]): Shape;

  /** Its weights by role, each with its shape; a kind without weights leaves the rule out. */
  weights?(attributes: Attributes<K>, inputs: readonly Shape[]): Readonly<Record<string, Shape>>;

  /** Roles that training does not change by gradient descent: running statistics. */
  readonly statistics?: readonly string[];

  /** Multiply-adds of convolution and dense kernels for one picture; 0 when the rule is left out. */
  macs?(attributes: Attributes<K>, inputs: readonly Shape[], output: Shape): number;

  /**
   * The window through which one output position reads the maps of its inputs; 'all' when it reads every position.
   * Left out: the value at a position depends on that position alone.
   */
  window?(attributes: Attributes<K>): Window | 'all';
}

type Registry = { [K in Kind]?: KindRules<K> };

const registry: Registry = { ...builtInKinds };

/** Adds a kind. Throws when it is there already: rules are never changed under a graph's feet. */
export function registerKind<K extends Kind>(kind: K, rules: KindRules<K>): void {
  if (Object.hasOwn(registry, kind)) throw new Error(`kind '${kind}' is registered already`);
  registry[kind] = rules as Registry[K];
}

/** The rules of a kind. Throws for one that is not registered. */
export function rulesOf<K extends Kind>(kind: K): KindRules<K> {
  const rules = Object.hasOwn(registry, kind) ? registry[kind] : undefined;
  if (!rules) throw new Error(`unknown kind '${kind}'`);
  return rules as KindRules<K>;
}

/** Kinds that are registered, in the order in which they were. */
export function registeredKinds(): Kind[] {
  return Object.keys(registry) as Kind[];
}

/** A node's weights by role, each with its shape; empty for a node without. */
export function nodeWeights<K extends Kind>(
  node: NodeOf<K>,
  inputs: readonly Shape[],
): Readonly<Record<string, Shape>> {
  return rulesOf(node.kind).weights?.(node.attributes, inputs) ?? {};
}

/** The window of a kind that reads position by position. */
const samePosition: Window = { kernel: 1, stride: 1, padding: 0 };

/** The window through which one position of a node's value reads the maps of its inputs, or 'all' of their positions. */
export function windowOf<K extends Kind>({ kind, attributes }: NodeOf<K>): Window | 'all' {
  return rulesOf(kind).window?.(attributes) ?? samePosition;
}

/** Whether gradient descent changes the weights of this role (false for a batch norm's moving statistics). */
export function isTrainable(kind: Kind, role: string): boolean {
  return !rulesOf(kind).statistics?.includes(role);
}
