import type { Picture } from '../../app/kernel/picture.ts';

/**
 * Halved copies of a picture, made once and shared by every model that asks about it: level n is 2ⁿ times smaller,
 * each pixel the mean of 2 × 2 of the level before (a mipmap, Williams 1983).
 */
const levels = new WeakMap<Picture, Picture[]>();

/**
 * The smallest halved copy of a picture that is still `factor` times larger than what is wanted of it, or the picture.
 * @param factor how many times smaller the result will be; ≤ 1 asks for the picture itself
 */
export function halvedPicture(picture: Picture, factor: number): Picture {
  let source = picture;
  for (let level = 1; 2 ** level <= factor && source.width > 1 && source.height > 1; level += 1) {
    source = halvedCopy(picture, level, source);
  }
  return source;
}

/**
 * The picture at width × height pixels (aspect is not kept): the nearest halved copy that is still larger, then
 * bilinear with half-pixel centres, so that shrinking never aliases by more than a factor of two.
 */
export function resizePicture(picture: Picture, width: number, height: number): Picture {
  const source = halvedPicture(picture, Math.min(picture.width / width, picture.height / height));
  return source.width === width && source.height === height ? source : bilinear(source, width, height);
}

function halvedCopy(original: Picture, level: number, previous: Picture): Picture {
  const known = levels.get(original) ?? [];
  const existing = known[level - 1];
  if (existing !== undefined) return existing;
  const made = halve(previous);
  known[level - 1] = made;
  levels.set(original, known);
  return made;
}

function halve(picture: Picture): Picture {
  const { data } = picture;
  const width = picture.width >> 1;
  const height = picture.height >> 1;
  const stride = picture.width * 3;
  const out = new Uint8Array(width * height * 3);
  let to = 0;
  for (let y = 0; y < height; y += 1) {
    let from = 2 * y * stride;
    for (let x = 0; x < width; x += 1, from += 6, to += 3) {
      const below = from + stride;
      out[to] = (data[from]! + data[from + 3]! + data[below]! + data[below + 3]! + 2) >> 2;
      out[to + 1] = (data[from + 1]! + data[from + 4]! + data[below + 1]! + data[below + 4]! + 2) >> 2;
      out[to + 2] = (data[from + 2]! + data[from + 5]! + data[below + 2]! + data[below + 5]! + 2) >> 2;
    }
  }
  return { width, height, channels: 3, data: out };
}

/** Where each target position samples its source line: left neighbour, right neighbour, and the right one's weight of 256. */
function samplePositions(from: number, to: number): { low: Int32Array; high: Int32Array; weight: Int32Array } {
  const low = new Int32Array(to);
  const high = new Int32Array(to);
  const weight = new Int32Array(to);
  for (let i = 0; i < to; i += 1) {
    const centre = Math.min(Math.max(((i + 0.5) * from) / to - 0.5, 0), from - 1);
    low[i] = Math.floor(centre);
    high[i] = Math.min(low[i]! + 1, from - 1);
    weight[i] = Math.round((centre - low[i]!) * 256);
  }
  return { low, high, weight };
}

function bilinear(picture: Picture, width: number, height: number): Picture {
  const { data } = picture;
  const stride = picture.width * 3;
  const columns = samplePositions(picture.width, width);
  const rows = samplePositions(picture.height, height);
  const out = new Uint8Array(width * height * 3);
  let to = 0;
  for (let y = 0; y < height; y += 1) {
    const above = rows.low[y]! * stride;
    const below = rows.high[y]! * stride;
    const v = rows.weight[y]!;
    for (let x = 0; x < width; x += 1, to += 3) {
      const left = columns.low[x]! * 3;
      const right = columns.high[x]! * 3;
      const u = columns.weight[x]!;
      // four weights that sum to 65536, shared by the three channels
      const w11 = u * v;
      const w10 = (u << 8) - w11;
      const w01 = (v << 8) - w11;
      const w00 = 65536 - w11 - w10 - w01;
      const a = above + left;
      const b = above + right;
      const c = below + left;
      const d = below + right;
      out[to] = (data[a]! * w00 + data[b]! * w10 + data[c]! * w01 + data[d]! * w11 + 32768) >> 16;
      out[to + 1] = (data[a + 1]! * w00 + data[b + 1]! * w10 + data[c + 1]! * w01 + data[d + 1]! * w11 + 32768) >> 16;
      out[to + 2] = (data[a + 2]! * w00 + data[b + 2]! * w10 + data[c + 2]! * w01 + data[d + 2]! * w11 + 32768) >> 16;
    }
  }
  return { width, height, channels: 3, data: out };
}

/** One plane of 8-bit values at another size, bilinear with half-pixel centres; `from` is width × height values. */
export function resizePlane(
  plane: Uint8Array,
  from: { readonly width: number; readonly height: number },
  to: { readonly width: number; readonly height: number },
): Uint8Array {
  const columns = samplePositions(from.width, to.width);
  const rows = samplePositions(from.height, to.height);
  const out = new Uint8Array(to.width * to.height);
  let at = 0;
  for (let y = 0; y < to.height; y += 1) {
    const above = rows.low[y]! * from.width;
    const below = rows.high[y]! * from.width;
    const v = rows.weight[y]!;
    for (let x = 0; x < to.width; x += 1, at += 1) {
      const left = columns.low[x]!;
      const right = columns.high[x]!;
      const u = columns.weight[x]!;
      const top = plane[above + left]! * (256 - u) + plane[above + right]! * u;
      const bottom = plane[below + left]! * (256 - u) + plane[below + right]! * u;
      out[at] = (top * (256 - v) + bottom * v + 32768) >> 16;
    }
  }
  return out;
}
