import * as tf from '@tensorflow/tfjs-core';

interface GraphicsBackend {
  /** WebGL. */
  readonly gpgpu?: { readonly gl: WebGL2RenderingContext };
  /** WebGPU. */
  readonly device?: { readonly lost: Promise<{ readonly reason?: string }> };
}

/** Calls back once when the current backend's graphics context is gone: driver reset, too many tabs, sleep. */
export function onGraphicsLoss(callback: () => void): void {
  const { gpgpu, device } = tf.backend() as unknown as GraphicsBackend;
  gpgpu?.gl.canvas.addEventListener('webglcontextlost', callback, { once: true });
  void device?.lost.then(({ reason }) => {
    if (reason !== 'destroyed') callback();
  });
}
