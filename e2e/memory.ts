/** What the page and its engine hold in memory, as the browser counts it. */
import type { CDPSession, Page } from '@playwright/test';
import { engineWorker } from './explore.ts';

interface HeapUsage {
  usedSize: number;
  embedderHeapUsedSize: number;
  /** Of array buffers. */
  backingStorageSize: number;
}

/** Speaks with the engine's worker through the page's session. */
async function workerSession(session: CDPSession): Promise<(method: string) => Promise<unknown>> {
  let sessionId = '';
  session.on('Target.attachedToTarget', (attached) => {
    const { type, url } = attached.targetInfo;
    if (type === 'worker' && !url.startsWith('blob:')) sessionId = attached.sessionId;
  });
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false });
  const answers = new Map<number, (result: unknown) => void>();
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message) as { id?: number; result: unknown };
    if (id !== undefined) answers.get(id)?.(result);
  });
  return async (method) => {
    const id = answers.size;
    const answer = new Promise((resolve) => answers.set(id, resolve));
    await session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) });
    return answer;
  };
}

/** Bytes of the page, of the engine's worker and of its wasm, after a garbage collection. */
export async function heldBytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const worker = await workerSession(session);
  await session.send('HeapProfiler.collectGarbage');
  await worker('HeapProfiler.collectGarbage');
  const heaps = [
    (await session.send('Runtime.getHeapUsage')) as unknown as HeapUsage,
    (await worker('Runtime.getHeapUsage')) as HeapUsage,
  ];
  await session.detach();
  const wasm = await engineWorker(page).evaluate(() => {
    // tfjs keeps its engine here. Its memory is shared between threads, and therefore in no heap.
    const { _tfengine } = globalThis as unknown as {
      _tfengine: { backendInstance: { wasm: { HEAPU8: Uint8Array } } };
    };
    return _tfengine.backendInstance.wasm.HEAPU8.buffer.byteLength;
  });
  return heaps.reduce(
    (sum, { usedSize, embedderHeapUsedSize, backingStorageSize }) =>
      sum + usedSize + embedderHeapUsedSize + backingStorageSize,
    wasm,
  );
}
