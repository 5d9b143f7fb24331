import type { Plugin } from 'vite';

type IconNode = readonly [tag: string, attributes: Readonly<Record<string, string>>];

const attribute = ([name, value]: readonly [string, string]) =>
  ` ${name}="${value.replaceAll('"', '&quot;')}"`;

/**
 * An icon of Lucide as a component that has its drawing as markup. Lucide's own makes one of several dynamic elements
 * and spread attributes, which was a fifth of what hydrating a page cost.
 * @param source of one of Lucide's Svelte components
 * @throws Error when it holds no icon
 */
export function staticIcon(source: string): string {
  const data = /const iconData = (\{.*\});?\n/.exec(source)?.[1];
  if (data === undefined) throw new Error('No icon in a component of Lucide: its form has changed.');
  const { name, size, node } = JSON.parse(data) as { name: string; size: number; node: readonly IconNode[] };
  const drawing = node.map(
    ([tag, attributes]) => `<${tag}${Object.entries(attributes).map(attribute).join('')} />`,
  );
  return [
    `<script>let { size = ${size}, strokeWidth = 2 } = $props();</script>`,
    `<svg class="lucide lucide-${name}" xmlns="http://www.w3.org/2000/svg" width={size} height={size}`,
    `viewBox="0 0 ${size} ${size}" fill="none" stroke="currentColor" stroke-width={strokeWidth}`,
    `stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${drawing.join('')}</svg>`,
  ].join('\n');
}

/** Icons are decoration everywhere on this site, so size and strokeWidth are all that they take. */
export function staticIcons(): Plugin {
  return {
    name: 'static-icons',
    enforce: 'pre',
    transform: {
      filter: { id: /@lucide\/svelte\/dist\/icons\/[a-z0-9-]+\.svelte$/ },
      handler: (source) => ({ code: staticIcon(source), map: null }),
    },
  };
}
