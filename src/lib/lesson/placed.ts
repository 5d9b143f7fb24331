interface Box {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Distance that is kept from the window's edges. */
const edge = 8;

/** Where a bubble stands: below the word, above it where there is more room, and inside the window. In pixels of it. */
export function placed(word: Box, bubble: Size, window: Size): { left: number; top: number } {
  const isBelow = word.bottom + bubble.height <= window.height || word.top < window.height - word.bottom;
  return {
    left: Math.max(edge, Math.min(word.left, window.width - bubble.width - edge)),
    top: isBelow ? word.bottom : word.top - bubble.height,
  };
}
