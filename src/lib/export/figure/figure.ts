/** A part of the page as a figure (SVG) that stands alone, drawn as it is seen: in its theme, its language, its state. */
import { boxOf, drawBox, radiusOf, type Box } from './box.ts';
import { plainColour } from './colour.ts';
import { drawSvg } from './drawing.ts';
import { picturesIn, type Pictures } from './pictures.ts';
import { drawBefore } from './pseudo.ts';
import { svgElement } from './svg.ts';
import { drawText } from './text.ts';

/** Size and distance of the caption's lines, in pixels. */
const captionSize = 11;
const captionLine = 15;

let clips = 0;

/** Keeps what is drawn inside a box. */
function clipTo(box: Box, radius: number, children: readonly SVGElement[]): SVGElement[] {
  if (children.length === 0) return [];
  const id = `clip-${++clips}`;
  return [
    svgElement('clipPath', { id }, svgElement('rect', { ...box, rx: radius || null })),
    svgElement('g', { 'clip-path': `url(#${id})` }, ...children),
  ];
}

const aspect: Readonly<Record<string, string>> = { cover: 'xMidYMid slice', contain: 'xMidYMid meet' };

function drawImage(href: string, box: Box, style: CSSStyleDeclaration): SVGElement {
  return svgElement('image', {
    ...box,
    href,
    preserveAspectRatio: aspect[style.objectFit] ?? 'none',
    style: style.imageRendering === 'pixelated' ? 'image-rendering: pixelated' : null,
  });
}

/** The value of a field, in the place of its first line. */
function drawValue(text: string, style: CSSStyleDeclaration, box: Box): SVGElement[] {
  const size = parseFloat(style.fontSize);
  return [
    svgElement(
      'text',
      {
        x: box.x + parseFloat(style.paddingLeft) + parseFloat(style.borderLeftWidth),
        y: box.y + box.height / 2 + size * 0.36,
        fill: plainColour(style.color),
        'font-family': style.fontFamily,
        'font-size': style.fontSize,
      },
      text,
    ),
  ];
}

/** What is drawn, and what that needs. */
interface Drawing {
  /** The figure's place in the window. */
  readonly origin: DOMRect;
  readonly pictures: Pictures;
}

function content(element: Element, style: CSSStyleDeclaration, box: Box, drawing: Drawing): SVGElement[] {
  const { origin, pictures } = drawing;
  if (element instanceof HTMLCanvasElement)
    return element.width > 0 ? [drawImage(element.toDataURL(), box, style)] : [];
  if (element instanceof HTMLImageElement)
    return [drawImage(pictures.get(element.src) ?? element.src, box, style)];
  if (element instanceof SVGSVGElement)
    return [drawSvg(element, box, pictures)].filter((made) => made !== null);
  if (element instanceof HTMLSelectElement)
    return drawValue(element.selectedOptions[0]?.text ?? '', style, box);
  if (element instanceof HTMLInputElement) return drawValue(element.value, style, box);
  const parts = drawBefore(element, box, origin);
  for (const child of element.childNodes) {
    if (child instanceof Text) parts.push(...drawText(child, style, origin));
    else if (child instanceof Element) parts.push(...draw(child, drawing));
  }
  return parts;
}

/** An element and all in it, in the order in which it is painted. */
function draw(element: Element, drawing: Drawing): SVGElement[] {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0') return [];
  const box = boxOf(element, drawing.origin);
  const isSvg = element instanceof SVGSVGElement;
  const inside = content(element, style, box, drawing);
  const isClipped = style.overflowX !== 'visible' && !isSvg;
  const marks = [
    ...(isSvg ? [] : drawBox(style, box)),
    ...(isClipped ? clipTo(box, radiusOf(style, box), inside) : inside),
  ];
  if (style.opacity === '1' || marks.length === 0) return marks;
  return [svgElement('g', { opacity: style.opacity }, ...marks)];
}

