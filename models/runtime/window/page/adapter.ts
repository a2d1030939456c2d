/** What Chromium says of a graphics adapter. */
export interface AdapterFacts {
  readonly description: string;
  readonly fallback: boolean;
}

const softwareRenderers = /swiftshader|llvmpipe|softpipe|lavapipe|basic render|software/i;

/** Renderers that draw on the processor: many times slower than models are on it directly. */
export const isSoftware = ({ description, fallback }: AdapterFacts): boolean =>
  fallback || softwareRenderers.test(description);

export interface RealAdapter {
  readonly device: 'webgpu' | 'webgl';
  readonly description: string;
}

export type AdapterChoice =
  /** best first, at least one */
  | { readonly real: readonly RealAdapter[] }
  | { readonly real: null; readonly reason: 'no-gpu' | 'software-gpu'; readonly detail: string };

/**
 * WebGPU where its adapter is real hardware, then WebGL where its renderer is; the reason where neither is.
 * @param webgpu null = Chromium offers none
 */
export function chooseAdapter(webgpu: AdapterFacts | null, webgl: AdapterFacts | null): AdapterChoice {
  const offered = [
    ...(webgpu === null ? [] : [{ device: 'webgpu' as const, ...webgpu }]),
    ...(webgl === null ? [] : [{ device: 'webgl' as const, ...webgl }]),
  ];
  const real = offered.filter((adapter) => !isSoftware(adapter)).map(({ device, description }) => ({ device, description }));
  if (real.length > 0) return { real };
  return offered.length === 0
    ? { real: null, reason: 'no-gpu', detail: 'Chromium offers neither WebGPU nor WebGL here' }
    : { real: null, reason: 'software-gpu', detail: `only software renderers: ${offered.map(({ description }) => description).join('; ')}` };
}

interface GpuAdapterInfo {
  readonly vendor?: string;
  readonly architecture?: string;
  readonly device?: string;
  readonly description?: string;
  readonly isFallbackAdapter?: boolean;
}

interface GpuAdapter {
  readonly info?: GpuAdapterInfo;
  readonly isFallbackAdapter?: boolean;
}

/** navigator.gpu as far as it is used here; older Chromium has parts of it under other names. */
export interface Gpu {
  requestAdapter(options: { powerPreference: 'high-performance' }): Promise<GpuAdapter | null>;
}

/** The adapter that WebGPU would use. */
export async function webgpuFacts(gpu: Gpu | undefined): Promise<AdapterFacts | null> {
  const adapter = await gpu?.requestAdapter({ powerPreference: 'high-performance' });
  if (adapter === null || adapter === undefined) return null;
  const { info = {} } = adapter;
  return {
    description: [info.vendor, info.architecture, info.device, info.description].filter(Boolean).join(' '),
    fallback: adapter.isFallbackAdapter === true || info.isFallbackAdapter === true,
  };
}

/** A WebGL 2 context as far as it is used here. */
export interface WebGlContext {
  readonly RENDERER: number;
  getExtension(name: 'WEBGL_debug_renderer_info'): { readonly UNMASKED_RENDERER_WEBGL: number } | null;
  getParameter(name: number): unknown;
}

/** The renderer that WebGL would use. */
export function webglFacts(canvas: { getContext(kind: 'webgl2'): WebGlContext | null }): AdapterFacts | null {
  const context = canvas.getContext('webgl2');
  if (context === null) return null;
  const names = context.getExtension('WEBGL_debug_renderer_info');
  const renderer = context.getParameter(names?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER);
  return { description: String(renderer), fallback: false };
}
