import { randomLcg } from 'd3';

/** A path through a row of residual blocks: whether it takes the branch of each, in the blocks' order. */
export type Path = readonly boolean[];

/**
 * Rounds of paths: in each, one path of every length from none to all of the blocks, drawn at random among those of
 * its length that were not drawn before; a length of which all have been drawn is left out. With the same seed, more
 * rounds begin with the same paths.
 *
 * @param counts how many paths there are of each length (`pathCounts`)
 */
export function* samplePaths(counts: readonly number[], seed: number): Generator<Path[], never> {
  const random = randomLcg(seed);
  const drawn = new Set<string>();
  const blocks = counts.length - 1;
  const left = [...counts];
  for (;;) {
    const round: Path[] = [];
    for (const [length, count] of left.entries()) {
      if (count === 0) continue;
      left[length]--;
      round.push(drawNew(length));
    }
    yield round;
  }

  function drawNew(length: number): Path {
    for (;;) {
      const path = draw(length);
      const key = path.map(Number).join('');
      if (drawn.has(key)) continue;
      drawn.add(key);
      return path;
    }
  }

  /** Each block in turn, with the probability that makes all choices of `length` blocks equally likely. */
  function draw(length: number): Path {
    let missing = length;
    return Array.from({ length: blocks }, (_, block) => {
      const takes = random() * (blocks - block) < missing;
      if (takes) missing--;
      return takes;
    });
  }
}

/** All paths through so many blocks, first the one that takes no branch; the last block's choice changes fastest. */
export function allPaths(blocks: number): Path[] {
  return Array.from({ length: 2 ** blocks }, (_, code) =>
    Array.from({ length: blocks }, (_, block) => ((code >> (blocks - 1 - block)) & 1) === 1),
  );
}
