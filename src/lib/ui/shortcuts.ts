/** All keys of the explorer in one table: handlers ask it which one was pressed, and the dialogue under `?` is made of it. */

export interface Chord {
  /** As KeyboardEvent.key says; letters in lower case. */
  readonly key: string;
  /** Ctrl, or ⌘ on a Mac. */
  readonly command?: true;
  readonly shift?: true;
  /** The same key on another keyboard: works, and is not listed. */
  readonly unlisted?: true;
}

/** Where a key works: anywhere on the page, or where the focus is on such a thing. */
export const shortcutPlaces = [
  'page',
  'map',
  'channels',
  'cells',
  'terms',
  'blocks',
  'crop',
  'drawing',
] as const;
export type ShortcutPlace = (typeof shortcutPlaces)[number];

export interface Shortcut {
  readonly place: ShortcutPlace;
  /** Any of them does. */
  readonly chords: readonly Chord[];
}

const keys = (...all: readonly string[]): Chord[] => all.map((key) => ({ key }));
const arrows = keys('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight');

const plus: Chord[] = [{ key: '+' }, { key: '=', unlisted: true }];
const minus: Chord[] = [{ key: '-' }, { key: '_', unlisted: true }, { key: '−', unlisted: true }];

export const shortcuts = {
  search: { place: 'page', chords: [{ key: 'k', command: true }] },
  help: { place: 'page', chords: keys('?') },
  undo: { place: 'page', chords: [{ key: 'z', command: true }] },
  redo: {
    place: 'page',
    chords: [
      { key: 'z', command: true, shift: true },
      { key: 'y', command: true },
    ],
  },
  mapWalk: { place: 'map', chords: arrows.slice(0, 2) },
  mapEnds: { place: 'map', chords: keys('Home', 'End') },
  mapChoose: { place: 'map', chords: keys('Enter', ' ') },
  mapOpen: { place: 'map', chords: keys('ArrowRight') },
  mapClose: { place: 'map', chords: keys('ArrowLeft') },
  /** Any letter; written so in the list. */
  mapNamed: { place: 'map', chords: keys('A … Z') },
  mapCut: { place: 'map', chords: keys('Delete') },
  zoomIn: { place: 'map', chords: plus },
  zoomOut: { place: 'map', chords: minus },
  zoomFit: { place: 'map', chords: keys('0') },
  mapShift: { place: 'map', chords: arrows.map((chord) => ({ ...chord, shift: true as const })) },
  channelsWalk: { place: 'channels', chords: [...arrows, ...keys('Home', 'End', 'PageUp', 'PageDown')] },
  channelsChoose: { place: 'channels', chords: keys('Enter', ' ') },
  cellsWalk: { place: 'cells', chords: arrows },
  cellsJump: { place: 'cells', chords: keys('PageUp', 'PageDown', 'Home', 'End') },
  cellsChoose: { place: 'cells', chords: keys('Enter', ' ') },
  termsWalk: { place: 'terms', chords: arrows.slice(0, 2) },
  termsChoose: { place: 'terms', chords: keys('Enter') },
  blocksWalk: { place: 'blocks', chords: [...arrows.slice(2), ...keys('Home', 'End')] },
  blocksChoose: { place: 'blocks', chords: keys('Enter') },
  cropMove: { place: 'crop', chords: arrows },
  cropSize: { place: 'crop', chords: [...plus, ...minus] },
  drawingMove: { place: 'drawing', chords: arrows },
  drawingPen: { place: 'drawing', chords: keys(' ', 'Enter') },
} as const satisfies Readonly<Record<string, Shortcut>>;

export type ShortcutName = keyof typeof shortcuts;
export const shortcutNames = Object.keys(shortcuts) as ShortcutName[];

type PressedKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Whether a key, without Ctrl, ⌘ or Shift, is one of this shortcut's. */
export function hasKey(name: ShortcutName, key: string): boolean {
  return shortcuts[name].chords.some((chord: Chord) => !chord.command && !chord.shift && chord.key === key);
}

/** Whether a pressed key is this shortcut. */
export function isShortcut(event: PressedKey, name: ShortcutName): boolean {
  return shortcuts[name].chords.some((chord: Chord) => matches(event, chord));
}

function matches({ key, ctrlKey, metaKey, altKey, shiftKey }: PressedKey, chord: Chord): boolean {
  if (altKey || (ctrlKey || metaKey) !== (chord.command ?? false)) return false;
  // Shift makes another shortcut, except where it only makes another sign, on some keyboards.
  if ((chord.command || key.length > 1) && shiftKey !== (chord.shift ?? false)) return false;
  return (key.length === 1 ? key.toLowerCase() : key) === chord.key;
}

/** The shortcut of the page that was pressed. */
export function pageShortcut(event: PressedKey): ShortcutName | null {
  return shortcutNames.find((name) => shortcuts[name].place === 'page' && isShortcut(event, name)) ?? null;
}

/** Kinds of input in which no text is typed. */
const untyped = ['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit'];

/** Whether what has the focus takes text, which no shortcut may steal from. */
export function takesText(target: EventTarget | null): boolean {
  if (!isElement(target)) return false;
  const name = target.tagName.toLowerCase();
  if (name === 'input') return !untyped.includes(target.getAttribute('type')?.toLowerCase() ?? 'text');
  return name === 'textarea' || name === 'select' || target.isContentEditable === true;
}

type ElementLike = Pick<HTMLElement, 'tagName' | 'getAttribute' | 'isContentEditable'>;
const isElement = (target: EventTarget | null): target is EventTarget & ElementLike =>
  target !== null && 'tagName' in target && 'getAttribute' in target;

/** Whether a chord is one sign alone, which somebody who dictates or brushes a key may type by mistake. */
export const isSingleSign = ({ key, command }: Chord): boolean => !command && key.length === 1;

const signs: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  '-': '−',
};

/** The keys of a chord as they are written, one by one. `names` for those that have a name in the reader's language. */
export function chordKeys({ key, command, shift }: Chord, names: Readonly<Record<string, string>>): string[] {
  const sign = names[key] ?? signs[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  return [...(shift ? ['Shift'] : []), ...(command ? ['Ctrl/⌘'] : []), sign];
}
