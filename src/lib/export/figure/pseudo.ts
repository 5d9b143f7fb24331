/** What style sheets put before an element's text: a sign, or a short line as in a legend. In a page only. */
import type { Box } from './box.ts';
import { isClear, plainColour } from './colour.ts';
import { svgElement } from './svg.ts';
import { fontAttributes } from './text.ts';

/** Middle of the first line of text in an element, from the figure's top; null without any. */
function firstLine(element: Element, origin: DOMRect): number | null {
  const range = document.createRange();
  range.selectNodeContents(element);
  const first = [...range.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
  return first ? (first.top + first.bottom) / 2 - origin.top : null;
}

/** @param box the element's */
export function drawBefore(element: Element, box: Box, origin: DOMRect): SVGElement[] {
  const style = getComputedStyle(element, '::before');
  const sign = /^"(.*)"$/s.exec(style.content)?.[1];
  const middle = sign === undefined ? null : firstLine(element, origin);
  if (sign === undefined || middle === null || style.position !== 'static') return [];
  const x = box.x + parseFloat(getComputedStyle(element).paddingLeft) + parseFloat(style.paddingLeft);
  const size = parseFloat(style.fontSize);
  if (sign !== '') {
    const place = { x, y: middle + size * 0.36, fill: plainColour(style.color) };
    return [svgElement('text', { ...place, ...fontAttributes(style) }, sign)];
  }
  const [width, line] = [parseFloat(style.width), parseFloat(style.borderTopWidth)];
  if (!(width > 0) || !(line > 0) || isClear(style.borderTopColor)) return [];
  return [
    svgElement('line', {
      x1: x,
      x2: x + width,
      y1: middle,
      y2: middle,
      stroke: plainColour(style.borderTopColor),
      'stroke-width': line,
      'stroke-dasharray': style.borderTopStyle === 'dashed' ? `${2 * line} ${2 * line}` : null,
    }),
  ];
}
