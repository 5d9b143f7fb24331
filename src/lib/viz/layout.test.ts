import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocksOf } from '../model/architecture/blocks.ts';
import { buildModel } from '../model/architecture/families.ts';
import type { Rewrite } from '../model/architecture/rewrite.ts';
import { applyRewrites } from '../model/architecture/rewrites.ts';
import type { Box } from './geometry.ts';
import { mapLevels } from './levels.ts';
import { layoutNetwork, network, type LayoutOptions, type NetworkLayout } from './layout.ts';

const names = [
  ...['resnet18', 'resnet50', 'resnet50-plain', 'resnet152', 'cifar-resnet-20', 'cifar-plain-110'],
  ...['cifar-resnet-20-preActivation', 'cifar-resnet-20-normAfterAdd'],
];
const networks = new Map(names.map((name) => [name, network(buildModel(name))]));
const anyName = fc.constantFrom(...names);
const anyWidth = fc.integer({ min: 280, max: 2000 });

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width - 0.01 &&
  b.x < a.x + a.width - 0.01 &&
  a.y < b.y + b.height - 0.01 &&
  b.y < a.y + a.height - 0.01;

const isWithin = (box: Box, { width, height }: { width: number; height: number }) =>
  box.x >= 0 && box.y >= 0 && box.x + box.width <= width + 0.01 && box.y + box.height <= height + 0.01;

/** All end points and corners of a path that is drawn with M, L, H, V and A. */
function pointsOf(path: string): { x: number; y: number }[] {
  const points: { x: number; y: number }[] = [];
  let x = 0;
  let y = 0;
  for (const [, command, rest] of path.matchAll(/([MLHVA])([^MLHVA]*)/g)) {
    const numbers = rest.split(/[ ,]+/).map(Number);
    if (command === 'H') x = numbers[0];
    else if (command === 'V') y = numbers[0];
    else [x, y] = numbers.slice(-2);
    points.push({ x, y });
  }
  return points;
}

const allPaths = ({ trunk, units }: NetworkLayout) => [
  ...trunk,
  ...units.flatMap(({ branch, skip }) => (skip ? [branch, skip.path] : [branch])),
];

