import { beforeEach, describe, expect, test, vi } from 'vitest';
import { pressKey, turnWheel, wheelFactor } from './mapGestures.ts';
import type { MapCamera } from './mapView.ts';

const camera = {
  zoomBy: vi.fn(),
  zoomStep: vi.fn(),
  shiftBy: vi.fn(() => true),
  fit: vi.fn(),
};
const asCamera = camera as unknown as MapCamera;
beforeEach(() => vi.clearAllMocks());

const turn = { deltaX: 0, deltaY: 100, deltaMode: 0, ctrlKey: false, metaKey: false };
const point = { x: 10, y: 20 };

describe('the wheel', () => {
  test.each(['ctrlKey', 'metaKey'])('with %s it zooms about the pointer', (key) => {
    expect(turnWheel(asCamera, { ...turn, [key]: true }, point)).toBe(true);
    expect(camera.zoomBy).toHaveBeenCalledWith(wheelFactor(turn), point);
    expect(camera.shiftBy).not.toHaveBeenCalled();
  });

  test('alone it moves the map, and is the page’s where the map is at its end', () => {
    expect(turnWheel(asCamera, turn, point)).toBe(true);
    expect(camera.shiftBy).toHaveBeenCalledWith(-0, -100);
    camera.shiftBy.mockReturnValueOnce(false);
    expect(turnWheel(asCamera, turn, point)).toBe(false);
  });

  test('away enlarges what lies the other way makes smaller; a notch is bounded, lines count as pixels do', () => {
    expect(wheelFactor({ deltaY: -10, deltaMode: 0 })).toBeGreaterThan(1);
    expect(
      wheelFactor({ deltaY: -10, deltaMode: 0 }) * wheelFactor({ deltaY: 10, deltaMode: 0 }),
    ).toBeCloseTo(1, 12);
    expect(wheelFactor({ deltaY: 1e4, deltaMode: 0 })).toBe(wheelFactor({ deltaY: 500, deltaMode: 0 }));
    expect(wheelFactor({ deltaY: 1, deltaMode: 1 })).toBe(wheelFactor({ deltaY: 20, deltaMode: 0 }));
  });
});

describe('keys', () => {
  test('plus and minus zoom, zero shows the level, as each keyboard has them', () => {
    expect(['+', '=', '-', '_', '0'].map((key) => pressKey(asCamera, key, false))).toEqual(
      Array(5).fill(true),
    );
    expect(camera.zoomStep.mock.calls.flat()).toEqual([1, 1, -1, -1]);
    expect(camera.fit).toHaveBeenCalledOnce();
  });

  test('arrows move the map where they are the map’s; other keys are none of it', () => {
    expect(pressKey(asCamera, 'ArrowDown', false)).toBe(false);
    expect(pressKey(asCamera, 'ArrowDown', true)).toBe(true);
    expect(camera.shiftBy).toHaveBeenCalledWith(0, -60);
    expect(pressKey(asCamera, 'a', true)).toBe(false);
    expect(pressKey(asCamera, 'toString', true)).toBe(false);
  });
});
