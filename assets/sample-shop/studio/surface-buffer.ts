/** What the camera sees, a value a pixel: the surface nearest to it, ready to be lit. */
export interface SurfaceBuffer {
  readonly width: number;
  readonly height: number;
  /** index of the material + 1; 0 where nothing is */
  readonly material: Uint8Array;
  /** distance towards the camera in pixels; higher is nearer */
  readonly depth: Float32Array;
  /** unit normal in camera space, x to the right, y up, z towards the camera */
  readonly normals: Float32Array;
  readonly uvs: Float32Array;
}

export function surfaceBuffer(width: number, height: number): SurfaceBuffer {
  const pixels = width * height;
  return {
    width,
    height,
    material: new Uint8Array(pixels),
    depth: new Float32Array(pixels).fill(-Infinity),
    normals: new Float32Array(pixels * 3),
    uvs: new Float32Array(pixels * 2),
  };
}
