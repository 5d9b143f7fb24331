/** Which part of the map is seen, and on which level: what moves there, and where that stands in a link. */
import type { Point } from '../viz/geometry.ts';
import { layoutNetwork, type Network, type NetworkLayout } from '../viz/layout.ts';
import { levelBeside, type MapLevel } from '../viz/levels.ts';
import {
  acrossLevels,
  centredOn,
  focusBox,
  framing,
  itemBoxes,
  middleOf,
  revealing,
  scaledAt,
  scales,
  shiftedBy,
  wholeMap,
  within,
  type MapCamera,
  type MapTransform,
  type Size,
} from '../viz/mapView.ts';
import { itemNamed, placeOf, wholePlace, type MapPlace } from '../viz/mapPlace.ts';

/** Highest window, by level, in pixels: the stages and blocks of ResNet-50 stand in it as a whole. */
const highest: Readonly<Record<MapLevel, number>> = { network: 900, blocks: 1000, operations: 640 };
/** Where lines are short a map is high; the page scrolls through it. */
const narrow = { width: 480, highest: { network: 900, blocks: 2000, operations: 560 } };
/** Milliseconds without a move after which the place goes into the link. */
const rest = 250;
/** How large a single operation is shown when it is gone to. */
const operationScale = 2;
const leastWidth = 280;

export interface MapViewOptions {
  network(): Network;
  /** The unit that is open on the level of blocks. */
  open(): string | null;
  /** Whether there is to be room for figures. */
  withFigures(): boolean;
  /** Told of a new place once the map has come to rest. */
  onplace(place: MapPlace): void;
}

export class MapView implements MapCamera {
  level = $state<MapLevel>('blocks');
  /** 0 until the page has given it one. */
  width = $state(0);
  leaps = $state(false);
  /** The scale at which the map came to rest: text that followed every move would have the page laid out in every frame. */
  restingScale = $state(1);
  readonly layout: NetworkLayout;
  readonly window: Size;
  readonly transform: MapTransform;

  readonly #options: MapViewOptions;
  readonly #boxes;
  #wanted = $state.raw<MapTransform>(wholeMap);
  /** A place to go to as soon as there is a width. */
  #pending: MapPlace | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: MapViewOptions) {
    this.#options = options;
    this.layout = $derived(this.#layoutOf(this.level));
    this.window = $derived(this.#windowOf(this.layout));
    this.transform = $derived(within(this.#wanted, this.layout, this.window));
    this.#boxes = $derived(itemBoxes(this.layout));
  }

  resize(width: number): void {
    const next = Math.max(leastWidth, width);
    if (width === 0 || next === this.width) return;
    const place = this.#pending ?? this.place;
    this.width = next;
    this.#pending = null;
    this.show(place);
  }

  /** Where one is now. */
  get place(): MapPlace {
    if (this.width === 0) return this.#pending ?? wholePlace(this.level);
    return placeOf(this.level, this.transform, this.#boxes, this.window);
  }

  /** Goes to a place, as a link asks for it. False when there is nothing of that name: its level is shown whole. */
  show(place: MapPlace): boolean {
    const { level, centre, scale } = place;
    this.leaps = false;
    this.level = level;
    this.#wanted = wholeMap;
    this.restingScale = 1;
    if (centre === null) return true;
    if (this.width === 0) this.#pending = place;
    const item = itemNamed(this.#boxes, centre);
    if (item === null) return false;
    if (this.width > 0) {
      this.#wanted = centredOn(middleOf(this.#boxes.get(item)!), scale, this.window);
      this.restingScale = this.transform.k;
    }
    return true;
  }

  zoomBy(factor: number, point: Point = this.#middle, leaps = false): void {
    const k = this.transform.k * factor;
    const { least, most } = scales[this.level];
    const tolerance = 1e-6;
    const next = k > most + tolerance ? levelBeside(this.level, 1) : null;
    const previous = k < least - tolerance ? levelBeside(this.level, -1) : null;
    if (next ?? previous) return this.#cross((next ?? previous)!, point);
    this.#move(scaledAt(this.transform, Math.max(least, Math.min(most, k)), point), leaps);
  }

  /** One step of a button or a key. */
  zoomStep(direction: 1 | -1): void {
    this.zoomBy(1.5 ** direction, this.#middle, true);
  }

  /** Whether a step would change anything. */
  canZoom(direction: 1 | -1): boolean {
    const { least, most } = scales[this.level];
    const { k } = this.transform;
    return (
      levelBeside(this.level, direction) !== null || (direction > 0 ? k < most - 1e-3 : k > least + 1e-3)
    );
  }

  shiftBy(dx: number, dy: number): boolean {
    const before = this.transform;
    this.#move(shiftedBy(before, dx, dy), false);
    return this.transform !== before && (this.transform.x !== before.x || this.transform.y !== before.y);
  }

  fit(): void {
    this.#move(wholeMap, true);
  }

  /** To a level, with what is in the middle staying there. */
  choose(level: MapLevel): void {
    if (level !== this.level) this.#cross(level, this.#middle);
  }

  /** To an item of the tree, on the level that shows what is in it. */
  enter(item: string): void {
    const [kind] = item.split(' ');
    const level = kind === 'section' || this.level === 'network' ? 'blocks' : 'operations';
    this.goTo(item, kind === 'node' ? 'operations' : level);
  }

  /** To an item on a level. */
  goTo(item: string, level: MapLevel): void {
    // From level to level another drawing takes the place: nothing glides.
    const leaps = level === this.level;
    this.level = level;
    const box = this.#boxes.get(item);
    if (!box) return this.fit();
    const isOperation = item.startsWith('node ');
    const { k } = framing(box, level, this.window);
    const to = centredOn(middleOf(box), isOperation ? Math.min(k, operationScale) : k, this.window);
    this.#move(to, leaps);
    // Of what is too large for the window its beginning.
    const start = focusBox(this.layout, item);
    if (start) this.#move(revealing(this.transform, start, this.window), leaps);
  }

  /** Brings an item into the window, by the shortest way and at once. False when it is there already. */
  reveal(item: string): boolean {
    const box = focusBox(this.layout, item);
    const to = box && revealing(this.transform, box, this.window);
    if (!to || to === this.transform) return false;
    this.#move(to, false);
    return true;
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  get #middle(): Point {
    return { x: this.window.width / 2, y: this.window.height / 2 };
  }

  #layoutOf(level: MapLevel): NetworkLayout {
    const { network, open, withFigures } = this.#options;
    const width = this.width || 640;
    return layoutNetwork(network(), { width, level, open: open(), withFigures: withFigures() });
  }

  #windowOf(layout: NetworkLayout): Size {
    const bounds = layout.width < narrow.width ? narrow.highest : highest;
    return { width: layout.width, height: Math.min(layout.height, bounds[layout.level]) };
  }

  #cross(level: MapLevel, point: Point): void {
    const to = this.#layoutOf(level);
    const transform = acrossLevels(
      { layout: this.layout, transform: this.transform },
      { layout: to, k: 1 },
      point,
    );
    this.level = level;
    this.#move(transform, false);
  }

  #move(wanted: MapTransform, leaps: boolean): void {
    this.leaps = leaps;
    // Kept within the map at once, so that the next move begins from what is seen.
    this.#wanted = within(wanted, this.layout, this.window);
    if (leaps) this.restingScale = this.transform.k;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.restingScale = this.transform.k;
      this.#options.onplace(this.place);
    }, rest);
  }
}
