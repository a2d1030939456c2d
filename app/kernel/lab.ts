/** CIE L*a*b*, D65, 2° observer: L 0–100, a and b about −128 to 127. */
export type Lab = readonly [L: number, a: number, b: number];

const white = [0.95047, 1, 1.08883] as const;
const linear = Float64Array.from({ length: 256 }, (_, value) => {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
});
const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 * t + 16) / 116);

/** 8-bit sRGB (IEC 61966-2-1) as CIE L*a*b*. */
export function labOf(r: number, g: number, b: number): Lab {
  const [lr, lg, lb] = [linear[r] ?? 0, linear[g] ?? 0, linear[b] ?? 0];
  const x = f((0.4124564 * lr + 0.3575761 * lg + 0.1804375 * lb) / white[0]);
  const y = f((0.2126729 * lr + 0.7151522 * lg + 0.072175 * lb) / white[1]);
  const z = f((0.0193339 * lr + 0.119192 * lg + 0.9503041 * lb) / white[2]);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const degrees = 180 / Math.PI;
/** Hue angle of an a, b pair in degrees, 0–360. */
export const hueOf = (a: number, b: number): number => (Math.atan2(b, a) * degrees + 360) % 360;

const seventh = 25 ** 7;
const cos = (angle: number): number => Math.cos(angle / degrees);
const sin = (angle: number): number => Math.sin(angle / degrees);

/** The mean of two hues, and the way from one to the other; both as the paper has them where a colour has no hue. */
function hues(h1: number, h2: number, grey: boolean): { mean: number; way: number } {
  if (grey) return { mean: h1 + h2, way: 0 };
  const apart = h2 - h1;
  if (Math.abs(apart) <= 180) return { mean: (h1 + h2) / 2, way: apart };
  return { mean: h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2, way: apart > 180 ? apart - 360 : apart + 360 };
}

/**
 * Colour difference CIEDE2000 with kL = kC = kH = 1 (G. Sharma, W. Wu, E. N. Dalal, "The CIEDE2000 color-difference
 * formula: implementation notes, supplementary test data, and mathematical observations", Color Res. Appl. 30, 2005).
 * 1 is about the least difference that an eye tells side by side.
 */
export function deltaE2000([L1, a1, b1]: Lab, [L2, a2, b2]: Lab): number {
  const meanC7 = ((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2) ** 7;
  const g = 0.5 * (1 - Math.sqrt(meanC7 / (meanC7 + seventh)));
  const [x1, x2] = [a1 * (1 + g), a2 * (1 + g)];
  const [c1, c2] = [Math.hypot(x1, b1), Math.hypot(x2, b2)];
  const { mean: h, way } = hues(hueOf(x1, b1), hueOf(x2, b2), c1 * c2 === 0);
  const [L, c] = [(L1 + L2) / 2, (c1 + c2) / 2];
  const dH = 2 * Math.sqrt(c1 * c2) * sin(way / 2);
  const t = 1 - 0.17 * cos(h - 30) + 0.24 * cos(2 * h) + 0.32 * cos(3 * h + 6) - 0.2 * cos(4 * h - 63);
  const fromMiddle = (L - 50) ** 2;
  const sL = 1 + (0.015 * fromMiddle) / Math.sqrt(20 + fromMiddle);
  const sC = 1 + 0.045 * c;
  const sH = 1 + 0.015 * c * t;
  const rT = -sin(60 * Math.exp(-(((h - 275) / 25) ** 2))) * 2 * Math.sqrt(c ** 7 / (c ** 7 + seventh));
  const [l, k, m] = [(L2 - L1) / sL, (c2 - c1) / sC, dH / sH];
  return Math.sqrt(l * l + k * k + m * m + rT * k * m);
}
