/** Making SVG elements. In a page only. */

export const svgNamespace = 'http://www.w3.org/2000/svg';

export type Attributes = Readonly<Record<string, string | number | null | undefined>>;

/** To a hundredth of a pixel. */
const short = (value: string | number) =>
  typeof value === 'number' ? String(Math.round(value * 100) / 100) : value;

export function svgElement(
  name: string,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): SVGElement {
  const element = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) element.setAttribute(key, short(value));
  }
  element.append(...children);
  return element;
}
