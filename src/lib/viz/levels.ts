/** How much of the network the map shows: whole stages, their blocks, or every operation of every block. */
export const mapLevels = ['network', 'blocks', 'operations'] as const;
export type MapLevel = (typeof mapLevels)[number];

/** The next level inwards (1) or outwards (−1); null at the end. */
export function levelBeside(level: MapLevel, step: 1 | -1): MapLevel | null {
  const at = mapLevels.indexOf(level) + step;
  return at < 0 ? null : (mapLevels[at] ?? null);
}
