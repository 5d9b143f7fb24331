/** The programs that lessons show. To run them all as printed: npm run -s lessons:programs. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { material, root } from './testing/lessons.ts';

const panels = Object.entries(material.programs).flatMap(([id, files]) =>
  files.map((panel) => [`${id}: ${panel.name}`, panel] as const),
);
const python = panels.filter(([, { name }]) => name.endsWith('.py'));
const hasPython = spawnSync('python3', ['-c', ''], { stdio: 'ignore' }).status === 0;

/** Prints, as JSON, what is wrong with each of the programs on standard input. */
const parse = `
import ast, json, sys
def wrong(text):
    try:
        ast.parse(text)
    except SyntaxError as error:
        return str(error)
print(json.dumps([wrong(text) for text in json.load(sys.stdin)]))
`;

it('programs are Python or TypeScript files in the folder of a lesson', () => {
  const folder = join(root, 'content/code');
  const names = panels.length === 0 ? [] : readdirSync(folder, { recursive: true, withFileTypes: true });
  const others = names.filter((entry) => entry.isFile() && !/\.(?:py|ts)$/.test(entry.name));
  expect(others.map(({ name }) => name)).toEqual([]);
});

it.skipIf(!hasPython)('every Python program can be parsed (skipped without python3)', () => {
  const { stdout } = spawnSync('python3', ['-c', parse], {
    input: JSON.stringify(python.map(([, { text }]) => text)),
    encoding: 'utf8',
  });
  const wrong = (JSON.parse(stdout) as (string | null)[]).map(
    (error, i) => error && `${python[i][0]}: ${error}`,
  );
  expect(wrong.filter((error) => error !== null)).toEqual([]);
});

describe.each(panels)('%s', (_, { text, framework }) => {
  it('is short, has its imports, and no line that a phone has to scroll far for', () => {
    const lines = text.split('\n');
    expect(lines.length).toBeLessThanOrEqual(80);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(110);
    const needs = {
      pytorch: /^(?:import|from) torch/m,
      keras: /^(?:import|from) keras/m,
      python: /./,
      typescript: /./,
    };
    expect(text).toMatch(needs[framework]);
  });
});
