import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { Exercise } from './exercise.svelte.ts';
import { changedLines, tokenLines } from './lines.ts';
import { programs } from './programs.ts';
import { faultyLines, snippets } from './snippets.ts';

const both = snippets.map((snippet) => ({ snippet, ...programs(snippet.id) }));
const all = both.flatMap(({ wrong, mended }) => [wrong, mended]);
const hasPython = spawnSync('python3', ['-c', ''], { stdio: 'ignore' }).status === 0;

test.skipIf(!hasPython)('all programs are Python (skipped without python3)', () => {
  const parse = 'import ast, json, sys\nfor text in json.load(sys.stdin): ast.parse(text)';
  const { status, stderr } = spawnSync('python3', ['-c', parse], {
    input: JSON.stringify(all.map(({ text }) => text)),
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

test('programs are short, and their lines put together again are the program', () => {
  for (const { file, text } of all) {
    const lines = text.split('\n');
    expect(lines.length, file).toBeLessThanOrEqual(45);
    expect(Math.max(...lines.map(({ length }) => length)), file).toBeLessThanOrEqual(100);
    const together = tokenLines(text).map((tokens) => tokens.map((token) => token.text).join(''));
    expect(together, file).toEqual(lines);
  }
});

test('the mended program differs in the faulty line, and little else', () => {
  for (const { snippet, wrong, mended } of both) {
    const faulty = faultyLines(snippet, wrong.text);
    expect(faulty.length, snippet.id).toBeGreaterThan(0);
    expect(faulty.length, snippet.id).toBeLessThanOrEqual(snippet.faulty.length);
    const added = changedLines(mended.text, wrong.text);
    const removed = changedLines(wrong.text, mended.text);
    expect(added.length, snippet.id).toBeLessThanOrEqual(4);
    // Where a line is only missing, it is the one before which it is missing.
    const near = removed.length > 0 ? removed : added.map((line) => line - 1);
    expect(
      faulty.some((line) => near.includes(line)),
      snippet.id,
    ).toBe(true);
  }
});

test('all have been run as they are: the mended ones end well, three of the wrong ones stop', () => {
  for (const { mended, wrong } of both) {
    expect(mended.run.status, mended.file).toBe(0);
    expect(wrong.run.output, wrong.file).not.toBe(mended.run.output);
  }
  const stopped = both.filter(({ wrong }) => wrong.run.status !== 0);
  expect(stopped.map(({ snippet }) => snippet.id)).toEqual(['names', 'projection', 'head']);
  expect(stopped[0].wrong.run.output).toContain("NameError: name 'shortcut' is not defined");
});

test('a line is marked, missed, found or shown', () => {
  const exercise = new Exercise(['a', 'b']);
  exercise.mark('a', 3, [5]);
  exercise.mark('a', 3, [5]);
  expect(exercise.of('a')).toMatchObject({ missed: [3], solved: null });
  exercise.mark('a', 5, [5]);
  exercise.mark('a', 6, [5]);
  expect(exercise.of('a')).toMatchObject({ missed: [3], solved: 'found' });
  exercise.run('b');
  exercise.mark('b', 1, [1, 2]);
  expect(exercise.isDone).toBe(true);
  expect(exercise.counts).toEqual({ found: 2, atOnce: 1, withoutRunning: 1 });
  const shown = new Exercise(['a', 'b']);
  shown.showAll();
  expect(shown.counts).toEqual({ found: 0, atOnce: 0, withoutRunning: 0 });
  expect(shown.isDone).toBe(true);
});
