/** A figure as pixels. In a page only. */
import { svgElement } from './svg.ts';
import { svgText } from './figure.ts';

/** No browser draws a canvas of more pixels than this (Safari on iOS). */
const mostPixels = 16e6;

async function base64(url: string): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

/** The page's own fonts, as rules with the files inside: a picture may fetch none. */
async function embeddedFonts(): Promise<string> {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const fonts = rules.filter((rule) => rule instanceof CSSFontFaceRule);
  const texts = fonts.map(async ({ style, parentStyleSheet }) => {
    const source = /url\(["']?([^"')]+)/.exec(style.getPropertyValue('src'))?.[1];
    const family = style.getPropertyValue('font-family');
    // Fonts of formulas are not in figures.
    if (!source || !family.includes('Inter')) return '';
    const data = await base64(new URL(source, parentStyleSheet?.href ?? document.baseURI).href);
    return `@font-face{font-family:${family};font-weight:100 900;src:url(data:font/woff2;base64,${data})}`;
  });
  return (await Promise.all(texts)).join('');
}

/** @param scale pixels of the picture per pixel of the page; less where the picture would be too large */
export async function pngOf(svg: SVGSVGElement, scale = 2): Promise<Blob> {
  const { width, height } = svg.viewBox.baseVal;
  const factor = Math.min(scale, Math.sqrt(mostPixels / (width * height)));
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.prepend(svgElement('style', {}, await embeddedFonts()));
  const url = URL.createObjectURL(new Blob([svgText(copy)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * factor);
    canvas.height = Math.round(height * factor);
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error('the canvas gave no PNG');
    return blob;
  } finally {
    URL.revokeObjectURL(url);
  }
}
