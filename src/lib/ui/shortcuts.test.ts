import { describe, expect, test } from 'vitest';
import { shortcuts as words } from '../i18n/messages/search.ts';
import {
  chordKeys,
  isShortcut,
  pageShortcut,
  shortcutNames,
  shortcutPlaces,
  shortcuts,
  takesText,
} from './shortcuts.ts';

const pressed = (key: string, modifiers: Partial<Record<'ctrl' | 'meta' | 'alt' | 'shift', true>> = {}) => ({
  key,
  ctrlKey: modifiers.ctrl ?? false,
  metaKey: modifiers.meta ?? false,
  altKey: modifiers.alt ?? false,
  shiftKey: modifiers.shift ?? false,
});

describe('the page’s shortcuts', () => {
  test.each([
    ['search', pressed('k', { ctrl: true })],
    ['search', pressed('K', { meta: true })],
    ['undo', pressed('z', { ctrl: true })],
    ['redo', pressed('Z', { meta: true, shift: true })],
    ['redo', pressed('y', { ctrl: true })],
    ['help', pressed('?', { shift: true })],
    ['help', pressed('?')],
  ])('%s', (name, event) => {
    expect(pageShortcut(event)).toBe(name);
  });

  test.each([
    ['a letter alone', pressed('k')],
    ['with Alt', pressed('k', { ctrl: true, alt: true })],
    ['with Shift, where that is another', pressed('K', { ctrl: true, shift: true })],
    ['a sign with Ctrl', pressed('?', { ctrl: true })],
    ['a key of the map', pressed('+')],
  ])('not %s', (_, event) => {
    expect(pageShortcut(event)).toBeNull();
  });

  test('no key of one place means two things', () => {
    for (const place of shortcutPlaces) {
      const chords = shortcutNames
        .filter((name) => shortcuts[name].place === place)
        // An arrow walks, and opens or closes what can be opened.
        .filter((name) => name !== 'mapOpen' && name !== 'mapClose')
        .flatMap((name) => shortcuts[name].chords.map((chord) => JSON.stringify(chord)));
      expect(new Set(chords).size, place).toBe(chords.length);
    }
  });
});

test('a key of the map is told by the same table', () => {
  expect(isShortcut(pressed('='), 'zoomIn')).toBe(true);
  expect(isShortcut(pressed('+', { shift: true }), 'zoomIn')).toBe(true);
  expect(isShortcut(pressed('+', { ctrl: true }), 'zoomIn')).toBe(false);
});

test('text is typed into fields, not into sliders and buttons', () => {
  const element = (tagName: string, type?: string, isContentEditable = false) =>
    ({ tagName, isContentEditable, getAttribute: () => type ?? null }) as unknown as EventTarget;
  for (const one of [
    element('INPUT'),
    element('INPUT', 'number'),
    element('INPUT', 'search'),
    element('TEXTAREA'),
    element('SELECT'),
    element('DIV', undefined, true),
  ])
    expect(takesText(one)).toBe(true);
  for (const one of [
    element('INPUT', 'range'),
    element('INPUT', 'checkbox'),
    element('BUTTON'),
    element('DIV'),
    null,
  ])
    expect(takesText(one)).toBe(false);
});

test('every shortcut and place has words in both languages, and keys to show', () => {
  for (const language of ['en', 'zh'] as const) {
    const { does, places, keys } = words[language];
    for (const name of shortcutNames) {
      expect(does[name]).not.toBe('');
      for (const chord of shortcuts[name].chords) expect(chordKeys(chord, keys).join('')).not.toBe('');
    }
    for (const place of shortcutPlaces) expect(places[place]).not.toBe('');
  }
  expect(chordKeys({ key: 'z', command: true, shift: true }, words.en.keys)).toEqual([
    'Shift',
    'Ctrl/⌘',
    'Z',
  ]);
});
