/** A connected group of map pixels above a threshold. */
export interface Component {
  /** the outermost pixels of each row, as points at pixel centres; at most two a row, top to bottom */
  readonly outline: readonly Point[];
  readonly pixels: number;
  /** mean of its values, 0–1 */
  readonly mean: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Groups of pixels above a threshold that touch, corners included (flood fill). */
export function connectedComponents(
  map: Float32Array,
  width: number,
  height: number,
  threshold: number,
  leastPixels: number,
): Component[] {
  const seen = new Uint8Array(map.length);
  const stack = new Int32Array(map.length);
  const components: Component[] = [];
  for (let start = 0; start < map.length; start += 1) {
    if (seen[start] !== 0 || map[start]! <= threshold) continue;
    const component = fill(map, width, height, threshold, start, seen, stack);
    if (component.pixels >= leastPixels) components.push(component);
  }
  return components;
}

function fill(
  map: Float32Array,
  width: number,
  height: number,
  threshold: number,
  start: number,
  seen: Uint8Array,
  stack: Int32Array,
): Component {
  const rows = new Map<number, { low: number; high: number }>();
  let [depth, pixels, sum] = [1, 0, 0];
  stack[0] = start;
  seen[start] = 1;
  while (depth > 0) {
    depth -= 1;
    const at = stack[depth]!;
    const y = Math.floor(at / width);
    const x = at - y * width;
    pixels += 1;
    sum += map[at]!;
    const row = rows.get(y);
    if (row === undefined) rows.set(y, { low: x, high: x });
    else if (x < row.low) row.low = x;
    else if (x > row.high) row.high = x;
    for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny += 1) {
      for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx += 1) {
        const next = ny * width + nx;
        if (seen[next] !== 0 || map[next]! <= threshold) continue;
        seen[next] = 1;
        stack[depth] = next;
        depth += 1;
      }
    }
  }
  const outline = [...rows]
    .sort(([a], [b]) => a - b)
    .flatMap(([y, { low, high }]) => (low === high ? [{ x: low, y }] : [{ x: low, y }, { x: high, y }]));
  return { outline, pixels, mean: sum / pixels };
}
