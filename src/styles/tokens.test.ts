import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { themeColours } from '$lib/ui/theme.svelte.ts';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');

/** The colour that a token has in a theme, through `var()` where it stands for another. */
function colour(name: string, theme: 'light' | 'dark'): string {
  const value = new RegExp(`--${name}:\\s*([^;]+);`).exec(css)?.[1] ?? '';
  const other = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  if (other) return colour(other, theme);
  const pair = /^light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)$/.exec(value);
  if (!pair) throw new Error(`--${name} is no pair of colours: ${value}`);
  return pair[theme === 'light' ? 1 : 2];
}

/** WCAG 2.2 relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

test('contrast itself: black on white is 21, a colour on itself 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#2166ac', '#2166ac')).toBe(1);
});

const text = [
  ...['ink', 'muted', 'residual', 'shortcut', 'accent', 'live', 'recorded', 'published', 'danger'],
  ...[1, 2, 3, 4, 5, 6].map((series) => `series-${series}`),
];
const surfaces = ['ground', 'panel', 'sunken', 'raised'];

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  test.each(text.flatMap((name) => surfaces.map((surface) => [name, surface])))(
    '%s can be read on %s (4.5 : 1)',
    (name, surface) => {
      expect(contrast(colour(name, theme), colour(surface, theme))).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.each([
    ['on-accent', 'accent'],
    ['residual', 'residual-soft'],
    ['shortcut', 'shortcut-soft'],
    ['danger', 'danger-soft'],
    ['ink', 'danger-soft'],
  ])('%s can be read on %s (4.5 : 1)', (name, surface) => {
    expect(contrast(colour(name, theme), colour(surface, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['ground', 'panel'])('line-strong outlines a control on %s (3 : 1)', (surface) => {
    expect(contrast(colour('line-strong', theme), colour(surface, theme))).toBeGreaterThanOrEqual(3);
  });

  test('the browser’s bars have the colour of the ground', () => {
    expect(themeColours[theme]).toBe(colour('ground', theme));
  });
});
