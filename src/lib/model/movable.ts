/** What an answer holds that can be moved to the page instead of copied: all its float arrays, however deep. */
export function movable(answer: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const walk = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    if (value instanceof Float32Array) found.add(value.buffer as ArrayBuffer);
    else if (!ArrayBuffer.isView(value)) for (const part of Object.values(value)) walk(part);
  };
  walk(answer);
  return [...found];
}
