/** How far down the window the line lies that a heading must have passed for its section to be the one that is read. */
const line = 0.3;

/**
 * Which section is being read.
 * @param tops of the sections' headings from the window's top, pixels, in the order of the page
 * @param window its height, and the page's height that lies below it, pixels
 * @returns an index; -1 before the first section
 */
export function sectionAt(tops: readonly number[], window: { height: number; below: number }): number {
  // The last ones are too short to get up to the line: at the end of the page the last that is seen counts.
  const reach = window.below < 2 ? window.height : window.height * line;
  return tops.findLastIndex((top) => top <= reach);
}