describe('at any width, of any network, with any unit open', () => {
  const anyLayout = fc.tuple(anyName, anyWidth, fc.nat()).map(([name, width, seed]) => {
    const whole = networks.get(name)!;
    const units = whole.sections.flatMap((section) => section.units);
    return layoutNetwork(whole, { width, open: seed % 3 === 0 ? null : units[seed % units.length].id });
  });

  test('units stand within the map and beside each other, and clear of the open band', () => {
    fc.assert(
      fc.property(anyLayout, (layout) => {
        const boxes = layout.units.map(({ slot }) => slot);
        expect(boxes.every((box) => isWithin(box, layout))).toBe(true);
        boxes.forEach((box, i) =>
          expect(boxes.slice(i + 1).some((other) => overlap(box, other))).toBe(false),
        );
        for (const { frame } of layout.opened) {
          expect(isWithin(frame, layout)).toBe(true);
          expect(boxes.some((box) => overlap(box, frame))).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a tile stands in its unit, its sum behind it, and its skip outside it', () => {
    fc.assert(
      fc.property(anyLayout, ({ units }) => {
        for (const { tile, slot, plus, skip } of units) {
          expect(tile.x).toBeGreaterThanOrEqual(slot.x);
          expect(tile.x + tile.width).toBeLessThanOrEqual(slot.x + slot.width);
          if (plus) expect(plus.x - 9).toBeGreaterThanOrEqual(tile.x + tile.width);
          if (!skip || !plus) continue;
          for (const { x, y } of pointsOf(skip.path)) {
            const isInside = x > tile.x && x < tile.x + tile.width && y > tile.y && y < tile.y + tile.height;
            expect(isInside).toBe(false);
          }
          expect(skip.mark.y).toBeLessThan(tile.y);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('every line ends where the next begins, from the picture to the head', () => {
    fc.assert(
      fc.property(anyLayout, ({ units, trunk }) => {
        trunk.forEach((path, i) => {
          const points = pointsOf(path);
          const to = pointsOf(units[i + 1].branch)[0];
          expect(points.at(-1)).toEqual(to);
          expect(points[0].x).toBeCloseTo(units[i].slot.x + units[i].slot.width, 1);
        });
      }),
      { numRuns: 60 },
    );
  });

  test('all lines are drawn within the map', () => {
    fc.assert(
      fc.property(anyLayout, (layout) => {
        for (const { x, y } of allPaths(layout).flatMap(pointsOf)) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(layout.width);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(layout.height);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('operations stand in the band, apart from each other, and every node of the unit is one', () => {
    fc.assert(
      fc.property(anyLayout, ({ opened }) => {
        fc.pre(opened.length > 0);
        const [{ unit, frame, origin, operations }] = opened;
        const boxes = operations.operations.map(({ box }) => box);
        expect(operations.operations.map(({ node }) => node.id)).toEqual(unit.nodes.map(({ id }) => id));
        for (const [i, box] of boxes.entries()) {
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(origin.x + box.x + box.width).toBeLessThanOrEqual(frame.x + frame.width);
          expect(origin.y + box.y + box.height).toBeLessThanOrEqual(frame.y + frame.height);
          expect(boxes.slice(i + 1).some((other) => overlap(box, other))).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is drawn how', () => {
  const whole = networks.get('resnet50')!;
  const layout = layoutNetwork(whole, { width: 640 });
  const unit = (id: string, of = layout) => of.units.find((one) => one.unit.id === id)!;

  test('projections and identities, and a sum behind every block', () => {
    const blocks = layout.units.filter((one) => one.unit.block);
    expect(
      blocks
        .map(({ skip }) => skip?.kind === 'projection')
        .map(Number)
        .join(''),
    ).toBe('1001000100000100');
    expect(blocks.every(({ plus }) => plus)).toBe(true);
  });

  test('a halving of the resolution is one even step in size, a doubling of channels one more sheet', () => {
    const sides = ['2a', '3a', '4a', '5a'].map((id) => unit(id).tile.height);
    const steps = sides.slice(1).map((side, i) => sides[i] - side);
    expect(steps[0]).toBeGreaterThan(0);
    for (const step of steps) expect(step).toBeCloseTo(steps[0], 6);
    expect(['stem', '2a', '3a', '4a', '5a'].map((id) => unit(id).sheets)).toEqual([0, 2, 3, 4, 5]);
  });

  test('without skips there is none, and the sums stay', () => {
    const plain = layoutNetwork(networks.get('resnet50-plain')!, { width: 640 });
    expect(plain.units.some(({ skip }) => skip)).toBe(false);
    expect(plain.units.filter(({ plus }) => plus)).toHaveLength(16);
  });

  test('a cut skip is gone from the map, the others stay', () => {
    const cut = network(applyRewrites(whole.graph, [{ kind: 'cutShortcut', block: '4d' }]));
    const drawn = layoutNetwork(cut, { width: 640 });
    expect(unit('4d', drawn).skip).toBeNull();
    expect(unit('4e', drawn).skip).toEqual(unit('4e').skip);
  });

  test('a stage stands in one line where the map is wide enough', () => {
    const rows = new Set(
      layout.units.filter(({ section }) => section.id === 'conv4').map(({ slot }) => slot.y),
    );
    expect(rows.size).toBe(1);
  });

  test('where one row is too long the operations run downwards, the projection beside the branch', () => {
    const narrow = layoutNetwork(whole, { width: 328, open: '4a' }).opened[0].operations;
    expect(narrow.direction).toBe('down');
    const box = (id: string) => narrow.operations.find(({ node }) => node.id === id)!.box;
    expect(box('res4a_branch1').x).toBeGreaterThan(box('res4a_branch2b').x + box('res4a_branch2b').width);
    expect(layoutNetwork(whole, { width: 640, open: '4a' }).opened[0].operations.direction).toBe('right');
  });

  test('the open band moves only what stands below it', () => {
    const opened = layoutNetwork(whole, { width: 640, open: '3a' });
    const moved = opened.units
      .filter((one, i) => one.slot.y !== layout.units[i].slot.y)
      .map((one) => one.section.id);
    expect(new Set(moved)).toEqual(new Set(['conv4', 'conv5', 'head']));
  });
});

describe('on every level, at any width, of any network', () => {
  const anyMap = fc.record({
    name: anyName,
    width: anyWidth,
    level: fc.constantFrom(...mapLevels),
    withFigures: fc.boolean(),
  });
  const layoutOf = ({ name, ...options }: { name: string } & LayoutOptions) =>
    layoutNetwork(networks.get(name)!, options);

  test('what is drawn stands within the map, and units beside each other', () => {
    fc.assert(
      fc.property(anyMap, (options) => {
        const layout = layoutOf(options);
        const boxes = layout.units.map(({ slot }) => slot);
        expect(
          [...boxes, ...layout.opened.map(({ frame }) => frame)].every((box) => isWithin(box, layout)),
        ).toBe(true);
        // One after the other in reading order: each stands clear of the few before it.
        boxes.forEach((box, i) =>
          expect(boxes.slice(i + 1, i + 12).some((other) => overlap(box, other))).toBe(false),
        );
        for (const { x, y } of allPaths(layout).flatMap(pointsOf)) {
          expect(isWithin({ x, y, width: 0, height: 0 }, layout)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('a tile and a figure stand in their unit; nothing of a card stands outside its frame or on something else', () => {
    fc.assert(
      fc.property(anyMap, (options) => {
        const { units, opened, level } = layoutOf(options);
        for (const { tile, slot, figure } of units) {
          expect(isWithin({ ...tile, x: tile.x - slot.x, y: tile.y - slot.y }, slot)).toBe(true);
          if (figure && level !== 'operations') expect(overlap(figure, tile)).toBe(false);
        }
        if (level !== 'operations') return;
        for (const { unit, frame, origin, operations } of opened) {
          const { tile } = units.find((one) => one.unit === unit)!;
          for (const { box } of operations.operations) {
            const at = { ...box, x: box.x + origin.x, y: box.y + origin.y };
            expect(isWithin({ ...at, x: at.x - frame.x, y: at.y - frame.y }, frame)).toBe(true);
            expect(overlap(at, tile)).toBe(false);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

test.each(['resnet50', 'resnet152', 'cifar-plain-110'])(
  '%s: the outer level has a tile for each section, the inner one a card for each unit with all its nodes',
  (name) => {
    const whole = networks.get(name)!;
    const outer = layoutNetwork(whole, { width: 640, level: 'network' });
    expect(outer.units.map(({ section, folded }) => [section.id, folded?.length ?? 1])).toEqual(
      whole.sections.map(({ id, units }) => [id, units.length]),
    );
    const inner = layoutNetwork(whole, { width: 640, level: 'operations' });
    const nodes = inner.opened.flatMap(({ operations }) => operations.operations.map(({ node }) => node.id));
    expect(nodes).toEqual(whole.graph.nodes.slice(1).map(({ id }) => id));
  },
);

test('the same question gets the same layout, not worked out again', () => {
  const whole = networks.get('resnet50')!;
  const first = layoutNetwork(whole, { width: 640, level: 'operations', open: '4d' });
  expect(layoutNetwork(whole, { width: 640, level: 'operations', open: '3a' })).toBe(first);
  expect(layoutNetwork(whole, { width: 641, level: 'operations' })).not.toBe(first);
});

test('blocks that are built alike have a bracket, one stroke for each line', () => {
  const { repeats } = layoutNetwork(networks.get('resnet50')!, { width: 328 });
  expect(repeats.map(({ repeat, paths }) => [repeat.id, paths.length])).toEqual([
    ['2b–2c', 1],
    ['3b–3d', 2],
    ['4b–4f', 2],
    ['5b–5c', 1],
  ]);
});

/** The whole map in a few readable lines; a change of the drawing shows in review. */
function sketch({ level, units, opened, width, height }: NetworkLayout): string[] {
  const box = ({ x, y, width, height }: Box) => [x, y, width, height].map((n) => Math.round(n)).join(' ');
  return [
    `${width} × ${Math.round(height)}`,
    ...units.map(
      ({ unit, tile, sheets, skip }) =>
        `${unit.id}: ${box(tile)}, ${sheets} sheets, ${skip?.kind ?? 'no skip'}`,
    ),
    ...(level === 'blocks'
      ? opened.flatMap(({ operations }) =>
          operations.operations.map(({ node, role, box: at }) => `  ${node.id} ${role}: ${box(at)}`),
        )
      : opened.map(({ unit, frame, operations }) => `  ${unit.id} ${operations.direction}: ${box(frame)}`)),
  ];
}

test.each([
  ['resnet50', 640, '4a'],
  ['resnet50', 328, null],
  ['resnet18', 480, '2a'],
  ['cifar-resnet-20', 900, 'stage2_block1'],
])('%s at %i pixels, %s open: as it was', (name, width, open) => {
  expect(sketch(layoutNetwork(networks.get(name)!, { width, open }))).toMatchSnapshot();
});

test.each([
  ['resnet50', 640, 'network'],
  ['resnet152', 328, 'network'],
  ['resnet18', 640, 'operations'],
  ['resnet50-plain', 900, 'blocks'],
  ['resnet34-optionA', 328, 'operations'],
  ['resnet50-v1.5', 640, 'operations'],
] as const)('%s at %i pixels, level of %s: as it was', (name, width, level) => {
  const layout = layoutNetwork(network(buildModel(name)), { width, level });
  expect(sketch(layout)).toMatchSnapshot();
});

describe('of a network with interventions', () => {
  const graph = buildModel('resnet50');
  const trained = new Map(blocksOf(graph).map((block) => [block.id, block]));
  const layoutOf = (rewrites: readonly Rewrite[], open: string | null = null, width = 640) =>
    layoutNetwork({ ...network(applyRewrites(graph, rewrites)), trained }, { width, open });
  const place = (layout: NetworkLayout, id: string) => layout.units.find(({ unit }) => unit.id === id)!;
  const whole = layoutNetwork(network(graph), { width: 640 });

  test.each(['4a', '4d'])('the skip of %s that was cut is drawn where it was, as cut', (block) => {
    const layout = layoutOf([{ kind: 'cutShortcut', block }], block);
    expect(place(layout, block).skip).toEqual({ ...place(whole, block).skip, cut: true });
    expect(layout.opened[0].operations.skipEnd?.cut).toBe(true);
    expect(layout.opened[0].operations.edges.filter(({ gone }) => gone)).toHaveLength(1);
    expect(place(layout, '4c').skip).toEqual(place(whole, '4c').skip);
  });

  test('a branch that was removed is drawn as gone; its skip stays', () => {
    const layout = layoutOf([{ kind: 'removeBlock', block: '4d' }], '4d');
    expect(place(layout, '4d')).toMatchObject({ removed: true, skip: { kind: 'identity' } });
    expect(layout.opened[0].operations.edges.map(({ role, gone }) => [role, gone])).toContainEqual([
      'residual',
      true,
    ]);
  });

  test.each([328, 640])('a factor on an identity skip makes no projection of it (%i px)', (width) => {
    const layout = layoutOf([{ kind: 'scaleShortcut', block: '4d', factor: 2 }], '4d', width);
    expect(place(layout, '4d').skip?.kind).toBe('identity');
    const { operations, width: room } = layout.opened[0].operations;
    const scale = operations.find(({ node }) => node.kind === 'scale')!;
    expect(scale.box.x + scale.box.width).toBeLessThanOrEqual(room);
    expect(operations.some(({ box }) => box !== scale.box && overlap(box, scale.box))).toBe(false);
  });
});
