/** A colour a cell, known everywhere: R, G, B one after the other, 0–255 as floating point. */
export interface ColourField {
  readonly width: number;
  readonly height: number;
  /** length = width × height × 3 */
  readonly data: Float32Array;
}

interface Level {
  readonly width: number;
  readonly height: number;
  /** weighted sums of R, G, B and the weight, a cell */
  readonly sums: Float32Array;
}

/** The level above: half as wide and high, each cell the sum of up to four, its weight at most 1. */
function pull({ width, height, sums }: Level): Level {
  const w = (width + 1) >> 1;
  const h = (height + 1) >> 1;
  const out = new Float32Array(w * h * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * 4;
      const to = ((y >> 1) * w + (x >> 1)) * 4;
      for (let c = 0; c < 4; c++) out[to + c] = out[to + c]! + sums[from + c]!;
    }
  }
  for (let at = 0; at < out.length; at += 4) {
    const weight = out[at + 3]!;
    if (weight <= 1) continue;
    for (let c = 0; c < 4; c++) out[at + c] = out[at + c]! / weight;
  }
  return { width: w, height: h, sums: out };
}

/** Fills what a level lacks of full weight from the one above it, bilinearly. */
function push(level: Level, above: Level): void {
  const { width, height, sums } = level;
  for (let y = 0; y < height; y++) {
    const fy = Math.max(0, Math.min(above.height - 1, (y - 0.5) / 2));
    const y0 = Math.floor(fy);
    const y1 = Math.min(above.height - 1, y0 + 1);
    const ty = fy - y0;
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      const lacking = 1 - sums[at + 3]!;
      if (lacking <= 0) continue;
      const fx = Math.max(0, Math.min(above.width - 1, (x - 0.5) / 2));
      const x0 = Math.floor(fx);
      const x1 = Math.min(above.width - 1, x0 + 1);
      const tx = fx - x0;
      const a = (y0 * above.width + x0) * 4;
      const b = (y0 * above.width + x1) * 4;
      const c = (y1 * above.width + x0) * 4;
      const d = (y1 * above.width + x1) * 4;
      for (let k = 0; k < 3; k++) {
        const top = above.sums[a + k]! * (1 - tx) + above.sums[b + k]! * tx;
        const bottom = above.sums[c + k]! * (1 - tx) + above.sums[d + k]! * tx;
        sums[at + k] = sums[at + k]! + lacking * (top * (1 - ty) + bottom * ty);
      }
      sums[at + 3] = 1;
    }
  }
}

/**
 * Spreads the colours that are known in some cells smoothly over all of them, by sums over ever coarser grids and
 * back (S. Gortler et al., "The lumigraph", SIGGRAPH 1996, section 3.4: pull and push). `data` holds R, G, B a cell,
 * `weights` 0–1 how well each is known; where none is, the field is 0.
 */
export function spreadColours(data: Uint8Array, weights: Float32Array, width: number, height: number): ColourField {
  const sums = new Float32Array(width * height * 4);
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]!;
    if (weight === 0) continue;
    for (let c = 0; c < 3; c++) sums[i * 4 + c] = data[i * 3 + c]! * weight;
    sums[i * 4 + 3] = weight;
  }
  const levels: Level[] = [{ width, height, sums }];
  for (let top = levels[0]!; top.width > 1 || top.height > 1; levels.push(top)) top = pull(top);
  const peak = levels.at(-1)!.sums;
  if (peak[3]! > 0) {
    for (let c = 0; c < 3; c++) peak[c] = peak[c]! / peak[3]!;
    peak[3] = 1;
  }
  for (let i = levels.length - 2; i >= 0; i--) push(levels[i]!, levels[i + 1]!);
  const out = new Float32Array(width * height * 3);
  for (let i = 0; i < width * height; i++) for (let c = 0; c < 3; c++) out[i * 3 + c] = sums[i * 4 + c]!;
  return { width, height, data: out };
}

/** A field's colour at a point given in cells, bilinear; written into `out`. */
export function colourAt({ width, height, data }: ColourField, x: number, y: number, out: Float32Array): void {
  const cx = x < 0 ? 0 : x > width - 1 ? width - 1 : x;
  const cy = y < 0 ? 0 : y > height - 1 ? height - 1 : y;
  const x0 = Math.floor(cx);
  const y0 = Math.floor(cy);
  const tx = cx - x0;
  const ty = cy - y0;
  const a = (y0 * width + x0) * 3;
  const right = x0 + 1 < width ? 3 : 0;
  const below = y0 + 1 < height ? width * 3 : 0;
  for (let c = 0; c < 3; c++) {
    const top = data[a + c]! * (1 - tx) + data[a + right + c]! * tx;
    const bottom = data[a + below + c]! * (1 - tx) + data[a + below + right + c]! * tx;
    out[c] = top * (1 - ty) + bottom * ty;
  }
}
