/** What stands behind a graphics API here. */
export interface Renderer {
  readonly name: string;
  /** The processor plays the graphics card: correct, and many times slower than wasm. */
  readonly software: boolean;
  /** Of wasm. */
  readonly features?: { readonly simd: boolean; readonly threads: number };
}

const softwareNames = /swiftshader|llvmpipe|softpipe|software|microsoft basic render|\bwarp\b/i;

export const isSoftware = (name: string): boolean => softwareNames.test(name);

/** The WebGL 2 renderer, or undefined where there is none. */
export function webglRenderer(): Renderer | undefined {
  if (typeof OffscreenCanvas === 'undefined') return undefined;
  const context = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (!context) return undefined;
  const debug = context.getExtension('WEBGL_debug_renderer_info');
  const name = String(context.getParameter(debug?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER));
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return { name, software: isSoftware(name) };
}

interface Adapter {
  readonly isFallbackAdapter?: boolean;
  readonly info?: {
    readonly vendor?: string;
    readonly architecture?: string;
    readonly device?: string;
    readonly description?: string;
    readonly isFallbackAdapter?: boolean;
  };
}

/** The WebGPU adapter, or undefined where there is none. */
export async function webgpuRenderer(): Promise<Renderer | undefined> {
  const { gpu } = globalThis.navigator as {
    gpu?: { requestAdapter(options: object): Promise<Adapter | null> };
  };
  const adapter = await gpu?.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) return undefined;
  const { info } = adapter;
  const parts = [info?.description || info?.device, info?.architecture, info?.vendor].filter(Boolean);
  const name = parts.join(', ') || 'unnamed adapter';
  return {
    name,
    software: Boolean(adapter.isFallbackAdapter || info?.isFallbackAdapter || isSoftware(name)),
  };
}
