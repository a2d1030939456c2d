import { elementCount, type Tensor } from '../tensor/tensor.ts';

/** How a golden vector's input is drawn: the same numbers on every computer, and nothing to store. */
export interface SceneInput {
  readonly name: string;
  /** [1, 3, height, width] or [1, height, width, 3] */
  readonly shape: readonly [number, number, number, number];
  readonly seed: number;
  /** value = pixel (0–255) × scale + offset */
  readonly scale: number;
  readonly offset: number;
}

/** Mulberry32 (T. Ettinger): integers 0 … below − 1, by 32-bit arithmetic alone. */
function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/**
 * A gradient, a dozen coloured rectangles and discs, a white banner with strokes like those of letters, and a little
 * noise: enough structure to wake every layer of every model.
 */
export function drawScene({ shape, seed, scale, offset }: SceneInput): Tensor {
  const channelsFirst = shape[1] === 3;
  const [height, width] = channelsFirst ? [shape[2], shape[3]] : [shape[1], shape[2]];
  const random = generator(seed);
  const pixels = new Uint8Array(height * width * 3);
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 3) {
      pixels[at] = Math.floor((x * 255) / width);
      pixels[at + 1] = Math.floor((y * 255) / height);
      pixels[at + 2] = 255 - Math.floor(((x + y) * 255) / (width + height));
    }
  }
  for (let i = 0; i < 12; i += 1) {
    const colour = [random(256), random(256), random(256)];
    const [cx, cy, half] = [random(width), random(height), 2 + random(Math.ceil(Math.min(width, height) / 4))];
    paint(pixels, width, height, cx, cy, half, i % 2 === 0, colour);
  }
  paintBanner(pixels, width, height, random);
  const data = new Float32Array(elementCount(shape));
  const size = width * height;
  for (let i = 0; i < pixels.length; i += 1) {
    const noisy = Math.min(255, Math.max(0, pixels[i]! + random(17) - 8));
    const to = channelsFirst ? (i % 3) * size + Math.floor(i / 3) : i;
    data[to] = noisy * scale + offset;
  }
  return { type: 'float32', dims: shape, data };
}

/** Dark strokes on a grid of 3 × 5 points a letter, across the middle. */
function paintBanner(pixels: Uint8Array, width: number, height: number, random: (below: number) => number): void {
  const unit = Math.max(2, Math.floor(height / 40));
  const top = Math.floor(height / 2) - 4 * unit;
  const fill = (x: number, y: number, w: number, h: number, value: number): void => {
    for (let row = Math.max(0, y); row < Math.min(height, y + h); row += 1) {
      pixels.fill(value, (row * width + x) * 3, (row * width + Math.min(width, x + w)) * 3);
    }
  };
  fill(0, top - 2 * unit, width, 13 * unit, 255);
  for (let x = 2 * unit; x + 6 * unit < width; x += 6 * unit) {
    fill(x + random(2) * 3 * unit, top, unit, 8 * unit, 20);
    for (let stroke = 0; stroke < 2; stroke += 1) fill(x, top + random(8) * unit, 4 * unit, unit, 20);
  }
}

function paint(
  pixels: Uint8Array,
  width: number,
  height: number,
  cx: number,
  cy: number,
  half: number,
  square: boolean,
  colour: readonly number[],
): void {
  for (let y = Math.max(0, cy - half); y <= Math.min(height - 1, cy + half); y += 1) {
    for (let x = Math.max(0, cx - half); x <= Math.min(width - 1, cx + half); x += 1) {
      if (square || (x - cx) ** 2 + (y - cy) ** 2 <= half * half) pixels.set(colour, (y * width + x) * 3);
    }
  }
}
