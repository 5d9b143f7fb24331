import { drawingSide, type DrawingStep, type Stroke } from '$lib/state/drawing.svelte.ts';

type Context = CanvasRenderingContext2D;

function paintStroke(context: Context, { tool, size, colour, points }: Stroke): void {
  context.globalCompositeOperation = tool === 'eraser' ? 'destination-out' : 'source-over';
  context.strokeStyle = tool === 'eraser' ? '#000' : colour;
  context.lineWidth = size;
  context.lineCap = context.lineJoin = 'round';
  context.beginPath();
  context.moveTo(points[0].x, points[0].y);
  // A single point is a dot: a line of no length with round ends.
  for (const { x, y } of points.length > 1 ? points.slice(1) : points) context.lineTo(x, y);
  context.stroke();
}

/** Paints a drawing on two layers, so that the eraser takes away strokes and not the ground. */
export function paintDrawing(ground: Context, strokes: Context, steps: readonly DrawingStep[]): void {
  const last = steps.findLastIndex(({ kind }) => kind === 'ground');
  const base = steps[last];
  ground.fillStyle = '#fff';
  ground.fillRect(0, 0, drawingSide, drawingSide);
  if (base?.kind === 'ground' && base.picture) ground.putImageData(base.picture, 0, 0);
  strokes.globalCompositeOperation = 'source-over';
  strokes.clearRect(0, 0, drawingSide, drawingSide);
  for (const step of steps.slice(last + 1)) if (step.kind === 'stroke') paintStroke(strokes, step);
}

/** The drawing as one opaque picture. */
export function drawingCanvas(steps: readonly DrawingStep[]): HTMLCanvasElement {
  const [ground, strokes] = [0, 1].map(() => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = drawingSide;
    return { canvas, context: canvas.getContext('2d')! };
  });
  paintDrawing(ground.context, strokes.context, steps);
  ground.context.drawImage(strokes.canvas, 0, 0);
  return ground.canvas;
}
