import { beforeEach, describe, expect, test } from 'vitest';
import { buildModel } from '../model/architecture/families.ts';
import type { Rewrite } from '../model/architecture/rewrite.ts';
import { formatEdits } from './edits.ts';
import { Interventions } from './interventions.svelte.ts';

const cut = (block: string): Rewrite => ({ kind: 'cutShortcut', block });
const remove = (block: string): Rewrite => ({ kind: 'removeBlock', block });

let told: string[];
let made: Interventions;
const now = () => formatEdits(made.edits);

beforeEach(() => {
  told = [];
  made = new Interventions(buildModel('resnet50'), (edits) => told.push(formatEdits(edits)));
});

test('a cut is made, and taken back by the same click; both are told', () => {
  made.toggle(cut('4d'));
  made.toggle(cut('4d'));
  expect(told).toEqual(['cut.4d', '']);
});

test('what the architecture refuses changes nothing and is said', () => {
  made.make(cut('4d'));
  made.make(remove('4d'));
  expect(made.refused).toEqual({ code: 'nothingLeftOfBlock', details: { block: '4d' } });
  expect(now()).toBe('cut.4d');
  expect(told).toEqual(['cut.4d']);
  made.make(remove('4c'));
  expect(made.refused).toBeNull();
});

describe('undo and redo', () => {
  test('walk back and forth through all steps', () => {
    made.make(cut('4d'));
    made.make(remove('3b'));
    made.clear();
    const back = [0, 1, 2].map(() => (made.undo(), now()));
    expect(back).toEqual(['cut.4d,remove.3b', 'cut.4d', '']);
    expect([made.canUndo, made.canRedo]).toEqual([false, true]);
    const forth = [0, 1, 2].map(() => (made.redo(), now()));
    expect(forth).toEqual(['cut.4d', 'cut.4d,remove.3b', '']);
    expect([made.canUndo, made.canRedo]).toEqual([true, false]);
  });

  test('a new step ends what could be redone', () => {
    made.make(cut('4d'));
    made.undo();
    made.make(cut('4c'));
    expect(made.canRedo).toBe(false);
    made.undo();
    expect(now()).toBe('');
  });

  test('a slider that moves on is one step; after an undo or another step it is a new one', () => {
    for (const factor of [0.9, 0.7, 0.5]) made.scale('scaleBranch', '4d', factor);
    expect(now()).toBe('branch.4d.0.5');
    made.undo();
    expect(now()).toBe('');
    made.scale('scaleBranch', '4d', 0.5);
    made.scale('scaleShortcut', '4d', 2);
    made.scale('scaleBranch', '4d', 0.25);
    expect(now()).toBe('branch.4d.0.25,shortcut.4d.2');
    made.undo();
    expect(now()).toBe('branch.4d.0.5,shortcut.4d.2');
  });

  test('with nothing to undo or redo they do nothing', () => {
    made.undo();
    made.redo();
    expect(told).toEqual([]);
  });

  test('what a link asks for is the beginning', () => {
    made.make(cut('4d'));
    made.load([remove('3b')]);
    expect([now(), made.canUndo]).toEqual(['remove.3b', false]);
    expect(told).toEqual(['cut.4d']);
  });
});

test('a factor of 1 is no intervention', () => {
  made.scale('scaleShortcut', '4d', 2);
  made.scale('scaleShortcut', '4d', 1);
  expect(now()).toBe('');
});

test('a block is reset without the others; a swap is of both its blocks', () => {
  made.make(cut('4d'));
  made.make({ kind: 'swapBlocks', first: '4b', second: '4c' });
  made.make({ kind: 'muteChannel', node: 'res4c_branch2b', channel: 3 });
  made.make(remove('4c'));
  made.reset('4c');
  expect(now()).toBe('cut.4d');
});
