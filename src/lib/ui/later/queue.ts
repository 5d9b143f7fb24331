/** Work that need not be done before the page answers, one piece after another, each in a task of its own. */

const waiting = new Set<() => void>();
/** What waits for all others. */
const lasting = new Set<() => void>();
let isScheduled = false;

/** Undefined where all is done, or was taken back. */
function next(): (() => void) | undefined {
  const pieces = waiting.size > 0 ? waiting : lasting;
  const [work] = pieces;
  pieces.delete(work);
  return work;
}

function schedule(): void {
  if (isScheduled || waiting.size + lasting.size === 0) return;
  isScheduled = true;
  setTimeout(() => {
    isScheduled = false;
    try {
      next()?.();
    } finally {
      schedule();
    }
  });
}

/**
 * Does the work when all that was asked for earlier is done, with room between for what the reader does.
 * @returns takes it back, if it is still to be done
 */
export function later(work: () => void): () => void {
  waiting.add(work);
  schedule();
  return () => void waiting.delete(work);
}

/** Does the work when nothing else waits, what the waiting asked for included. */
export function last(work: () => void): void {
  lasting.add(work);
  schedule();
}