export interface FigureText {
  readonly title: string;
  readonly description: string;
  /** Lines below the figure: what it was computed by, and from what. */
  readonly caption: readonly string[];
  readonly language: string;
  /** Address of the page in the state that the figure shows. */
  readonly source: string;
  /** ISO date. */
  readonly date: string;
}

/** Lines no longer than the figure is wide; broken between words, an address anywhere. */
function wrap(lines: readonly string[], width: number, measure: (text: string) => number): string[] {
  return lines.flatMap((line) => {
    const result: string[] = [];
    let current = '';
    for (const word of line.split(/(?<=[\s&?/=,，。、])/)) {
      if (current && measure(current + word) > width) {
        result.push(current.trimEnd());
        current = '';
      }
      current += word;
    }
    return [...result, current.trimEnd()];
  });
}

/** Metadata that programs read: Dublin Core. */
function metadata({ title, description, caption, language, source, date }: FigureText): SVGElement {
  const dublinCore = 'http://purl.org/dc/elements/1.1/';
  const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
  const about = document.createElementNS(rdf, 'rdf:Description');
  about.setAttributeNS(rdf, 'rdf:about', '');
  const entries = {
    title,
    description,
    language,
    source,
    date,
    creator: 'ResNet Atlas',
    provenance: caption.join('\n'),
  };
  for (const [name, text] of Object.entries(entries)) {
    const entry = document.createElementNS(dublinCore, `dc:${name === 'provenance' ? 'coverage' : name}`);
    entry.textContent = text;
    about.append(entry);
  }
  const all = document.createElementNS(rdf, 'rdf:RDF');
  all.append(about);
  return svgElement('metadata', {}, all);
}

/** The caption's lines, below what is drawn. */
function drawCaption(lines: readonly string[], style: CSSStyleDeclaration, x: number, y: number): SVGElement {
  const texts = lines.map((line, i) => svgElement('text', { x, y: y + captionSize + i * captionLine }, line));
  return svgElement(
    'g',
    {
      fill: plainColour(style.color),
      'fill-opacity': 0.75,
      'font-family': style.fontFamily,
      'font-size': `${captionSize}px`,
    },
    ...texts,
  );
}

function drawAll(element: HTMLElement, text: FigureText, pictures: Pictures): SVGSVGElement {
  const style = getComputedStyle(element);
  const origin = element.getBoundingClientRect();
  const parts = content(element, style, boxOf(element, origin), { origin, pictures });
  const margin = parseFloat(style.paddingLeft) || 16;
  const context = document.createElement('canvas').getContext('2d')!;
  context.font = `${captionSize}px ${style.fontFamily}`;
  const lines = wrap(
    text.caption,
    0.9 * (origin.width - 2 * margin),
    (line) => context.measureText(line).width,
  );
  const [width, bottom] = [Math.ceil(origin.width), origin.height];
  const height = Math.ceil(bottom + lines.length * captionLine + margin / 2);
  return svgElement(
    'svg',
    { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'xml:lang': text.language },
    svgElement('title', {}, text.title),
    svgElement('desc', {}, text.description),
    metadata(text),
    svgElement('rect', { width, height, fill: plainColour(style.backgroundColor) }),
    ...parts,
    drawCaption(lines, style, margin, bottom),
  ) as SVGSVGElement;
}

/** Draws an element of the page, with what it is and where it comes from. */
export async function figureOf(element: HTMLElement, text: FigureText): Promise<SVGSVGElement> {
  const pictures = await picturesIn(element);
  // Without what is there to be used and not to be seen (parts.css). Gone before the page is painted again.
  element.toggleAttribute('data-exporting', true);
  try {
    return drawAll(element, text, pictures);
  } finally {
    element.toggleAttribute('data-exporting', false);
  }
}

/** An SVG as the text of a file. */
export const svgText = (svg: SVGSVGElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;
