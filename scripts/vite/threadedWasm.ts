import type { Plugin } from 'vite';

/**
 * tfjs starts its wasm threads from the source text of a function, `factory.toString()`, which a minifier has
 * changed: the threads crash (tensorflow/tfjs#4253). Here they are given the untouched file by its address.
 */
export function threadedWasm(): Plugin {
  const original =
    /new Blob\(\[`var WasmBackendModuleThreadedSimd = ` \+\s*wasmFactoryThreadedSimd\.toString\(\)\], \{ type: 'text\/javascript' \}\)/;
  return {
    name: 'threaded-wasm',
    apply: 'build',
    transform(code, id) {
      if (!/tfjs-backend-wasm[/\\]dist[/\\]backend_wasm\.js/.test(id)) return undefined;
      if (!original.test(code))
        this.error('tfjs-backend-wasm no longer starts its threads as it did: see threadedWasm.ts.');
      const address = `import threadsUrl from '../wasm-out/tfjs-backend-wasm-threaded-simd.js?url';\n`;
      // Threads run from a blob, where a relative address means nothing.
      return {
        code: address + code.replace(original, `new URL(threadsUrl, self.location.href).href`),
        map: null,
      };
    },
  };
}
