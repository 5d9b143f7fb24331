/** Colours as every SVG program reads them. In a page only. */

let context: CanvasRenderingContext2D | null = null;
const known = new Map<string, string>();

/** 'rgb(…)' or 'rgba(…)' for what a computed style says: `oklab(…)` and the like are read by browsers alone. */
export function plainColour(colour: string): string {
  if (/^(rgba?\(\d|none$|transparent$|url\()/.test(colour)) return colour;
  let plain = known.get(colour);
  if (plain === undefined) {
    context ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
    plain =
      alpha === 255 ? `rgb(${red}, ${green}, ${blue})` : `rgba(${red}, ${green}, ${blue}, ${alpha / 255})`;
    known.set(colour, plain);
  }
  return plain;
}

/** Nothing is to be seen of it. */
export const isClear = (colour: string): boolean =>
  colour === 'transparent' || /^rgba\(.*, 0\)$/.test(plainColour(colour));
