import type { Picture } from '../../kernel/picture.ts';

/** Light of an 8-bit sRGB level, 0–1 (IEC 61966-2-1). */
export const toLight = (level: number): number => {
  const value = level / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

/** 8-bit sRGB level of light, 0–255. */
export const toLevel = (light: number): number => {
  const value = Math.max(0, Math.min(1, light));
  return Math.round(255 * (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055));
};

/** What each channel's light is multiplied by so that a ground of this colour becomes white. */
export const gainToWhite = (ground: readonly [number, number, number]): [number, number, number] => {
  const gain = (level: number): number => Math.round(1000 / Math.max(0.05, toLight(level))) / 1000;
  return [gain(ground[0]), gain(ground[1]), gain(ground[2])];
};

/** The picture with each channel's light multiplied. */
export function tonePicture({ width, height, data }: Picture, gain: readonly [number, number, number]): Picture {
  const curves = gain.map((factor) => Uint8Array.from({ length: 256 }, (_, level) => toLevel(toLight(level) * factor)));
  const out = new Uint8Array(data.length);
  for (let c = 0; c < 3; c++) {
    const curve = curves[c]!;
    for (let at = c; at < data.length; at += 3) out[at] = curve[data[at]!]!;
  }
  return { width, height, channels: 3, data: out };
}
