/** Where a key leads in a grid whose cells fill its rows one after the other, or in a list (one column). */
export function moveInGrid(
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
  place: number,
  { count, columns, page }: { count: number; columns: number; page: number },
): number | null {
  const rowStart = place - (place % columns);
  const targets: Record<string, number> = {
    ArrowRight: place + 1,
    ArrowLeft: place - 1,
    ArrowDown: place + columns,
    ArrowUp: place - columns,
    Home: ctrlKey ? 0 : rowStart,
    End: ctrlKey ? count - 1 : rowStart + columns - 1,
    PageDown: place + columns * page,
    PageUp: place - columns * page,
  };
  if (!Object.hasOwn(targets, key)) return null;
  return Math.max(0, Math.min(count - 1, targets[key]));
}

/** The same in a list: Home and End lead to its ends; keys to the sides lead nowhere. */
export function moveInList(
  { key }: { key: string },
  place: number,
  { count, page }: { count: number; page: number },
): number | null {
  if (key === 'ArrowLeft' || key === 'ArrowRight') return null;
  return moveInGrid({ key, ctrlKey: true }, place, { count, columns: 1, page });
}
