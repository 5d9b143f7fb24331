import type { Session } from './session.ts';

/**
 * For work on the last pass that is interrupted by others.
 *
 * @returns a check that throws an AbortError once the signal is aborted, or another pass or picture has come
 */
export function stillLast(session: Session, signal?: AbortSignal): () => void {
  const pass = session.lastPass;
  return () => {
    signal?.throwIfAborted();
    if (session.lastPass !== pass) throw new DOMException('A newer pass or picture has come.', 'AbortError');
  };
}
