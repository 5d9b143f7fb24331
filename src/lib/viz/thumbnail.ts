import { paint } from './colour.ts';

export interface PlainMap {
  readonly width: number;
  readonly height: number;
  readonly values: ArrayLike<number>;
}

const known = new WeakMap<object, string>();

/** A picture of a map for use in SVG, one pixel per value, on its own scale from zero up. In a page only. */
export function mapImage(map: PlainMap): string {
  return remembered(map, () => {
    const image = new ImageData(map.width, map.height);
    const high = Array.from(map.values).reduce((max, value) => Math.max(max, value), 0);
    const scale = { kind: 'sequential', low: 0, high, clipped: false } as const;
    paint(map.values, 0, scale, new Uint32Array(image.data.buffer));
    return image;
  });
}

/** A picture (RGBA) for use in SVG. In a page only. */
export function pictureImage(picture: {
  width: number;
  height: number;
  data: Uint8ClampedArray<ArrayBuffer>;
}): string {
  return remembered(picture, () => new ImageData(picture.data, picture.width, picture.height));
}

function remembered(key: object, draw: () => ImageData): string {
  let url = known.get(key);
  if (url === undefined) {
    const image = draw();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    // In memory that the processor reads: from a graphics card, each picture would take a tenth of a second.
    canvas.getContext('2d', { willReadFrequently: true })?.putImageData(image, 0, 0);
    known.set(key, (url = canvas.toDataURL()));
  }
  return url;
}
