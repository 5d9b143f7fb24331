/** The reader's theme. The template's inline script applies a stored one before the first paint. */
import { createContext } from 'svelte';

const key = 'resnet-atlas.theme';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The browser's own bars follow `ground` (src/styles/tokens.css). */
export const themeColours = { light: '#f7f7f4', dark: '#121317' } as const;

export class ThemePreference {
  #chosen = $state<Theme>('system');

  get chosen(): Theme {
    return this.#chosen;
  }

  /** Applies it and keeps it; where storage is refused it holds for this visit. */
  set chosen(theme: Theme) {
    this.#chosen = theme;
    const root = document.documentElement;
    if (theme === 'system') delete root.dataset.theme;
    else root.dataset.theme = theme;
    try {
      if (theme === 'system') localStorage.removeItem(key);
      else localStorage.setItem(key, theme);
    } catch {
      // Storage is refused.
    }
  }

  /** Takes over what the template's script has applied. */
  restore(): void {
    const applied = document.documentElement.dataset.theme;
    this.#chosen = applied === 'light' || applied === 'dark' ? applied : 'system';
  }
}

/** The page's one preference: the header's switch and the palette's commands are about the same. */
export const [themePreference, setThemePreference] = createContext<ThemePreference>();
