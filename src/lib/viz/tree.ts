/** The network as a tree to walk through: what is visible, and where a key leads. Follows the ARIA tree pattern. */
import type { MapLevel } from './levels.ts';
import type { Section } from './outline.ts';

export interface TreeItem {
  readonly id: string;
  readonly kind: 'section' | 'unit' | 'operation';
  /** The node that is chosen with it. */
  readonly node: string;
  /** The unit that it is or stands in; null for a section. */
  readonly unit: string | null;
  readonly parent: string | null;
  readonly level: number;
  /** Position among its siblings, from 1, and their number. */
  readonly position: number;
  readonly siblings: number;
  /** null when it has nothing inside that could be hidden. */
  readonly expanded: boolean | null;
  /** Where it opens: in its place, on the next level inwards, or it is open and stays so. */
  readonly opens: 'here' | 'inwards' | 'always';
  /** What is typed to come to it. */
  readonly name: string;
}

/** How units open on each level. */
const openings = { network: 'inwards', blocks: 'here', operations: 'always' } as const;

export const sectionItem = (id: string) => `section ${id}`;
export const unitItem = (id: string) => `unit ${id}`;
export const operationItem = (id: string) => `node ${id}`;

/** What of the tree is shown. */
export interface Shown {
  readonly level: MapLevel;
  /** On the level of blocks: the unit that is open, if one is. */
  readonly open: string | null;
}

/** All items that are visible, in order. */
export function visibleItems(sections: readonly Section[], shown: Shown): readonly TreeItem[] {
  const isFolded = shown.level === 'network';
  return sections.flatMap((section, i) => {
    const top = { position: i + 1, siblings: sections.length };
    const [first] = section.units;
    if (section.kind !== 'stage') return unitItems(section, 0, shown, { ...top, level: 1, parent: null });
    const id = sectionItem(section.id);
    const item: TreeItem = {
      ...top,
      id,
      kind: 'section',
      node: (section.units.at(-1) ?? first).output,
      unit: null,
      parent: null,
      level: 1,
      expanded: isFolded ? false : null,
      opens: 'inwards',
      name: section.id,
    };
    if (isFolded) return [item];
    const children = section.units.flatMap((_, j) =>
      unitItems(section, j, shown, { position: j + 1, siblings: section.units.length, level: 2, parent: id }),
    );
    return [item, ...children];
  });
}

function unitItems(
  section: Section,
  index: number,
  { level, open }: Shown,
  place: Pick<TreeItem, 'position' | 'siblings' | 'level' | 'parent'>,
): TreeItem[] {
  const unit = section.units[index];
  const opens = openings[level];
  const canOpen = unit.kind !== 'input';
  const expanded = canOpen ? opens === 'always' || (opens === 'here' && unit.id === open) : null;
  const id = unitItem(unit.id);
  const item: TreeItem = {
    ...place,
    id,
    kind: 'unit',
    node: unit.output,
    unit: unit.id,
    expanded,
    opens,
    name: unit.id,
  };
  if (!expanded) return [item];
  const operations = unit.nodes.map((node, i): TreeItem => ({
    id: operationItem(node.id),
    kind: 'operation',
    node: node.id,
    unit: unit.id,
    parent: id,
    level: place.level + 1,
    position: i + 1,
    siblings: unit.nodes.length,
    expanded: null,
    opens: 'here',
    name: node.id,
  }));
  return [item, ...operations];
}

export type TreeMove =
  | { readonly focus: string }
  | { readonly open: string | null }
  | { readonly choose: string }
  /** To the next level inwards, where it is open. */
  | { readonly enter: string }
  | null;

/** What a key does when `current` has the focus; null when it does nothing. */
export function moveInTree(items: readonly TreeItem[], current: string, key: string): TreeMove {
  const at = items.findIndex(({ id }) => id === current);
  const item = items[at];
  if (!item) return null;
  const focus = (target: TreeItem | undefined): TreeMove => (target ? { focus: target.id } : null);
  switch (key) {
    case 'ArrowDown':
      return focus(items[at + 1]);
    case 'ArrowUp':
      return focus(items[at - 1]);
    case 'Home':
      return focus(items[0]);
    case 'End':
      return focus(items.at(-1));
    case 'ArrowRight':
      if (item.expanded === false) return item.opens === 'inwards' ? { enter: item.id } : { open: item.unit };
      return focus(items.find(({ parent }) => parent === item.id));
    case 'ArrowLeft':
      if (item.expanded && item.opens === 'here') return { open: null };
      return focus(items.find(({ id }) => id === item.parent));
    case 'Enter':
    case ' ':
      return { choose: item.id };
    default:
      return key.length === 1 ? focus(nextNamed(items, at, key)) : null;
  }
}

/** The next item, from the one after `at` round to it, whose name begins with the letter typed. */
function nextNamed(items: readonly TreeItem[], at: number, letter: string): TreeItem | undefined {
  const round = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return round.find(({ name }) => name.toLowerCase().startsWith(letter.toLowerCase()));
}
