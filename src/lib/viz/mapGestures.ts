/**
 * Wheel, fingers, drag and keys on the map. The page keeps what is its own: one finger scrolls it, and a wheel that
 * began to turn over the page goes on with it when the map comes under the pointer.
 */
import type { Attachment } from 'svelte/attachments';
import { on } from 'svelte/events';
import { hasKey } from '../ui/shortcuts.ts';
import type { Point } from './geometry.ts';
import type { MapCamera } from './mapView.ts';

/** What of the wheel's turns goes where. */
export interface WheelTurn {
  readonly deltaX: number;
  readonly deltaY: number;
  /** 0: pixels, 1: lines, 2: pages. */
  readonly deltaMode: number;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const pixelsPerUnit = [1, 20, 400];
/** A mouse's notch is a hundred pixels, a pinch on a touchpad a few at a time. */
const zoomPerPixel = 0.01;
const mostPerTurn = 0.35;
/** Milliseconds within which turns of the wheel belong together. */
const together = 250;
/** Pixels that a pressed mouse moves before it drags. */
const slack = 4;
const keyStep = 60;

/** The factor by which a turn of the wheel with Ctrl or ⌘ enlarges. */
export function wheelFactor({ deltaY, deltaMode }: Pick<WheelTurn, 'deltaY' | 'deltaMode'>): number {
  const turn = -deltaY * pixelsPerUnit[deltaMode] * zoomPerPixel;
  return 2 ** Math.max(-mostPerTurn, Math.min(mostPerTurn, turn));
}

/** Does what a turn of the wheel asks for; false when it is the page's. */
export function turnWheel(camera: MapCamera, turn: WheelTurn, point: Point): boolean {
  if (turn.ctrlKey || turn.metaKey) {
    camera.zoomBy(wheelFactor(turn), point);
    return true;
  }
  const unit = pixelsPerUnit[turn.deltaMode];
  return camera.shiftBy(-turn.deltaX * unit, -turn.deltaY * unit);
}

/** Does what a key asks for; false when it is none of the map's. `moves`: whether arrows move it. */
export function pressKey(camera: MapCamera, key: string, moves: boolean): boolean {
  const shifts: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [keyStep, 0],
    ArrowRight: [-keyStep, 0],
    ArrowUp: [0, keyStep],
    ArrowDown: [0, -keyStep],
  };
  if (hasKey('zoomIn', key)) camera.zoomStep(1);
  else if (hasKey('zoomOut', key)) camera.zoomStep(-1);
  else if (hasKey('zoomFit', key)) camera.fit();
  else if (moves && Object.hasOwn(shifts, key)) camera.shiftBy(...shifts[key]);
  else return false;
  return true;
}

/** Listens on the element that the map is seen through. */
export function mapGestures(camera: MapCamera): Attachment<HTMLElement> {
  return (element) => {
    const pointOf = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => {
      const { left, top } = element.getBoundingClientRect();
      return { x: clientX - left - element.clientLeft, y: clientY - top - element.clientTop };
    };

    let passedOn = -Infinity;
    function onwheel(event: WheelEvent) {
      const isZoom = event.ctrlKey || event.metaKey;
      const goesOn = !isZoom && event.timeStamp - passedOn < together;
      if (!goesOn && turnWheel(camera, event, pointOf(event))) event.preventDefault();
      else passedOn = event.timeStamp;
    }
    function onwheelElsewhere({ target, timeStamp }: WheelEvent) {
      if (!(target instanceof Node && element.contains(target))) passedOn = timeStamp;
    }

    let pressed: Point | null = null;
    let dragged = false;
    function onpointerdown(event: PointerEvent) {
      dragged = false;
      const isMouse = event.pointerType !== 'touch' && event.button === 0;
      pressed = isMouse ? { x: event.clientX, y: event.clientY } : null;
    }
    function onpointermove({ clientX, clientY, pointerId, buttons }: PointerEvent) {
      if (!pressed || (buttons & 1) === 0) return;
      const dx = clientX - pressed.x;
      const dy = clientY - pressed.y;
      if (!dragged) {
        if (Math.hypot(dx, dy) < slack) return;
        dragged = true;
        element.setPointerCapture(pointerId);
      }
      pressed = { x: clientX, y: clientY };
      camera.shiftBy(dx, dy);
    }
    function onclick(event: MouseEvent) {
      // The end of a drag chooses nothing.
      if (dragged) event.stopPropagation();
      dragged = false;
    }

    let fingers: { middle: Point; distance: number } | null = null;
    const grip = ({ touches: [a, b] }: TouchEvent) => ({
      middle: pointOf({ clientX: (a.clientX + b.clientX) / 2, clientY: (a.clientY + b.clientY) / 2 }),
      distance: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY),
    });
    function ontouch(event: TouchEvent) {
      const before = fingers;
      fingers = event.touches.length === 2 ? grip(event) : null;
      if (!fingers) return;
      event.preventDefault();
      if (!before) return;
      camera.shiftBy(fingers.middle.x - before.middle.x, fingers.middle.y - before.middle.y);
      if (before.distance > 0) camera.zoomBy(fingers.distance / before.distance, fingers.middle);
    }

    const listeners = [
      on(element, 'wheel', onwheel, { passive: false }),
      on(window, 'wheel', onwheelElsewhere, { passive: true, capture: true }),
      on(element, 'pointerdown', onpointerdown),
      on(element, 'pointermove', onpointermove),
      on(element, 'click', onclick, { capture: true }),
      on(element, 'touchstart', ontouch, { passive: false }),
      on(element, 'touchmove', ontouch, { passive: false }),
      on(element, 'touchend', ontouch, { passive: false }),
      on(element, 'touchcancel', ontouch, { passive: false }),
    ];
    return () => listeners.forEach((off) => off());
  };
}
