import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { MapPlace } from '../viz/mapPlace.ts';
import { MapView } from './mapView.svelte.ts';
import { resnet50 } from './resnet50.ts';

let places: MapPlace[];
let view: MapView;

beforeEach(() => {
  vi.useFakeTimers();
  places = [];
  view = new MapView({
    network: () => resnet50,
    open: () => null,
    withFigures: () => false,
    onplace: (place) => places.push(place),
  });
  view.resize(640);
});
afterEach(() => {
  view.dispose();
  vi.useRealTimers();
});

describe('levels', () => {
  test('steps lead from the whole network to its operations and back, and end there', () => {
    view.choose('network');
    const seen = [view.level];
    while (view.canZoom(1)) {
      view.zoomStep(1);
      if (view.level !== seen.at(-1)) seen.push(view.level);
    }
    expect(seen).toEqual(['network', 'blocks', 'operations']);
    while (view.canZoom(-1)) view.zoomStep(-1);
    expect(view.level).toBe('network');
    expect(view.transform).toMatchObject({ k: 1, x: 0, y: 0 });
  });

  test('a block is entered on the level of its operations, a stage on that of its blocks', () => {
    view.enter('unit 4d');
    expect(view.level).toBe('operations');
    expect(view.layout.opened.some(({ unit }) => unit.id === '4d')).toBe(true);
    view.choose('network');
    view.enter('section conv4');
    expect(view.level).toBe('blocks');
  });

  test('moving within a level works out no layout', () => {
    view.choose('operations');
    const { layout } = view;
    view.zoomBy(1.3, { x: 100, y: 100 });
    view.shiftBy(-20, -300);
    expect(view.layout).toBe(layout);
  });
});

describe('moving', () => {
  test('what fits does not move; what does not moves to its end, and says when it is there', () => {
    expect(view.shiftBy(0, -50)).toBe(false);
    view.choose('operations');
    view.fit();
    expect(view.shiftBy(0, -50)).toBe(true);
    expect(view.shiftBy(0, -1e6)).toBe(true);
    expect(view.shiftBy(0, -1)).toBe(false);
    expect(view.shiftBy(0, 1)).toBe(true);
  });

  test('an item with the focus is brought into the window', () => {
    view.choose('operations');
    view.fit();
    view.reveal('node res5c');
    const { y, height } = view.layout.opened.find(({ unit }) => unit.id === '5c')!.frame;
    const [, top] = view.transform.apply([0, y + height]);
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(view.window.height + 60);
    const { transform } = view;
    view.reveal('node res5c');
    expect(view.transform).toBe(transform);
  });
});

describe('the place in the link', () => {
  test('is told once the map has come to rest', () => {
    view.choose('operations');
    view.goTo('node res4d_branch2b', 'operations');
    expect(places).toEqual([]);
    vi.advanceTimersByTime(1000);
    expect(places).toEqual([{ level: 'operations', centre: 'res4d_branch2b', scale: 2 }]);
  });

  test('leads back to itself, also where it was asked for before there was a width', () => {
    const place = { level: 'operations', centre: 'res4d_branch2b', scale: 1.5 } as const;
    expect(view.show(place)).toBe(true);
    expect(view.place).toEqual(place);
    const early = new MapView({
      network: () => resnet50,
      open: () => null,
      withFigures: () => false,
      onplace: () => {},
    });
    early.show(place);
    early.resize(500);
    expect(early.place).toEqual(place);
    early.resize(900);
    expect(early.place).toEqual(place);
  });

  test('of which there is nothing shows its level whole', () => {
    expect(view.show({ level: 'blocks', centre: '9z', scale: 2 })).toBe(false);
    expect(view.place).toEqual({ level: 'blocks', centre: null, scale: 1 });
  });
});
