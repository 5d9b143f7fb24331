/** Chromium does not freeze a hidden tab that holds a Web Lock: a run goes on while the reader looks elsewhere. */

/** Holds such a lock, where there are locks, until the function that it returns is called. */
export function stayAwake(): () => void {
  let release = () => undefined as void;
  const held = new Promise<void>((resolve) => (release = resolve));
  // Shared, so that no other tab waits for it. Without it the run is slower in the background at worst.
  void globalThis.navigator?.locks
    ?.request('resnet-atlas-training', { mode: 'shared' }, () => held)
    .catch(() => undefined);
  return release;
}
