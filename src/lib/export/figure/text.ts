/** Text as it stands on the page: a line at a time, each where it is. In a page only. */
import { plainColour } from './colour.ts';
import { svgElement } from './svg.ts';

/** A piece of text on one line. */
interface Run {
  text: string;
  readonly box: { left: number; top: number; right: number; bottom: number };
}

/** The lines that a text is broken into; collapsed white space is left out. */
function runsOf(node: Text, isVertical: boolean): Run[] {
  const runs: Run[] = [];
  const range = document.createRange();
  let at = 0;
  // By whole characters: a surrogate pair is one.
  for (const character of node.data) {
    range.setStart(node, at);
    range.setEnd(node, (at += character.length));
    const box = [...range.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
    if (!box) continue;
    const last = runs.at(-1);
    const [start, before] = isVertical ? [box.left, last?.box.left] : [box.top, last?.box.top];
    if (last && before !== undefined && Math.abs(start - before) < 2) {
      last.text += /\s/.test(character) ? ' ' : character;
      last.box.right = Math.max(last.box.right, box.right);
      last.box.bottom = Math.max(last.box.bottom, box.bottom);
    } else if (character.trim() !== '') {
      const { left, top, right, bottom } = box;
      runs.push({ text: character, box: { left, top, right, bottom } });
    }
  }
  return runs;
}

let context: CanvasRenderingContext2D | null = null;

/** How far a font reaches above and below its baseline. */
function metrics(style: CSSStyleDeclaration): { ascent: number; descent: number } {
  context ??= document.createElement('canvas').getContext('2d')!;
  context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const { fontBoundingBoxAscent, fontBoundingBoxDescent } = context.measureText('x');
  return { ascent: fontBoundingBoxAscent, descent: fontBoundingBoxDescent };
}

/** What a font is, for the SVG; the names of fonts are passed on, with those to fall back to. */
export const fontAttributes = (style: CSSStyleDeclaration) => ({
  'font-family': style.fontFamily,
  'font-size': style.fontSize,
  'font-weight': style.fontWeight === '400' ? null : style.fontWeight,
  'font-style': style.fontStyle === 'normal' ? null : style.fontStyle,
});

/** A text node as SVG; in another font each line keeps its length. */
export function drawText(node: Text, style: CSSStyleDeclaration, origin: DOMRect): SVGElement[] {
  const isVertical = style.writingMode.startsWith('vertical');
  const { ascent, descent } = metrics(style);
  return runsOf(node, isVertical).map(({ text, box }) => {
    const left = box.left - origin.left;
    const top = box.top - origin.top;
    const thickness = isVertical ? box.right - box.left : box.bottom - box.top;
    const baseline = (thickness - ascent - descent) / 2 + ascent;
    const place = isVertical
      ? { transform: `translate(${left + thickness - baseline} ${top}) rotate(90)` }
      : { x: left, y: top + baseline };
    const line = text.replace(/\s+$/, '');
    const isWhole = line === text;
    return svgElement(
      'text',
      {
        ...place,
        fill: plainColour(style.color),
        ...fontAttributes(style),
        'text-decoration': style.textDecorationLine === 'none' ? null : style.textDecorationLine,
        textLength:
          isWhole && line.length > 1 ? (isVertical ? box.bottom - box.top : box.right - box.left) : null,
        lengthAdjust: isWhole && line.length > 1 ? 'spacingAndGlyphs' : null,
      },
      line,
    );
  });
}
