/** How many threads to compute with: both of two logical cores, beyond four half of them, which are the physical ones. */
export function threadsFor(logicalCores: number): number {
  return Math.min(8, Math.max(Math.min(4, logicalCores), Math.floor(logicalCores / 2)));
}

/**
 * tfjs' wasm never takes more than half of the logical cores that it is told of: of two it would use one, and
 * take nearly twice the time. So in this worker it is told of twice the threads that it may start.
 */
export function allowThreads(setThreadsCount: (threads: number) => void): void {
  const { navigator } = globalThis;
  if (!navigator?.hardwareConcurrency) return;
  const threads = threadsFor(navigator.hardwareConcurrency);
  Object.defineProperty(navigator, 'hardwareConcurrency', { value: 2 * threads, configurable: true });
  setThreadsCount(threads);
}
