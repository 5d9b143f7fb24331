/** Blocks that are built alike, one after the other: "×3" in a paper's table. */
import type { Node, Shape } from '../model/architecture/graph.ts';
import type { Section, Unit } from './outline.ts';

/** Two or more blocks of a stage that follow each other and differ in their weights alone. */
export interface Repeat {
  /** First and last block: '3b–3d'. */
  readonly id: string;
  readonly section: string;
  readonly units: readonly Unit[];
}

/** All runs of equal blocks of a network, in order. */
export function repeats(sections: readonly Section[], shapes: ReadonlyMap<string, Shape>): readonly Repeat[] {
  return sections
    .filter(({ kind }) => kind === 'stage')
    .flatMap((section) => {
      const runs: { structure: string; units: Unit[] }[] = [];
      for (const unit of section.units) {
        const structure = structureOf(unit, shapes);
        const last = runs.at(-1);
        if (last?.structure === structure) last.units.push(unit);
        else runs.push({ structure, units: [unit] });
      }
      return runs
        .filter(({ units }) => units.length > 1)
        .map(({ units }) => ({ id: `${units[0].id}–${units.at(-1)!.id}`, section: section.id, units }));
    });
}

/** What a unit computes, but for names and weights: shapes, kinds, attributes, and which value each node reads. */
export function structureOf({ nodes }: Pick<Unit, 'nodes'>, shapes: ReadonlyMap<string, Shape>): string {
  const place = new Map(nodes.map(({ id }, i) => [id, i]));
  const source = (id: string) => place.get(id) ?? ['outside', ...(shapes.get(id) ?? [])];
  return JSON.stringify(
    nodes.map(({ kind, attributes, branch, inputs }: Node) => [kind, attributes, branch, inputs.map(source)]),
  );
}
