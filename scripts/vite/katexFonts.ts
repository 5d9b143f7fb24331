import type { Plugin } from 'vite';

/** Every browser that runs the site reads woff2: the other formats of KaTeX's fonts stay out of the build. */
export function katexFonts(): Plugin {
  return {
    name: 'katex-fonts',
    enforce: 'pre',
    transform: {
      filter: { id: /katex(\.min)?\.css$/ },
      handler: (code) => ({
        code: code.replaceAll(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\([^)]*\)/g, ''),
        map: null,
      }),
    },
  };
}
