/**
 * Ten plane figures by their signed distance: negative inside, in units of the figure's radius, exact or a lower bound of
 * its size outside. The figure is centred at 0 and fits into the unit circle.
 */
export type SignedDistance = (x: number, y: number) => number;

/** Unit vectors in `count` directions, as [cosine, sine]. */
function normalsOf(count: number, turned: number): (readonly [number, number])[] {
  return Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * i) / count + turned;
    return [Math.cos(angle), Math.sin(angle)];
  });
}

/** Distance to a convex polygon whose sides have these outward normals and this distance from the centre. */
function convex(sides: number, inner: number, turned = 0): SignedDistance {
  const normals = normalsOf(sides, turned);
  return (x, y) => normals.reduce((most, [cos, sin]) => Math.max(most, x * cos + y * sin - inner), -Infinity);
}

const disc =
  (radius: number, left = 0, top = 0): SignedDistance =>
  (x, y) =>
    Math.hypot(x - left, y - top) - radius;

const box =
  (width: number, height: number): SignedDistance =>
  (x, y) =>
    Math.max(Math.abs(x) - width, Math.abs(y) - height);

const union =
  (...parts: readonly SignedDistance[]): SignedDistance =>
  (x, y) =>
    parts.reduce((least, part) => Math.min(least, part(x, y)), Infinity);

const without =
  (a: SignedDistance, b: SignedDistance): SignedDistance =>
  (x, y) =>
    Math.max(a(x, y), -b(x, y));

/** A regular polygon's inscribed radius, where the circumscribed one is 1. */
const inscribed = (sides: number) => Math.cos(Math.PI / sides);

/** Five thin triangles round a pentagon: a point is in the star if it is inside at least four of its five lines. */
function star(): SignedDistance {
  const inner = Math.cos((2 * Math.PI) / 5);
  const normals = normalsOf(5, Math.PI / 2);
  return (x, y) => {
    let [most, second] = [-Infinity, -Infinity];
    for (const [cos, sin] of normals) {
      const distance = x * cos + y * sin - inner;
      if (distance > most) [most, second] = [distance, most];
      else if (distance > second) second = distance;
    }
    return second;
  };
}

export const outlines: Readonly<Record<string, SignedDistance>> = {
  disc: disc(0.85),
  ring: without(disc(0.95), disc(0.55)),
  triangle: convex(3, inscribed(3), Math.PI / 2),
  square: convex(4, 0.95 * inscribed(4)),
  hexagon: convex(6, 0.95 * inscribed(6)),
  star: star(),
  plus: union(box(0.95, 0.3), box(0.3, 0.95)),
  bar: box(0.97, 0.24),
  crescent: without(disc(0.95), disc(0.8, 0.45)),
  bowTie: (x, y) => Math.max(Math.abs(y) - 0.85 * Math.abs(x), Math.abs(x) - 0.75),
};
