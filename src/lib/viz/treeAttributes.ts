import type { Figure } from './encoding.ts';
import type { TreeItem } from './tree.ts';

/** What all items of a tree need to know of the tree. */
export interface TreeState {
  /** The item that the tabulator key comes to. */
  readonly active: string;
  readonly chosen: string;
  /** What is shown by size and shade, by item. */
  readonly figures: ReadonlyMap<string, Figure>;
  /** Keeps an item's element, so that the focus can be moved to it. */
  readonly register: (id: string) => (element: SVGElement) => () => void;
}

/** The attributes of an item's element. */
export function treeAttributes(item: TreeItem, { active, chosen }: TreeState) {
  return {
    role: 'treeitem',
    'aria-level': item.level,
    'aria-setsize': item.siblings,
    'aria-posinset': item.position,
    'aria-expanded': item.expanded ?? undefined,
    'aria-selected': item.id === chosen,
    tabindex: item.id === active ? 0 : -1,
    'data-item': item.id,
  } as const;
}
