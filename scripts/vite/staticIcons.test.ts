import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from 'svelte/compiler';
import { expect, test } from 'vitest';
import { staticIcon } from './staticIcons.ts';

const root = join(import.meta.dirname, '../..');
const icons = join(root, 'node_modules/@lucide/svelte/dist/icons');

const used = ['src', 'content'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.svelte'))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'))
    .flatMap((source) => {
      const names = /import \{([^}]*)\} from '@lucide\/svelte'/.exec(source)?.[1] ?? '';
      return names
        .split(',')
        .map((name) => name.trim())
        .filter((name) => /^[A-Z]/.test(name))
        .map((name) => ({ name: name.replace(/ as .*/, ''), local: name.replace(/.* as /, ''), source }));
    }),
);

/** As the comment in Lucide's file shows the icon to editors. */
function previewOf(source: string): string {
  const [, base64] = /data:image\/svg\+xml;base64,([A-Za-z0-9+/=]+)/.exec(source)!;
  return Buffer.from(base64, 'base64').toString();
}

const shapes = (svg: string) =>
  [...svg.matchAll(/<(?!\/|svg)[a-z]+[^>]*>/g)].map(([shape]) => shape.replace(/\s*\/>/, ' />'));

test.each([...new Set(used.map(({ name }) => name))])('%s is drawn as Lucide draws it', (name) => {
  const file = name.replaceAll(/([a-z])([A-Z0-9])/g, '$1-$2').toLowerCase();
  const source = readFileSync(join(icons, `${file}.svelte`), 'utf8');
  const drawn = staticIcon(source);
  expect(shapes(previewOf(source)).length).toBeGreaterThan(0);
  expect(shapes(drawn.slice(drawn.indexOf('<svg')))).toEqual(shapes(previewOf(source)));
  expect(compile(drawn, { generate: 'client' }).warnings).toEqual([]);
});

test('no more than their size and line width is said of them', () => {
  const said = used.flatMap(({ local, source }) =>
    [...source.matchAll(new RegExp(`<${local}\\s([^>]*)/>`, 'g'))].map(([, attributes]) =>
      attributes.replaceAll(/(?:size|strokeWidth)=\{[\d.]+\}|aria-hidden="true"/g, '').trim(),
    ),
  );
  expect(said.length).toBeGreaterThan(40);
  expect(said.filter((rest) => rest !== '')).toEqual([]);
});

test('a file without an icon is told', () => {
  expect(() => staticIcon('<svg />')).toThrow('No icon');
});
