import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildModel } from '../model/architecture/families.ts';
import { layoutNetwork, network } from './layout.ts';
import { mapLevels } from './levels.ts';
import { formatPlace, itemNamed, parsePlace, placeOf } from './mapPlace.ts';
import {
  acrossLevels,
  centredOn,
  framing,
  itemAt,
  itemBoxes,
  middleOf,
  revealing,
  scaledAt,
  scales,
  shiftedBy,
  wholeMap,
  within,
} from './mapView.ts';

const resnet50 = network(buildModel('resnet50'));
const window = { width: 640, height: 480 };
const anyPoint = fc.record({
  x: fc.double({ min: 0, max: window.width, noNaN: true }),
  y: fc.double({ min: 0, max: window.height, noNaN: true }),
});
const anyScale = fc.double({ min: 0.6, max: 4, noNaN: true });
const anyShift = fc.double({ min: -4000, max: 4000, noNaN: true });
const anyTransform = fc
  .tuple(anyScale, anyShift, anyShift)
  .map(([k, dx, dy]) => shiftedBy(scaledAt(wholeMap, k, { x: 0, y: 0 }), dx, dy));

describe('moving', () => {
  test('what is under the pointer stays under it while the scale changes', () => {
    fc.assert(
      fc.property(anyTransform, anyScale, anyPoint, (before, k, point) => {
        const at = before.invert([point.x, point.y]);
        const [x, y] = scaledAt(before, k, point).apply(at);
        expect(x).toBeCloseTo(point.x, 6);
        expect(y).toBeCloseTo(point.y, 6);
      }),
    );
  });

  test('the map never leaves the window: it covers it, or stands whole in it', () => {
    const size = fc.record({
      width: fc.integer({ min: 100, max: 2000 }),
      height: fc.integer({ min: 100, max: 5000 }),
    });
    fc.assert(
      fc.property(anyTransform, size, (before, map) => {
        const { x, y, k } = within(before, map, window);
        const covers = (start: number, length: number, room: number) =>
          length <= room
            ? start >= -1e-9 && start + length <= room + 1e-9
            : start <= 0 && start + length >= room - 1e-9;
        expect(k).toBe(before.k);
        expect(covers(x, map.width * k, window.width)).toBe(true);
        expect(covers(y, map.height * k, window.height)).toBe(true);
      }),
    );
  });

  test('what is there already is the same transform', () => {
    const map = { width: 640, height: 900 };
    const settled = within(shiftedBy(wholeMap, 0, -1e4), map, window);
    expect(settled.y).toBe(480 - 900);
    expect(within(settled, map, window)).toBe(settled);
  });

  test('a box is brought into the window by the shortest way; what is in it does not move', () => {
    const box = { x: 100, y: 700, width: 50, height: 60 };
    expect(revealing(wholeMap, box, window).y).toBe(480 - 8 - 760);
    expect(revealing(wholeMap, { ...box, y: 100 }, window)).toBe(wholeMap);
    // Of what is higher than the window its beginning.
    expect(revealing(wholeMap, { ...box, height: 900 }, window).y).toBe(8 - 700);
  });

  test('a framed box stands in the middle, within the scales of its level', () => {
    const box = { x: 300, y: 700, width: 50, height: 60 };
    const seen = framing(box, 'operations', window);
    expect(seen.k).toBe(scales.operations.most);
    expect(seen.apply([325, 730])).toEqual([320, 240]);
    expect(framing({ ...box, width: 5000 }, 'blocks', window).k).toBe(1);
  });
});

describe('from level to level', () => {
  const layouts = Object.fromEntries(
    mapLevels.map((level) => [level, layoutNetwork(resnet50, { width: 640, level, open: '3b' })]),
  );

  test.each([
    ['network', 'blocks', 'section conv4'],
    ['blocks', 'operations', 'unit 4d'],
    ['operations', 'blocks', 'unit 2b'],
    ['blocks', 'network', 'section conv5'],
  ])('from %s to %s: %s that is under the point stays under it', (from, to, item) => {
    const start = itemBoxes(layouts[from]).get(item)!;
    const transform = centredOn(middleOf(start), 1, window);
    const point = { x: 320, y: 240 };
    const moved = acrossLevels({ layout: layouts[from], transform }, { layout: layouts[to], k: 1 }, point);
    const [x, y] = moved.invert([point.x, point.y]);
    const end = itemBoxes(layouts[to]).get(item)!;
    expect(x).toBeGreaterThanOrEqual(end.x);
    expect(x).toBeLessThanOrEqual(end.x + end.width);
    expect(y).toBeGreaterThanOrEqual(end.y);
    expect(y).toBeLessThanOrEqual(end.y + end.height);
  });

  test('every item of the tree has its place, operations in their unit', () => {
    const boxes = itemBoxes(layouts.operations);
    const unit = boxes.get('unit 4d')!;
    const sum = middleOf(boxes.get('node res4d_add')!);
    expect(itemAt(new Map([...boxes].filter(([id]) => id.startsWith('unit '))), sum, ['unit'])).toBe(
      'unit 4d',
    );
    expect(unit.height).toBeGreaterThan(100);
    expect([...boxes.keys()].filter((id) => id.startsWith('node '))).toHaveLength(
      resnet50.graph.nodes.length - 1,
    );
  });
});

describe('a place in a link', () => {
  test.each(['blocks', 'network', 'operations,4d', 'blocks,conv4,1.5', 'operations,res4d_branch2b,2.25'])(
    '%s is read and written',
    (text) => expect(formatPlace(parsePlace(text)!)).toBe(text),
  );

  test('what is centred is what the link names, at any width', () => {
    for (const width of [328, 640, 1000]) {
      const layout = layoutNetwork(resnet50, { width, level: 'operations' });
      const boxes = itemBoxes(layout);
      const seen = centredOn(middleOf(boxes.get(itemNamed(boxes, 'res4d_branch2b')!)!), 1.5, window);
      expect(placeOf('operations', seen, boxes, window)).toEqual({
        level: 'operations',
        centre: 'res4d_branch2b',
        scale: 1.5,
      });
    }
  });

  test('names are those of stages, blocks and nodes; others are none', () => {
    const boxes = itemBoxes(layoutNetwork(resnet50, { width: 640, level: 'operations' }));
    expect(['conv4', '4d', 'res4d_add', 'x'].map((name) => itemNamed(boxes, name))).toEqual([
      'section conv4',
      'unit 4d',
      'node res4d_add',
      null,
    ]);
  });
});
