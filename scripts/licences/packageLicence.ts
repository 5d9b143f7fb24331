import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface PackageLicence {
  readonly name: string;
  readonly version: string;
  /** SPDX expression. */
  readonly licence: string;
  readonly url: string;
  /** Licence text and notices, to be passed on with the code. */
  readonly text: string;
}

/** Folder of the package that a module of a bundle belongs to; undefined for our own and virtual modules. */
export function packageFolderOf(id: string): string | undefined {
  const path = id.replaceAll('\\', '/').split('?')[0];
  return path.match(/^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//)?.[1];
}

/**
 * A package's licence: its file, or else the comments at the head of the modules used and, where these only
 * refer to it, the licence's standard text.
 * @throws when a package comes without any: its code may not be shipped then
 */
export function licenceOf(folder: string, modules: readonly string[]): PackageLicence {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const text = licenceFile(folder);
  const licence =
    about.license ??
    (text && /^MIT License|\bThe MIT License|Permission is hereby granted, free of charge/m.test(text)
      ? 'MIT'
      : undefined);
  const whole = text ?? [...notices(modules), standardText(licence)].filter(Boolean).join('\n\n');
  if (!licence || !whole) throw new Error(`${about.name} comes without a licence that can be passed on`);
  return {
    name: about.name,
    version: about.version,
    licence,
    url: `https://www.npmjs.com/package/${about.name}`,
    text: whole.trim(),
  };
}

function licenceFile(folder: string): string | undefined {
  const name = readdirSync(folder).find((file) => /^(licen[sc]e|copying)(\.(md|txt))?$/i.test(file));
  return name && readFileSync(join(folder, name), 'utf8');
}

/** Each different licence comment of these modules, once. */
function notices(modules: readonly string[]): Set<string> {
  const comments = modules
    .map((id) => id.split('?')[0])
    .filter((file) => existsSync(file) && /\.[cm]?js$/.test(file))
    .flatMap((file) => readFileSync(file, 'utf8').match(/\/\*[^]*?\*\//g) ?? [])
    .filter((comment) => /@licen[sc]e|copyright/i.test(comment))
    .map((comment) =>
      comment
        .replace(/^\/\*+!?|\*+\/$/g, '')
        .replace(/^\s*(\*|=+$) ?/gm, '')
        .trim(),
    );
  return new Set(comments);
}

function standardText(licence: string | undefined): string | undefined {
  const file = new URL(`${licence}.txt`, import.meta.url);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
