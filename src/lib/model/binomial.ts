/** How exactly a share is known that was counted on so many pictures. */

/** Quantile of the standard normal: 95 % lie within ±z. */
const z95 = 1.959964;
/** 80 % lie below. */
const z80 = 0.841621;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** 95 % interval of a share of which `right` of `count` were seen (Wilson 1927). */
export function wilson(right: number, count: number, z = z95): Interval {
  const share = right / count;
  const spread = (z * z) / count;
  const middle = (share + spread / 2) / (1 + spread);
  const half = (z * Math.sqrt((share * (1 - share)) / count + (spread / 4) * (1 / count))) / (1 + spread);
  // The ends are exact where all or none are right; rounding must not pass them.
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/**
 * Pictures for each of two networks, to notice with a probability of 80 % at the level of 5 % that one is right with
 * probability p1, the other with p2. On the same pictures: `disagree`, the share on which exactly one is right.
 */
export function picturesToTell(p1: number, p2: number, disagree?: number): number {
  const difference = p2 - p1;
  const variance = disagree === undefined ? p1 * (1 - p1) + p2 * (1 - p2) : disagree - difference ** 2;
  return Math.ceil(((z95 + z80) ** 2 * variance) / difference ** 2);
}
