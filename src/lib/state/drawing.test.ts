import { expect, test } from 'vitest';
import { Drawing } from './drawing.svelte.ts';

const at = (x: number, y: number) => ({ x, y });

test('a stroke has the tool, size and colour it was begun with, and ends where it was ended', () => {
  const drawing = new Drawing();
  expect([drawing.isEmpty, drawing.canUndo]).toEqual([true, false]);
  drawing.size = 4;
  drawing.colour = '#ff0000';
  drawing.begin(at(1, 2));
  drawing.extend(at(3, 4), at(5, 6));
  drawing.end();
  drawing.extend(at(7, 8));
  expect(drawing.steps).toEqual([
    { kind: 'stroke', tool: 'pen', size: 4, colour: '#ff0000', points: [at(1, 2), at(3, 4), at(5, 6)] },
  ]);
  expect(drawing.isEmpty).toBe(false);
});

test('steps are taken back and made again; a new one ends what could be made again', () => {
  const drawing = new Drawing();
  drawing.begin(at(1, 1));
  drawing.begin(at(2, 2));
  drawing.undo();
  drawing.undo();
  drawing.undo();
  expect(drawing.steps).toEqual([]);
  drawing.redo();
  expect(drawing.steps).toMatchObject([{ points: [at(1, 1)] }]);
  drawing.begin(at(3, 3));
  expect(drawing.canRedo).toBe(false);
  drawing.redo();
  expect(drawing.steps).toMatchObject([{ points: [at(1, 1)] }, { points: [at(3, 3)] }]);
});

test('a white ground makes it empty again, and is itself taken back', () => {
  const drawing = new Drawing();
  drawing.begin(at(1, 1));
  drawing.ground(null);
  expect(drawing.isEmpty).toBe(true);
  drawing.undo();
  expect(drawing.isEmpty).toBe(false);
});

test('the keys draw a line while the pen is down, and stay on the sheet', () => {
  const drawing = new Drawing();
  drawing.moveCursor(10, 0);
  expect([drawing.cursor, drawing.steps]).toEqual([at(122, 112), []]);
  drawing.togglePen();
  drawing.moveCursor(0, 4);
  drawing.moveCursor(999, 0);
  drawing.togglePen();
  drawing.moveCursor(-4, 0);
  expect(drawing.steps).toMatchObject([{ points: [at(122, 112), at(122, 116), at(224, 116)] }]);
  expect(drawing.cursor).toEqual(at(220, 116));
});
