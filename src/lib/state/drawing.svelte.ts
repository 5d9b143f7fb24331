/** A drawing in the making: what was done, in order, so that it can be taken back. */

/** Side of the drawing in pixels: what is drawn is what the network sees, pixel by pixel. */
export const drawingSide = 224;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const drawingTools = ['pen', 'eraser'] as const;
export type DrawingTool = (typeof drawingTools)[number];

export interface Stroke {
  readonly kind: 'stroke';
  readonly tool: DrawingTool;
  /** Width in pixels. */
  readonly size: number;
  /** As CSS writes it; the eraser has none. */
  readonly colour: string;
  /** At least one. */
  readonly points: readonly Point[];
}

/** What a drawing is made of: strokes, and a new ground, white or a picture, that all before it lies under. */
export type DrawingStep = Stroke | { readonly kind: 'ground'; readonly picture: ImageData | null };

const clamp = (value: number) => Math.max(0, Math.min(drawingSide, value));

export class Drawing {
  steps = $state.raw<readonly DrawingStep[]>([]);
  tool = $state<DrawingTool>('pen');
  size = $state(10);
  colour = $state('#000000');
  /** The stroke that is being drawn; already the last of `steps`. */
  isDrawing = $state(false);
  /** Where the keys draw. */
  cursor = $state.raw<Point>({ x: drawingSide / 2, y: drawingSide / 2 });

  #undone = $state.raw<readonly DrawingStep[]>([]);

  get canUndo(): boolean {
    return this.steps.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** Nothing has been drawn on the white ground. */
  get isEmpty(): boolean {
    const last = this.steps.at(-1);
    return !last || (last.kind === 'ground' && last.picture === null);
  }

  begin(point: Point): void {
    const { tool, size, colour } = this;
    this.#add({ kind: 'stroke', tool, size, colour, points: [point] });
    this.isDrawing = true;
    this.cursor = point;
  }

  /** The stroke goes on to here; nothing when none was begun. */
  extend(...points: readonly Point[]): void {
    const last = this.steps.at(-1);
    if (!this.isDrawing || last?.kind !== 'stroke' || points.length === 0) return;
    this.steps = [...this.steps.slice(0, -1), { ...last, points: [...last.points, ...points] }];
    this.cursor = points.at(-1)!;
  }

  end(): void {
    this.isDrawing = false;
  }

  /** The keys' pen: put down, or lifted. */
  togglePen(): void {
    if (this.isDrawing) this.end();
    else this.begin(this.cursor);
  }

  /** Moves where the keys draw, and draws when the pen is down. It ends at the edges. */
  moveCursor(right: number, down: number): void {
    const to = { x: clamp(this.cursor.x + right), y: clamp(this.cursor.y + down) };
    if (to.x === this.cursor.x && to.y === this.cursor.y) return;
    this.extend(to);
    this.cursor = to;
  }

  /** @param picture of the drawing's size; null: white */
  ground(picture: ImageData | null): void {
    this.end();
    this.#add({ kind: 'ground', picture });
  }

  undo(): void {
    this.end();
    const last = this.steps.at(-1);
    if (!last) return;
    this.steps = this.steps.slice(0, -1);
    this.#undone = [...this.#undone, last];
  }

  redo(): void {
    const next = this.#undone.at(-1);
    if (!next) return;
    this.steps = [...this.steps, next];
    this.#undone = this.#undone.slice(0, -1);
  }

  #add(step: DrawingStep): void {
    this.steps = [...this.steps, step];
    this.#undone = [];
  }
}
