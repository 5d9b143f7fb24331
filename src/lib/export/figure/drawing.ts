/** A drawing (SVG) on the page as one that stands alone: the styles that hold are written into it. In a page only. */
import type { Box } from './box.ts';
import { plainColour } from './colour.ts';
import type { Pictures } from './pictures.ts';
import { svgElement } from './svg.ts';
import { fontAttributes } from './text.ts';

/** Property → its value where nothing is said: what has it is left out. */
const defaults: Readonly<Record<string, string>> = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  'fill-rule': 'nonzero',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-dashoffset': '0px',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'stroke-opacity': '1',
  opacity: '1',
  'paint-order': 'normal',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
  'letter-spacing': 'normal',
  'text-decoration-line': 'none',
  'vector-effect': 'none',
  'clip-path': 'none',
  mask: 'none',
  'marker-start': 'none',
  'marker-end': 'none',
  visibility: 'visible',
};

/** Attributes that say where and what something is; all others are styles or meant for the page. */
const kept =
  /^(x|y|x1|y1|x2|y2|cx|cy|r|rx|ry|d|dx|dy|points|width|height|viewBox|preserveAspectRatio|href|id|offset|clipPathUnits|markerWidth|markerHeight|orient|refX|refY|gradientUnits|textLength|lengthAdjust)$/;

/** A transformation as an attribute, about the place that CSS takes as its origin. */
function transformOf({ transform, transformOrigin }: CSSStyleDeclaration): string | null {
  if (transform === 'none') return null;
  const [x, y] = transformOrigin.split(' ').map(parseFloat);
  return x || y ? `translate(${x} ${y}) ${transform} translate(${-x} ${-y})` : transform;
}

function attributesOf(element: Element, style: CSSStyleDeclaration): Record<string, string> {
  const result: Record<string, string> = {};
  for (const { name, value } of element.attributes) if (kept.test(name)) result[name] = value;
  for (const [property, fallback] of Object.entries(defaults)) {
    const value = style.getPropertyValue(property);
    if (value === fallback || value === '') continue;
    const name = property === 'text-decoration-line' ? 'text-decoration' : property;
    result[name] = property === 'fill' || property === 'stroke' ? plainColour(value) : value;
  }
  if (element.tagName === 'stop') result['stop-color'] = plainColour(style.getPropertyValue('stop-color'));
  if (element.tagName === 'image' && style.imageRendering !== 'auto')
    result.style = `image-rendering: ${style.imageRendering}`;
  return result;
}

/** Null for what is not to be seen. */
function copy(element: Element, pictures: Pictures, isRoot: boolean): SVGElement | null {
  const style = getComputedStyle(element);
  if (
    style.display === 'none' &&
    !/^(defs|linearGradient|clipPath|marker|mask|stop|title)$/.test(element.tagName)
  )
    return null;
  const result = svgElement(element.tagName, attributesOf(element, style));
  const transform = transformOf(style);
  if (transform && !isRoot) result.setAttribute('transform', transform);
  if (element.tagName === 'text' || element.tagName === 'tspan') {
    for (const [name, value] of Object.entries(fontAttributes(style)))
      if (value) result.setAttribute(name, value);
  }
  const href = element.getAttribute('href');
  if (href !== null) result.setAttribute('href', pictures.get(href) ?? href);
  for (const child of element.childNodes) {
    if (child instanceof Element) {
      const made = copy(child, pictures, false);
      if (made) result.append(made);
    } else if (child instanceof Text && child.data.trim()) result.append(child.data);
  }
  return result;
}

/** @param place where it stands in the figure, in pixels */
export function drawSvg(source: SVGSVGElement, place: Box, pictures: Pictures): SVGElement | null {
  const result = copy(source, pictures, true);
  if (!result) return null;
  for (const [name, value] of Object.entries(place)) result.setAttribute(name, String(value));
  if (!source.hasAttribute('viewBox')) result.setAttribute('viewBox', `0 0 ${place.width} ${place.height}`);
  const clips = getComputedStyle(source).overflow !== 'visible';
  result.setAttribute('overflow', clips ? 'hidden' : 'visible');
  return result;
}
