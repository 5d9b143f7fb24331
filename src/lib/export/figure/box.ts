/** What CSS draws of a box: ground, gradient, border, rings of shadow. In a page only. */
import { isClear, plainColour } from './colour.ts';
import { svgElement } from './svg.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const boxOf = (element: Element, origin: DOMRect): Box => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left - origin.left, y: top - origin.top, width, height };
};

const inset = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x + by,
  y: y + by,
  width: Math.max(0, width - 2 * by),
  height: Math.max(0, height - 2 * by),
});

/** The radius of a box's corners, in pixels; at most half its shorter side. */
export function radiusOf(style: CSSStyleDeclaration, { width, height }: Box): number {
  const first = style.borderTopLeftRadius.split(' ')[0];
  const value = first.endsWith('%') ? (parseFloat(first) / 100) * Math.min(width, height) : parseFloat(first);
  return Math.min(value || 0, width / 2, height / 2);
}

/** 'linear-gradient(to right, rgb(…) 0%, …)' as its colours from left to right; null for any other image. */
function gradientColours(image: string): string[] | null {
  if (!/^linear-gradient\((to right|90deg)/.test(image)) return null;
  return image.match(/(rgba?|oklab|oklch|color)\([^)]*\)/g);
}

let gradients = 0;

function drawGradient(colours: readonly string[], box: Box, radius: number): SVGElement[] {
  const id = `gradient-${++gradients}`;
  const stops = colours.map((colour, i) =>
    svgElement('stop', { offset: String(i / (colours.length - 1)), 'stop-color': plainColour(colour) }),
  );
  return [
    svgElement('linearGradient', { id }, ...stops),
    svgElement('rect', { ...box, rx: radius || null, fill: `url(#${id})` }),
  ];
}

/** Rings: shadows without blur, largest first, as they lie under each other. */
function drawRings(style: CSSStyleDeclaration, box: Box, radius: number): SVGElement[] {
  const shadows = style.boxShadow.match(/[a-z]+\([^)]*\)[^,]*/g) ?? [];
  return shadows.toReversed().flatMap((shadow) => {
    const lengths = (shadow.replace(/^[a-z]+\([^)]*\)/, '').match(/-?[\d.]+px/g) ?? []).map(parseFloat);
    const [right, down, blur, spread] = lengths;
    if (shadow.includes('inset') || right || down || blur || !(spread > 0) || spread > 40) return [];
    const colour = plainColour(shadow.match(/^[a-z]+\([^)]*\)/)![0]);
    const ring = inset(box, -spread / 2);
    return [
      svgElement('rect', { ...ring, rx: radius, fill: 'none', stroke: colour, 'stroke-width': spread }),
    ];
  });
}

function drawBorder(style: CSSStyleDeclaration, box: Box, radius: number): SVGElement[] {
  const sides = (['Top', 'Right', 'Bottom', 'Left'] as const).map((side) => ({
    width: style[`border${side}Style`] === 'none' ? 0 : parseFloat(style[`border${side}Width`]),
    colour: style[`border${side}Color`],
    dashed: style[`border${side}Style`] === 'dashed',
  }));
  const [first] = sides;
  const dashes = (width: number, dashed: boolean) => (dashed ? `${3 * width} ${2 * width}` : null);
  if (sides.every(({ width, colour }) => width === first.width && colour === first.colour)) {
    if (first.width === 0 || isClear(first.colour)) return [];
    return [
      svgElement('rect', {
        ...inset(box, first.width / 2),
        rx: Math.max(0, radius - first.width / 2) || null,
        fill: 'none',
        stroke: plainColour(first.colour),
        'stroke-width': first.width,
        'stroke-dasharray': dashes(first.width, first.dashed),
      }),
    ];
  }
  const [right, bottom] = [box.x + box.width, box.y + box.height];
  const corners = [
    [box.x, box.y],
    [right, box.y],
    [right, bottom],
    [box.x, bottom],
  ];
  return sides.flatMap(({ width, colour, dashed }, i) => {
    if (width === 0 || isClear(colour)) return [];
    const half = [
      [0, 1],
      [-1, 0],
      [0, -1],
      [1, 0],
    ][i].map((direction) => (direction * width) / 2);
    const [from, to] = [corners[i], corners[(i + 1) % 4]];
    return [
      svgElement('line', {
        x1: from[0] + half[0],
        y1: from[1] + half[1],
        x2: to[0] + half[0],
        y2: to[1] + half[1],
        stroke: plainColour(colour),
        'stroke-width': width,
        'stroke-dasharray': dashes(width, dashed),
      }),
    ];
  });
}

/** A box without what is in it. */
export function drawBox(style: CSSStyleDeclaration, box: Box): SVGElement[] {
  const radius = radiusOf(style, box);
  const colours = gradientColours(style.backgroundImage);
  return [
    ...drawRings(style, box, radius),
    ...(isClear(style.backgroundColor)
      ? []
      : [svgElement('rect', { ...box, rx: radius || null, fill: plainColour(style.backgroundColor) })]),
    ...(colours ? drawGradient(colours, box, radius) : []),
    ...drawBorder(style, box, radius),
  ];
}
